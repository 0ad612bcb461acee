import Findings
import Provenance

extension LoadedObject {
  /// Gives the object the namespace it would be created in when it names none.
  package mutating func settle(in defaultNamespace: String) {
    guard reference.namespace.isEmpty, var value, type(of: value).isNamespaced else { return }
    value.metadata.namespace = defaultNamespace
    self.value = value
    reference.namespace = defaultNamespace
    for index in problems.indices { problems[index].object = reference }
  }
}
