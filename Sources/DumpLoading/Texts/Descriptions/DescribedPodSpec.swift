import YAML

/// The part of a description that pods and pod templates share.
struct DescribedPodSpec {
  let containers: [DescribedContainer]
  let initContainers: [DescribedContainer]
  let ephemeralContainers: [DescribedContainer]
  private let field: (String) -> OutlineNode?

  /// Takes the fields by their labels.
  init(_ field: @escaping (String) -> OutlineNode?) {
    self.field = field
    func named(_ label: String) -> [DescribedContainer] {
      field(label)?.children.filter { !$0.label.isEmpty }.map(DescribedContainer.init) ?? []
    }
    containers = named("Containers")
    initContainers = named("Init Containers")
    ephemeralContainers = named("Ephemeral Containers")
  }

  subscript(label: String) -> OutlineNode? { field(label) }

  /// Whether the init container is a sidecar, which descriptions do not tell: it runs beside containers that start
  /// only after others have ended.
  func isSidecar(_ container: DescribedContainer) -> Bool {
    container.isRunning && (container.isReady || containers.contains { $0.hasStarted })
  }

  /// The phase of a pod that is being deleted, in whose place kubectl prints that.
  var phaseOfTerminating: String {
    containers.contains { $0.hasStarted } ? "Running" : "Pending"
  }
}

extension DocumentBuilder {
  /// Adds the fields of a pod's spec that descriptions of pods and of templates show.
  mutating func describedPodSpec(_ pod: DescribedPodSpec) {
    describedContainers("initContainers", pod.initContainers, in: pod)
    describedContainers("containers", pod.containers, in: pod)
    describedContainers("ephemeralContainers", pod.ephemeralContainers, in: pod)
    describedVolumes(pod["Volumes"])
    text("serviceAccountName", pod["Service Account"] ?? pod["Service Account Name"])
    text("priorityClassName", pod["Priority Class Name"] ?? pod["PriorityClassName"])
    text("runtimeClassName", pod["Runtime Class Name"])
    pairs("nodeSelector", pod["Node-Selectors"])
    describedTolerations(pod["Tolerations"])
    describedSpread(pod["Topology Spread Constraints"])
  }

  private mutating func describedContainers(
    _ name: String, _ containers: [DescribedContainer], in pod: DescribedPodSpec
  ) {
    guard !containers.isEmpty else { return }
    field(
      name,
      sequence: { sequence in
        for container in containers {
          sequence.mark = container.node.startMark
          sequence.mapping { mapping in
            mapping.describedContainer(container)
            if name == "initContainers", pod.isSidecar(container) {
              mapping.field("restartPolicy", "Always")
            }
          }
        }
      })
  }

  /// `dedicated=gpu:NoSchedule`, `key:NoExecute op=Exists for 300s`, `op=Exists`.
  private mutating func describedTolerations(_ list: OutlineNode?) {
    guard let list, list.given != nil else { return }
    field(
      "tolerations",
      sequence: { sequence in
        for line in list.lines {
          sequence.mark = line.startMark
          sequence.describedToleration(String(decoding: line.item(of: list), as: UTF8.self))
        }
      })
  }

  private mutating func describedToleration(_ text: String) {
    var words = text.split(separator: " ").map(String.init)
    var seconds: Int64?
    if let index = words.firstIndex(of: "for"), index + 1 < words.count {
      seconds = words[index + 1].leadingNumber
      words.removeSubrange(index...)
    }
    let exists = words.contains("op=Exists")
    let taint = words.first { $0 != "op=Exists" } ?? ""
    mapping { toleration in
      toleration.describedTaint(taint)
      toleration.field("operator", exists ? "Exists" : "Equal")
      if let seconds { toleration.field("tolerationSeconds", seconds) }
    }
  }

  /// `zone:DoNotSchedule when max skew 1 is exceeded for selector app=web`.
  private mutating func describedSpread(_ list: OutlineNode?) {
    let lines =
      list.map { list in
        list.lines.map { ($0, String(decoding: $0.item(of: list), as: UTF8.self)) }
      } ?? []
    let constraints = lines.filter { $0.1.contains(" when max skew ") }
    guard !constraints.isEmpty else { return }
    field(
      "topologySpreadConstraints",
      sequence: { sequence in
        for (node, text) in constraints {
          sequence.mark = node.startMark
          sequence.mapping { $0.describedConstraint(text) }
        }
      })
  }

  private mutating func describedConstraint(_ text: String) {
    let head = text.parted(at: " when max skew ")
    let names = head?.0.split(separator: ":").map(String.init) ?? []
    fill("topologyKey", names.dropLast().joined(separator: ":"))
    fill("whenUnsatisfiable", names.last ?? "")
    if let skew = head?.1.leadingNumber { field("maxSkew", skew) }
    if let selector = text.parted(at: " for selector ")?.1 {
      describedSelector("labelSelector", selector)
    }
  }
}
