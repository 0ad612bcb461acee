import KubernetesModel
import YAML

/// Collects what may not change of an object.
struct UpdateRules {
  static let isImmutable = "field is immutable"

  private(set) var refusals: [UpdateRefusal] = []

  mutating func refuse(_ field: String, _ message: String) {
    refusals.append(UpdateRefusal(field: field, message: message))
  }

  mutating func invalid(_ field: String, _ value: BadValue, _ detail: String) {
    refuse(field, "\(field): Invalid value: \(value.shown ?? ""): \(detail)")
  }

  mutating func forbidden(_ field: String, _ detail: String) {
    refuse(field, "\(field): Forbidden: \(detail)")
  }

  /// Refuses another text in place of one; an absent one stays what it is.
  mutating func immutable(_ field: String, _ new: String?, _ old: String?) {
    guard let new, !new.isEmpty, new != old else { return }
    invalid(field, .text(new), Self.isImmutable)
  }

  /// Refuses another number in place of one; an absent one stays what it is.
  mutating func immutable(_ field: String, _ new: Int32?, _ old: Int32?) {
    guard let new, new != old else { return }
    invalid(field, .int(Int64(new)), Self.isImmutable)
  }

  /// Refuses anything that is stated and was not before.
  mutating func whole(_ field: String, _ new: (some APIStruct)?, _ old: (some APIStruct)?) {
    guard let new else { return }
    guard let old else { return invalid(field, .json("{…}"), Self.isImmutable) }
    guard let path = StatedDifference.between(new, old, at: field) else { return }
    refuse(path, "\(field): Invalid value: {…}: \(Self.isImmutable)")
  }

  /// Refuses another selector; the labels that it lacks count as taken away.
  mutating func selector(_ new: LabelSelector?, _ old: LabelSelector?) {
    guard let new, let old, new != old else { return }
    invalid(
      "spec.selector", .json(String(decoding: new.encoded(), as: UTF8.self)), Self.isImmutable)
  }

  /// Refuses another role than the one that is bound.
  mutating func role(_ new: YAMLNode?, _ old: YAMLNode?) {
    let (kind, name) = (new?["kind"]?.string, new?["name"]?.string)
    guard let kind, let name, let old,
      kind != old["kind"]?.string || name != old["name"]?.string
    else { return }
    let group = new?["apiGroup"]?.string ?? "rbac.authorization.k8s.io"
    let value = GoJSON.object([
      "APIGroup": GoNotation.json(group), "Kind": GoNotation.json(kind),
      "Name": GoNotation.json(name),
    ])
    invalid("roleRef", .json(value), "cannot change roleRef")
  }
}
