import CEL
import KubernetesModel
import YAML

/// A check that a configuration of kube-linter defines by one of its templates.
struct KubeLinterCheck {
  /// Why a check cannot be made a rule, and where it says so.
  struct Objection: Error {
    var node: YAMLNode
    var says: String
  }

  let name: String
  let template: String
  private let node: YAMLNode

  init(_ node: YAMLNode) {
    self.node = node
    name = node["name"]?.string ?? ""
    template = node["template"]?.string ?? ""
  }

  /// The checks that come with kube-linter whose template has another name.
  static let namesByTemplate = [
    "anti-affinity": "no-anti-affinity", "liveness-probe": "no-liveness-probe",
    "readiness-probe": "no-readiness-probe", "privileged": "privileged-container",
    "read-only-root-fs": "no-read-only-root-fs", "target-port": "invalid-target-ports",
    "kubeconform": "schema-validation",
  ]

  var hasNoParameters: Bool { node["params"]?.entries.isEmpty ?? true }

  /// The kinds of objects that are asked; nil for all, and for all that make pods.
  var kinds: [String]? {
    let kinds = (node["scope"]?["objectKinds"]?.elements.map { $0 } ?? []).map(\.text)
    if kinds.isEmpty || kinds.contains("Any") { return nil }
    return kinds.flatMap { kind -> [String] in
      switch kind {
      case "DeploymentLike": Self.deploymentLike
      case "JobLike": ["Job", "CronJob"]
      default: [kind]
      }
    }
  }

  private static let deploymentLike = [
    "Deployment", "DeploymentConfig", "DaemonSet", "StatefulSet", "ReplicaSet",
    "ReplicationController", "Pod", "Job", "CronJob",
  ]
}

// MARK: - Parameters
extension KubeLinterCheck {
  /// A parameter, whose name is found in any case, as kube-linter does; nil when it is not set.
  private func parameter(_ name: String) -> YAMLNode? {
    node["params"]?.entries.first { $0.key.lowercased() == name.lowercased() }?.value
  }

  /// Refuses parameters that the template does not have.
  func expect(_ names: [String]) throws(Objection) {
    let known = Set(names.map { $0.lowercased() })
    for (key, _, value) in node["params"]?.entries.map({ $0 }) ?? []
    where !known.contains(key.lowercased()) {
      throw Objection(node: value, says: "template \(template) has no parameter \(key)")
    }
  }

  /// Refuses parameters that are no regular expressions, or lists of such.
  func expectPatterns(_ names: [String]) throws(Objection) {
    for node in names.compactMap(parameter) {
      for pattern in node.isSequence ? node.elements.map({ $0 }) : [node] {
        guard let says = Self.objection(toPattern: pattern.text) else { continue }
        throw Objection(node: pattern, says: says)
      }
    }
  }

  /// What is wrong with a regular expression; nil when nothing is.
  private static func objection(toPattern text: String) -> String? {
    let pattern = text.hasPrefix("!") ? String(text.dropFirst()) : text
    var environment = Environment.kubernetes
    environment.declare("pattern", .string)
    do throws(EvaluationError) {
      let program = try? environment.compile("''.matches(pattern)")
      _ = try program?.evaluate(Bindings(["pattern": .string(pattern)]))
      return nil
    } catch {
      return error.message
    }
  }

  /// Refuses a parameter that is no expression about an object.
  func expectExpression(_ name: String) throws(Objection) {
    guard let node = parameter(name) else { return }
    var environment = Environment.kubernetes
    environment.declare("object")
    do throws(CompileError) {
      _ = try environment.compile(node.text)
    } catch {
      throw Objection(node: node, says: "\(error)")
    }
  }

  func text(_ name: String) -> String { parameter(name)?.text ?? "" }

  func number(_ name: String) throws(Objection) -> Int? {
    guard let value = parameter(name) else { return nil }
    guard let number = value.int else {
      throw Objection(node: value, says: "\(name) has to be a whole number")
    }
    return Int(clamping: number)
  }

  func texts(_ name: String) throws(Objection) -> [String] {
    guard let value = parameter(name) else { return [] }
    guard value.isSequence else { throw Objection(node: value, says: "\(name) has to be a list") }
    return value.elements.map(\.text)
  }

  /// Refuses the whole check.
  func objection(_ says: String) -> Objection {
    Objection(node: node["params"] ?? node["template"] ?? node, says: says)
  }
}

// MARK: - Rules
extension KubeLinterCheck {
  /// What a template makes of a check, besides the words that the check brings.
  struct Body {
    enum Subject: String {
      case manifest = "Manifest"
      case pod = "PodTemplate"
      case container = "TemplateContainer"

      /// What is found fault with, in the words of a rule.
      var name: String {
        switch self {
        case .manifest: "{object.kind} {object.name}"
        case .pod: "{workload.kind} {pod.name}"
        case .container: "container {container.name}"
        }
      }
    }

    var about: Subject
    /// The field that decides.
    var field: String
    /// Names for expressions.
    var given: KeyValuePairs<String, String> = [:]
    var when: String
    /// What is wrong, as a CEL expression.
    var complaint: String
  }

  /// The file of a rule that finds what the check finds.
  func rule(_ body: Body) -> String {
    let json: (String) -> String = GoNotation.json
    let title = node["description"]?.string ?? "Check \(name) of kube-linter"
    let remedy = node["remediation"]?.string ?? "see check \(name)"
    var lines = [
      "name: \(name)", "title: \(json(Self.oneLine(title)))", "severity: error", "since: 0.1.0",
      "playbook: review", "about: \(body.about.rawValue)",
    ]
    var when = "(\(body.when))"
    if let kinds {
      switch body.about {
      case .manifest: lines.append("on: \(Self.yaml(kinds.map { "kind:\($0)" }))")
      case .pod, .container: when = "workload.kind in \(Self.yaml(kinds)) && " + when
      }
    }
    lines.append("given:")
    for (name, expression) in body.given { lines.append("  \(name): \(json(expression))") }
    lines.append("  complaint: \(json(body.complaint))")
    lines += [
      "when: \(json(when))", "says: \(json("\(body.about.name) {complaint}"))", "evidence:",
      "  - at: \(json(body.field))", "    says: \"the field that decides\"", "remedies:",
      "  - risk: inspect", "    says: \(json(Self.unbraced(Self.oneLine(remedy))))",
      "why: \(json(Self.unbraced(Self.oneLine(title))))",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A list as both YAML and CEL write it.
  static func yaml(_ texts: [String]) -> String {
    "[\(texts.map { GoNotation.json($0) }.joined(separator: ", "))]"
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A text in which no expression stands.
  private static func unbraced(_ text: String) -> String {
    text.replacing("{", with: "(").replacing("}", with: ")")
  }
}
