import Basics
import Synchronization

/// The fields of the API's types and what each of them takes, as Go declares them.
///
/// It is written down in lines of text: `Type field:type …`, where `[]T` is a list and `{}T` a map; a line
/// `= T Name …` names types that are kinds of `T`, and `package v1` begins a package. Fields between `S{` and
/// `}` are those of a type `S` that Go embeds, which errors name. A type's line is read when something of that
/// type is.
struct Schema: Sendable {
  /// A type with fields.
  final class Shape: Sendable {
    let package: String
    let name: String
    private let declaration: SchemaDeclaration
    private let names: TypeNames
    private let read = Mutex<Fields?>(nil)

    fileprivate init(_ declaration: SchemaDeclaration, among names: TypeNames) {
      self.declaration = declaration
      package = declaration.package
      name = String(declaration.name.prefix { $0 != "#" })
      self.names = names
    }

    /// The fields, which are read from the declaration when they are first asked for.
    var fields: Fields {
      read.withLock { known in
        if let known { return known }
        let fields = names.fields(of: declaration)
        known = fields
        return fields
      }
    }

    /// The embedded type that a field comes from; nil when it is this type's own.
    func embeddedType(of field: String) -> String? {
      var embedded: String?
      for word in declaration.words {
        if word.hasSuffix("{") { embedded = String(word.dropLast()) }
        if word == "}" { embedded = nil }
        if word.hasPrefix("\(field):") { return embedded }
      }
      return nil
    }
  }

  /// The fields of a type and what each of them takes.
  final class Fields: Sendable {
    /// The names, in the order of the declaration.
    let table: NameTable
    /// What each of them takes, in the same order, and behind that what the elements of lists and maps do.
    let types: [FieldType]
    /// The types of the same places as they are declared.
    let declared: [ValueType]

    init(_ fields: [(name: String, type: ValueType)]) {
      table = NameTable(fields.map(\.name))
      (types, declared) = FieldType.row(of: fields.map(\.type))
    }
  }

  let shapes: [Shape]
  private let names: TypeNames

  /// The schema of the kinds that this module knows.
  static let kubernetes = Schema([
    pods, volumes, core, workloads, policies, autoscaling, devices, flows,
    admission,
  ])

  init(_ texts: [String]) {
    let declarations = texts.flatMap(SchemaDeclaration.all(in:))
    let names = TypeNames(declarations)
    self.names = names
    shapes = declarations.filter { !$0.isKind }.map { Shape($0, among: names) }
  }

  /// The place of the type with fields of that name; nil when it is not known.
  func position(ofType name: String) -> Int? { names.positions[name] }

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
}

/// What the names of types in a schema stand for.
private struct TypeNames: Sendable {
  /// The places of the types with fields.
  let positions: [String: Int]
  /// The types that are kinds of another.
  private let kinds: [String: (package: String, type: Substring)]

  init(_ declarations: [SchemaDeclaration]) {
    var positions: [String: Int] = [:]
    var kinds: [String: (package: String, type: Substring)] = [:]
    var position = 0
    for declaration in declarations {
      if declaration.isKind {
        for name in declaration.words {
          kinds[String(name)] = (declaration.package, declaration.name)
        }
      } else {
        positions[String(declaration.name)] = position
        position += 1
      }
    }
    self.positions = positions
    self.kinds = kinds
  }

  /// The fields of a type and what each of them takes.
  func fields(of declaration: SchemaDeclaration) -> Schema.Fields {
    var fields: [(name: String, type: ValueType)] = []
    for word in declaration.words {
      guard let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")) else { continue }
      fields.append((String(word[..<colon]), type(word[word.utf8.index(after: colon)...])))
    }
    return Schema.Fields(fields)
  }

  private func type(_ text: Substring) -> ValueType {
    if text.hasPrefix("[]") { return .list(type(text.dropFirst(2))) }
    if text.hasPrefix("{}") { return .map(type(text.dropFirst(2))) }
    let name = String(text)
    if let position = positions[name] { return .shape(position) }
    if let (package, type) = kinds[name] {
      return .named("\(package).\(name)", self.type(type))
    }
    return ValueType.plain[name] ?? .any
  }
}
