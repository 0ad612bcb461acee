extension ObjectRules {
  /// The annotations that mean something for a pod.
  mutating func podAnnotations(_ field: Field, of spec: Field) {
    guard field.isPresent else { return }
    let mirror = field.entry("kubernetes.io/config.mirror")
    if mirror.isPresent, spec["nodeName"].isBlank {
      invalid(mirror, "must set spec.nodeName if mirror pod annotation is set")
    }
    let cost = field.entry("controller.kubernetes.io/pod-deletion-cost")
    if cost.isPresent, !isDeletionCost(cost.text) { invalid(cost, "must be a 32bit integer") }
    let seccomp = field["seccomp.security.alpha.kubernetes.io/pod"]
    if seccomp.isPresent { seccompAnnotation(seccomp) }
    let entries = field.entries
    for (key, _) in entries where key.hasPrefix(Self.seccompPrefix) {
      seccompAnnotation(field[named: key])
    }
    let names = Set(spec.allContainers.map { $0["name"].text })
    for (key, value) in entries where key.hasPrefix(Self.appArmorPrefix) {
      let name = key.droppingBytes(Self.appArmorPrefix.utf8.count)
      if !names.contains(name) { invalid(value, .text(name), "container not found") }
      if !isAppArmorProfile(value.text) {
        invalid(value, "invalid AppArmor profile name: \(value.value.shown ?? "")")
      }
    }
  }

  private func isDeletionCost(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, Int32(text) != nil else { return false }
    return first == UInt8(ascii: "-") || text == "0" || (0x31...0x39).contains(first)
  }

  private mutating func seccompAnnotation(_ annotation: Field) {
    let text = annotation.text
    if ["runtime/default", "docker/default", "unconfined"].contains(text) { return }
    guard text.hasPrefix("localhost/") else {
      return invalid(annotation, "must be a valid seccomp profile")
    }
    let path = text.droppingBytes(10)
    if path.hasPrefix("/") { invalid(annotation, .text(path), "must be a relative path") }
    if path.parts(at: "/").contains("..") {
      invalid(annotation, .text(path), "must not contain '..'")
    }
  }

  private func isAppArmorProfile(_ text: String) -> Bool {
    ["", "runtime/default", "unconfined"].contains(text) || text.hasPrefix("localhost/")
  }

  /// Refuses profiles that annotations and fields state differently.
  mutating func profiles(_ spec: Field, _ annotations: Field) {
    guard annotations.isPresent else { return }
    let context = spec["securityContext"]
    profile(
      context["seccompProfile"], annotations["seccomp.security.alpha.kubernetes.io/pod"],
      "seccomp")
    let containers = spec.allContainers
    for container in containers {
      profile(
        container["securityContext"]["seccompProfile"],
        annotations[named: Self.seccompPrefix + container["name"].text], "seccomp")
    }
    guard spec["os"]["name"].text != "windows" else { return }
    for container in containers {
      let own = container["securityContext"]["appArmorProfile"]
      let inherited = context["appArmorProfile"].shown(as: own)
      let annotation = annotations[named: Self.appArmorPrefix + container["name"].text]
      // A pod's annotation is made a field of the container before anything is validated.
      if pod.isPod, !own.isPresent, AppArmorProfile(annotation: annotation.text) != nil { continue }
      profile(own.isPresent ? own : inherited, annotation, "apparmor")
    }
  }

  private mutating func profile(_ profile: Field, _ annotation: Field, _ kind: String) {
    guard profile.isPresent, let text = annotation.optionalText else { return }
    let isSame: Bool
    switch profile["type"].text {
    case "Unconfined": isSame = text == "unconfined"
    case "RuntimeDefault":
      isSame = text == "runtime/default" || kind == "seccomp" && text == "docker/default"
    case "Localhost":
      isSame = text.hasPrefix("localhost/")
      if isSame, profile["localhostProfile"].optionalText != text.droppingBytes(10) {
        forbidden(
          profile["localhostProfile"], "\(kind) profile in annotation and field must match")
      }
    default: isSame = true
    }
    if !isSame { forbidden(profile["type"], "\(kind) type in annotation and field must match") }
  }

  static let seccompPrefix = "container.seccomp.security.alpha.kubernetes.io/"
  static let appArmorPrefix = "container.apparmor.security.beta.kubernetes.io/"
}
