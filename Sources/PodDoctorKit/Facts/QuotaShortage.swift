import KubernetesModel
import Provenance

/// What a quota would have to allow so that all pods of a controller can be made that it refuses now.
struct QuotaShortage: Sendable {
  /// The limits that are too low, with what they would have to be, sorted by name.
  private(set) var needed: [(name: String, amount: Quantity)] = []

  /// What the API server said of one pod, held against the quota and the number of pods that are missing.
  ///
  /// The message names only what the next pod exceeds; with the pods after it other limits may be too low, which an
  /// earlier pod of the same controller tells.
  init?(of workload: WorkloadCase) {
    guard
      let refusal = workload.texts.first(where: { $0.cause == "quota-exceeded" })?.captures,
      let quota = workload.facts.snapshot.resourceQuotas.named(
        refusal["quota"] ?? "", in: workload.workload.namespace)
    else { return nil }
    let said = Self.amounts(refusal["requested"])
    let usedThen = Self.amounts(refusal["used"])
    let before = workload.pods.first?.quotaUsage
    for (name, limit) in quota.quotaLimits {
      guard let each = said[name] ?? before?[name] else { continue }
      let used = quota.status.used[name] ?? usedThen[name] ?? .zero
      let amount = used + Self.product(of: each, by: workload.missing)
      if limit < amount { needed.append((name, amount)) }
    }
    needed.sort { $0.name < $1.name }
  }

  /// `limits.cpu=2,requests.cpu=1`, as the admission plugin writes amounts.
  private static func amounts(_ text: String?) -> [String: Quantity] {
    var amounts: [String: Quantity] = [:]
    for part in (text ?? "").split(separator: ",") {
      guard let equals = part.firstIndex(of: "="),
        let amount = try? Quantity(String(part[part.index(after: equals)...]))
      else { continue }
      amounts[String(part[..<equals])] = amount
    }
    return amounts
  }

  /// By doubling, so that a thousand replicas take ten additions.
  private static func product(of amount: Quantity, by count: Int) -> Quantity {
    var product = Quantity.zero
    var power = amount
    var left = count
    while left > 0 {
      if left % 2 == 1 { product += power }
      left /= 2
      if left > 0 { power += power }
    }
    return product
  }
}
