import KubernetesModel

/// Replaces in a container's command line what the shell or the kubelet would put there, as far as
/// the manifest says it.
struct ShellVariables: Sendable {
  private static let namespaceFile =
    "cat /var/run/secrets/kubernetes.io/serviceaccount/namespace"

  /// The end of the variables that the kubelet sets for each Service of the namespace.
  private static let serviceHost = "_SERVICE_HOST"

  private let values: [String: String]
  private let namespace: String

  init(of container: Container, in namespace: String) {
    var values: [String: String] = [:]
    for variable in container.env {
      if variable.valueFrom == nil { values[variable.name] = variable.value }
      if variable.valueFrom?.fieldRef?.fieldPath == "metadata.namespace" {
        values[variable.name] = namespace
      }
    }
    self.values = values
    self.namespace = namespace
  }

  /// The text with `$NAME`, `${NAME}`, `$(NAME)` and the pod's namespace filled in; what is unknown
  /// stays.
  func expanded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return String(text) }
    var result = ""
    var rest = text
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      let (name, after) = Self.reference(at: rest)
      if let value = value(of: name) {
        result += value
        rest = after
      } else {
        result += "$"
      }
    }
    return result + rest
  }

  private func value(of name: String) -> String? {
    if name == Self.namespaceFile { return namespace }
    if let value = values[name] { return value }
    guard name.hasSuffix(Self.serviceHost) else { return nil }
    return String(
      name.dropLast(Self.serviceHost.utf8.count).lowercased().map { $0 == "_" ? "-" : $0 })
  }

  /// The name that a reference begins with, and what follows the reference.
  private static func reference(at text: Substring) -> (name: String, after: Substring) {
    for (open, close) in [("{", "}"), ("(", ")")] as [(Character, Character)]
    where text.first == open {
      guard let end = text.prefix(256).firstIndex(of: close) else { return ("", text) }
      let inside = text[text.index(after: text.startIndex)..<end]
      let name = open == "{" ? inside.prefix { $0 != ":" } : inside
      return (String(name), text[text.index(after: end)...])
    }
    let name = text.prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    return (String(name), text[name.endIndex...])
  }
}
