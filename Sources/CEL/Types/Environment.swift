/// What expressions may refer to: variables with their types, functions, types and syntax.
package struct Environment: Sendable {
  /// A variable that an activation gives a value, known by name or by its place among all variables.
  package struct Variable: Sendable, Hashable {
    package var name: String
    package var type: StaticType
    /// The variable's number, in the order of declaration from zero.
    package var slot: Int
  }

  /// How strictly an expression is held against the declared types.
  package enum Strictness: Sendable {
    /// Undeclared names and wrong types are compile errors.
    case checked
    /// Whatever is wrong shows at evaluation; nothing is known about types, which makes it cheap.
    case unchecked
  }

  /// Rules that some hosts of the language add to it.
  enum Flavour: Sendable {
    case standard, kubernetes
  }

  /// The namespace in which names are looked up first, such as `com.example`.
  package var container = ""
  package var syntax = Syntax()
  package private(set) var variables: [Variable] = []
  private var slots: [String: Int] = [:]
  private(set) var functions: [String: Function] = [:]
  private(set) var namedTypes: [String: StaticType] = [:]
  /// The first words of all declared names that have dots, such as `math`.
  private var qualifiers: Set<String> = []
  /// A bit for each letter with which one of them begins, so that most names need no search.
  private var initialsOfQualifiers: UInt32 = 0
  var flavour = Flavour.standard

  /// An environment with the standard library and the libraries given.
  package init(_ libraries: [Library] = []) {
    for library in [Library.standard] + libraries {
      add(library)
    }
  }

  /// Makes the functions, types and macros of a library available.
  package mutating func add(_ library: Library) {
    for function in library.functions { add(function) }
    for type in library.types {
      namedTypes[type.runtimeName] = type
      noteQualifier(of: type.runtimeName)
    }
    syntax.macros.formUnion(library.macros)
    syntax.optionals = syntax.optionals || library.enablesOptionalSyntax
  }

  /// Makes a function available, or adds overloads to one that is.
  package mutating func add(_ function: Function) {
    functions[function.name, default: Function(function.name, [])].overloads +=
      function.overloads
    noteQualifier(of: function.name)
  }

  /// Declares a variable; one of the same name is replaced and keeps its slot.
  @discardableResult
  package mutating func declare(_ name: String, _ type: StaticType = .dyn) -> Variable {
    let slot = slots[name] ?? variables.count
    let variable = Variable(name: name, type: type, slot: slot)
    if slot == variables.count { variables.append(variable) } else { variables[slot] = variable }
    slots[name] = slot
    noteQualifier(of: name)
    return variable
  }

  private mutating func noteQualifier(of name: String) {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return }
    qualifiers.insert(String(name[..<dot]))
    initialsOfQualifiers |= Self.initial(of: name)
  }

  /// The bit of the first letter of a name.
  private static func initial(of name: String) -> UInt32 {
    1 << UInt32((name.utf8.first ?? 0) & 31)
  }

  /// Whether a name with dots that begins with this word can be declared.
  func mayQualify(_ word: String) -> Bool {
    if !container.isEmpty || word.hasPrefix(".") { return true }
    return initialsOfQualifiers & Self.initial(of: word) != 0 && qualifiers.contains(word)
  }

  /// The variable of exactly this name.
  package func variable(named name: String) -> Variable? { slots[name].map { variables[$0] } }

  /// Reads a text as an expression over these declarations.
  package func compile(
    _ text: String, _ strictness: Strictness = .checked
  ) throws(CompileError) -> Program {
    let source = SourceText(text)
    let root: Expression
    let nodeCount: Int
    do {
      (root, nodeCount) = try Parser.parse(text, syntax: syntax)
    } catch {
      throw CompileError(.parse, [error], in: source)
    }
    var checker = Checker(self, nodeCount: nodeCount, findsTypes: strictness == .checked)
    checker.run(root)
    if strictness == .checked, !checker.errors.isEmpty {
      throw CompileError(.typing, checker.sortedErrors, in: source)
    }
    return try Program(root, checker.result, environment: self, source: source)
  }

  /// The names that a name can mean, the innermost namespace first.
  func candidates(for name: String) -> [String] {
    if name.hasPrefix(".") { return [String(name.dropFirst())] }
    guard !container.isEmpty else { return [name] }
    var names: [String] = []
    var scope = container[...]
    while !scope.isEmpty {
      names.append("\(scope).\(name)")
      scope = scope.lastIndex(of: ".").map { scope[..<$0] } ?? ""
    }
    return names + [name]
  }
}
