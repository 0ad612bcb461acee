import KubernetesModel

/// A claim's constraint while devices are picked for the claim.
///
/// Constraints are monotonic: one that a device breaks stays broken when more devices are added.
struct ConstraintState {
  private enum Kind {
    case match
    case distinct
  }

  private let kind: Kind
  private let attribute: String
  /// The requests it applies to; all when empty.
  private let requests: Set<String>
  /// For `match`, the value that the first device set.
  private var shared: DeviceAttribute?
  /// For `distinct`, the value of the last device of each request (upstream keeps no more).
  private var taken: [String: DeviceAttribute] = [:]
  private var count = 0

  /// Nil for a kind of constraint that kube-scheduler 1.36 does not know.
  init?(_ constraint: DeviceConstraint) {
    requests = Set(constraint.requests)
    if let name = constraint.matchAttribute {
      kind = .match
      attribute = name
    } else if let name = constraint.distinctAttribute {
      kind = .distinct
      attribute = name
    } else {
      return nil
    }
  }

  /// Whether `device` may join the devices picked so far; if so, it has joined.
  mutating func add(_ device: Device, _ id: DeviceID, for request: RequestName) -> Bool {
    guard applies(to: request) else { return true }
    guard let value = device.attribute(named: attribute, driver: id.driver) else { return false }
    guard count == 0 || accepts(value) else { return false }
    switch kind {
    case .match: if count == 0 { shared = value }
    case .distinct: taken[request.base] = value
    }
    count += 1
    return true
  }

  /// Takes back one successful ``add(_:_:for:)``.
  mutating func remove(for request: RequestName) {
    guard applies(to: request) else { return }
    taken[request.base] = nil
    count -= 1
  }

  private func applies(to request: RequestName) -> Bool {
    requests.isEmpty || requests.contains(request.base)
      || (request.sub != nil && requests.contains(request.full))
  }

  private func accepts(_ value: DeviceAttribute) -> Bool {
    switch kind {
    case .match: shared.map { value.hasSameValue(as: $0) } ?? false
    case .distinct: value.hasValue && !taken.values.contains { value.hasSameValue(as: $0) }
    }
  }
}

/// The name of a request, or of one of the alternatives of a request.
struct RequestName: Hashable, Sendable {
  var base: String
  var sub: String?

  var full: String { sub.map { "\(base)/\($0)" } ?? base }
  /// What error texts call it: upstream gives the alternative's own name.
  var own: String { sub ?? base }
}

extension DeviceAttribute {
  /// The first value set, in the order in which kube-scheduler looks.
  private var value: Value? {
    if let string { return .string(string) }
    if let int { return .int(int) }
    if let bool { return .bool(bool) }
    if let version { return .version(version) }
    return nil
  }

  private enum Value: Equatable {
    case string(String)
    case int(Int64)
    case bool(Bool)
    case version(String)
  }

  fileprivate var hasValue: Bool { value != nil }

  fileprivate func hasSameValue(as other: DeviceAttribute) -> Bool {
    value.map { $0 == other.value } ?? false
  }
}

extension Device {
  /// The attribute of a fully qualified name; those of the driver itself may be written without its domain.
  func attribute(named name: String, driver: String) -> DeviceAttribute? {
    if let attribute = attributes[name] { return attribute }
    guard let slash = name.firstIndex(of: "/"), name[..<slash] == driver else { return nil }
    return attributes[String(name[name.index(after: slash)...])]
  }
}
