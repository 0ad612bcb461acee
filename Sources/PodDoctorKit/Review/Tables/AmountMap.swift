import CEL
import KubernetesModel

/// Amounts of resources by name, each written as Kubernetes writes quantities when somebody reads it.
final class AmountMap: MapObject {
  private let amounts: ResourceList

  init(_ amounts: ResourceList) {
    self.amounts = amounts
  }

  var count: Int { amounts.count }

  var keys: [Value] { amounts.keys.map(Value.string) }

  func member(_ key: String) -> Value? { amounts[key].map { .string($0.description) } }

  func hasMember(_ key: String) -> Bool { amounts[key] != nil }

  func contains(_ key: Value) -> Bool {
    guard case .string(let name) = key else { return false }
    return hasMember(name)
  }
}
