/// The fields of the API's types and what each of them takes, as Go declares them.
///
/// It is written down in lines of text: `Type field:type …`, where `[]T` is a list and `{}T` a map; a line
/// `= T Name …` names types that are kinds of `T`, and `package v1` begins a package.
struct Schema: Sendable {
  /// A type with fields.
  struct Shape: Sendable {
    let package: String
    let name: String
    var fields: [String: ValueType]
  }

  private(set) var shapes: [Shape] = []
  private var positions: [String: Int] = [:]

  /// The schema of the kinds that this module knows.
  static let kubernetes = Schema([pods, volumes, core, workloads, policies, autoscaling, devices])

  init(_ texts: [String]) {
    let declarations = texts.flatMap(SchemaDeclaration.all(in:))
    var kinds: [String: (package: String, type: Substring)] = [:]
    for declaration in declarations {
      if declaration.isKind {
        for name in declaration.words {
          kinds[String(name)] = (declaration.package, declaration.name)
        }
      } else {
        let name = String(declaration.name)
        positions[name] = shapes.count
        let goName = String(name.prefix { $0 != "#" })
        shapes.append(Shape(package: declaration.package, name: goName, fields: [:]))
      }
    }
    for declaration in declarations where !declaration.isKind {
      guard let position = positions[String(declaration.name)] else { continue }
      for word in declaration.words {
        guard let colon = word.firstIndex(of: ":") else { continue }
        let type = word[word.index(after: colon)...]
        shapes[position].fields[String(word[..<colon])] = resolve(type, kinds)
      }
    }
  }

  /// The type of that name; nil when it is not known.
  func type(named name: String) -> ValueType? { positions[name].map(ValueType.shape) }

  /// A type as Go prints it.
  func goName(of type: ValueType) -> String {
    switch type {
    case .string: "string"
    case .bool: "bool"
    case .int32: "int32"
    case .int64: "int64"
    case .float64: "float64"
    case .bytes: "[]uint8"
    case .quantity: "resource.Quantity"
    case .intOrString: "intstr.IntOrString"
    case .time: "v1.Time"
    case .duration: "v1.Duration"
    case .any: "interface {}"
    case .list(let element): "[]" + goName(of: element)
    case .map(let element): "map[string]" + goName(of: element)
    case .shape(let position): "\(shapes[position].package).\(shapes[position].name)"
    case .named(let name, _): name
    }
  }

  private func resolve(
    _ text: Substring, _ kinds: [String: (package: String, type: Substring)]
  ) -> ValueType {
    if text.hasPrefix("[]") { return .list(resolve(text.dropFirst(2), kinds)) }
    if text.hasPrefix("{}") { return .map(resolve(text.dropFirst(2), kinds)) }
    let name = String(text)
    if let position = positions[name] { return .shape(position) }
    if let (package, type) = kinds[name] {
      return .named("\(package).\(name)", resolve(type, kinds))
    }
    return ValueType.plain[name] ?? .any
  }
}
