import CEL
import KubernetesModel
import RuleEngine
import YAML

/// What rules can ask of the amounts of resources that a container states, request by request and limit by limit.
enum StatedAmountFacts {
  /// One amount as it is written.
  struct Base: Sendable {
    /// `requests` or `limits`.
    let section: String
    let resource: String
    let amount: String
  }

  private static let table = FactTable<Base>([
    "section": { .string($0.section) },
    "resource": { .string($0.resource) },
    "amount": { .string($0.amount) },
    "path": { .string("resources.\($0.section)[\($0.resource)]") },
  ])

  /// The amounts of a container, requests first; what is no quantity is left to the validation.
  static func all(of container: TemplateContainer) -> [FactObject] {
    guard let resources = container.origin.node?["resources"] else { return [] }
    var amounts: [FactObject] = []
    for section in ["requests", "limits"] {
      guard let stated = resources[section] else { continue }
      for (resource, _, amount) in stated.entries where isQuantity(amount) {
        amounts.append(
          FactObject(Base(section: section, resource: resource, amount: amount.text), table))
      }
    }
    return amounts
  }

  private static func isQuantity(_ node: YAMLNode) -> Bool {
    node.isScalar && !node.isNull && (try? Quantity(node.text)) != nil
  }
}
