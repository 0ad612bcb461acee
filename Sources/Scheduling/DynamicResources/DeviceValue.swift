import CEL
import KubernetesModel

/// A device as selectors see it: the variable `device`.
enum DeviceValue: Sendable {
  case value(Value)
  /// An attribute has a value that selectors cannot read.
  case unreadable(String)

  init(_ device: Device, driver: String) {
    var attributes = Domains(driver: driver)
    for (name, attribute) in device.attributes.sorted(by: { $0.key < $1.key }) {
      do {
        attributes.add(try attribute.celValue, named: name)
      } catch {
        self = .unreadable("attribute \(name): \(error.text)")
        return
      }
    }
    var capacity = Domains(driver: driver)
    for (name, amount) in device.capacity.sorted(by: { $0.key < $1.key }) {
      capacity.add(.quantity(amount.value), named: name)
    }
    self = .value(
      .map([
        ("driver", .string(driver)),
        ("allowMultipleAllocations", .bool(device.allowMultipleAllocations == true)),
        ("attributes", .map(attributes.map)),
        ("capacity", .map(capacity.map)),
      ]))
  }
}

/// Values by domain and name; a name without a domain is the driver's own.
private struct Domains {
  let driver: String
  private var values: [(domain: String, entries: [(String, Value)])] = []

  init(driver: String) {
    self.driver = driver
  }

  mutating func add(_ value: Value, named name: String) {
    let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let domain = parts.count == 2 ? String(parts[0]) : driver
    let entry = (String(parts.last ?? ""), value)
    if let index = values.firstIndex(where: { $0.domain == domain }) {
      values[index].entries.append(entry)
    } else {
      values.append((domain, [entry]))
    }
  }

  var map: DomainMap {
    DomainMap(
      domains: Dictionary(uniqueKeysWithValues: values.map { ($0.domain, Value.map($0.entries)) }))
  }
}

/// Maps from domain to values: a domain that no value has is there and empty, though not listed.
private final class DomainMap: MapObject {
  let domains: [String: Value]

  init(domains: [String: Value]) {
    self.domains = domains
  }

  var keys: [Value] { domains.keys.sorted().map(Value.string) }

  func member(_ key: String) -> Value? { domains[key] ?? .map([]) }

  func contains(_ key: Value) -> Bool {
    guard case .string(let text) = key else { return false }
    return domains[text] != nil
  }
}

/// Why an attribute has no value.
private struct Unreadable: Error {
  var text: String
}

extension DeviceAttribute {
  fileprivate var celValue: Value {
    get throws(Unreadable) {
      if let int { return .int(int) }
      if let bool { return .bool(bool) }
      if let string { return .string(string) }
      guard let version else { throw Unreadable(text: "unsupported attribute value") }
      guard let value = Constructor.semver(version) else {
        throw Unreadable(text: "parse semantic version: invalid version \"\(version)\"")
      }
      return value
    }
  }
}

extension Value {
  fileprivate static func quantity(_ quantity: Quantity) -> Value {
    Constructor.quantity(quantity.description) ?? .null
  }
}

/// Makes values of the types that Kubernetes adds to the language, by the language's own functions.
private enum Constructor {
  static func semver(_ text: String) -> Value? { evaluate(semver, text) }
  static func quantity(_ text: String) -> Value? { evaluate(quantity, text) }

  private static let semver = program("semver(text)")
  private static let quantity = program("quantity(text)")

  private static func program(_ expression: String) -> Program? {
    var environment = Environment.kubernetes
    environment.declare("text", .string)
    return try? environment.compile(expression)
  }

  private static func evaluate(_ program: Program?, _ text: String) -> Value? {
    try? program?.evaluate(Bindings(["text": .string(text)]))
  }
}
