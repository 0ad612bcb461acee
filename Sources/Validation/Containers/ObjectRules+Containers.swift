import Basics
import YAML

extension ObjectRules {
  mutating func containers(_ list: Field) {
    guard list.count > 0 else { return required(list) }
    var names = SeenNames()
    let containers = Array(list.elements)
    for container in containers {
      anyContainer(container)
      let name = container["name"]
      if !names.insert(name.text) { duplicate(name) }
      lifecycle(container.lifecycle)
      probes(of: container)
      containerRestarts(container, isInit: false)
    }
    hostPorts(of: containers)
  }

  mutating func initContainers(_ list: Field, besides containers: Field) {
    var names = Set(containers.elements.map { $0["name"].text })
    for container in list.elements {
      anyContainer(container)
      containerRestarts(container, isInit: true)
      let name = container["name"]
      if names.contains(name.text) {
        duplicate(name)
      } else if !name.isBlank {
        names.insert(name.text)
      }
      // Upstream counts each alone, and so calls each the first.
      hostPorts(of: [container.shown(as: list.indexed(0))])
      let isSidecar = container["restartPolicy"].text == "Always"
      if isSidecar {
        lifecycle(container.lifecycle)
        probes(of: container)
      } else {
        let probes = ["livenessProbe", "readinessProbe", "startupProbe"].map { container[$0] }
        for field in [container.lifecycle] + probes where field.isPresent {
          forbidden(field, "may not be set for init containers without restartPolicy=Always")
        }
        for policy in container["resizePolicy"].elements
        where policy["restartPolicy"].text == "RestartContainer" {
          invalid(
            policy["restartPolicy"],
            "must not be set to 'RestartContainer' for non-sidecar initContainers")
        }
      }
    }
  }

  mutating func ephemeralContainers(_ list: Field, of spec: Field) {
    guard list.count > 0 else { return }
    let others = Set(
      spec["containers"].elements.map { $0["name"].text }
        + spec["initContainers"].elements.map { $0["name"].text })
    var names = others
    for container in list.elements {
      anyContainer(container, resourcesOf: .ephemeralContainer)
      imageWithoutSpaces(container)
      if !names.insert(container["name"].text).inserted { duplicate(container["name"]) }
      let target = container["targetContainerName"]
      if !target.isBlank, !others.contains(target.text) { notFound(target) }
      for field in Self.fieldsForbiddenToEphemeral where isSet(field, in: container) {
        forbidden(container[named: field], "cannot be set for an Ephemeral Container")
      }
      for mount in container["volumeMounts"].elements {
        for field in ["subPath", "subPathExpr"] where !mount[named: field].isBlank {
          forbidden(mount[named: field], "cannot be set for an Ephemeral Container")
        }
      }
    }
  }

  /// What holds for containers of all kinds.
  private mutating func anyContainer(
    _ container: Field, resourcesOf owner: ResourceOwner = .container
  ) {
    let name = container["name"]
    if name.isBlank { required(name) } else { label(name) }
    if container["image"].isBlank { required(container["image"]) }
    oneOf(
      ["File", "FallbackToLogsOnError"], container["terminationMessagePolicy"], default: "File")
    ports(container["ports"])
    environment(container["env"])
    environmentSources(container["envFrom"])
    mounts(container["volumeMounts"], of: container)
    devices(container["volumeDevices"], of: container)
    pullPolicy(container["imagePullPolicy"])
    resources(container["resources"], of: owner)
    resizePolicy(container["resizePolicy"])
    securityContext(container["securityContext"])
  }

  mutating func pullPolicy(_ field: Field) {
    oneOf(["Always", "IfNotPresent", "Never"], field, default: "Always")
  }

  private mutating func probes(of container: Field) {
    livenessProbe(container["livenessProbe"])
    readinessProbe(container["readinessProbe"])
    startupProbe(container["startupProbe"])
  }

  mutating func imageWithoutSpaces(_ container: Field) {
    let image = container["image"]
    if image.text.trimmingSpaces != image.text {
      invalid(image, "must not have leading or trailing whitespace")
    }
  }

  private func isSet(_ name: String, in container: Field) -> Bool {
    switch name {
    case "resources":
      ["limits", "requests", "claims"].contains { container["resources"][$0].isPresent }
    case "lifecycle": container.lifecycle.isPresent
    default: container[named: name].isPresent
    }
  }

  private static let fieldsForbiddenToEphemeral = [
    "ports", "resources", "resizePolicy", "restartPolicy", "restartPolicyRules", "livenessProbe",
    "readinessProbe", "startupProbe", "lifecycle",
  ]
}

extension Field {
  /// What a container does when it begins and ends; nothing, when only a signal is stated, which the API server drops.
  var lifecycle: Field {
    let lifecycle = self["lifecycle"]
    guard lifecycle.isPresent, lifecycle["stopSignal"].isPresent, !lifecycle["postStart"].isPresent,
      !lifecycle["preStop"].isPresent
    else { return lifecycle }
    return lifecycle.absent
  }
}
