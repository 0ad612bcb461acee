import CEL
import Provenance

/// Compiles the expressions of one rule, with the names known at each point, and collects what is
/// wrong.
struct RuleCompiler: Sendable {
  var errors: [RuleError] = []
  private var environment: Environment
  private let strictness: Environment.Strictness

  /// A compiler that knows the variables of the rule's kind of subject.
  init(in environment: Environment, _ strictness: Environment.Strictness) {
    self.environment = environment
    self.strictness = strictness
  }

  /// How many variables are declared so far.
  var variableCount: Int { environment.variables.count }

  /// Compiles the definitions in order; each sees those before it.
  mutating func definitions(_ definitions: [RuleSource.Definition]) -> [RuleDefinition] {
    definitions.compactMap { definition($0, giving: .any) }
  }

  /// Compiles a definition, and declares its name for what follows.
  mutating func definition(
    _ definition: RuleSource.Definition, giving result: Expression.Outcome
  ) -> RuleDefinition? {
    let name = definition.name
    let expression = expression(definition.expression, giving: result)
    let isTaken = environment.variable(named: name.value) != nil
    guard Self.isIdentifier(name.value), !isTaken else {
      let says = isTaken ? "is taken already" : "is no name"
      refuse("\(name.value) \(says)", at: name)
      return nil
    }
    environment.declare(name.value)
    return expression.map { RuleDefinition(name.value, $0) }
  }

  /// Compiles an expression that may be absent.
  mutating func optional(_ text: RuleText?, giving result: Expression.Outcome) -> Expression? {
    text.flatMap { expression($0, giving: result) }
  }

  /// Compiles an expression, now unless it is known to be right; nil, with an error noted, when it is wrong.
  mutating func expression(_ text: RuleText, giving result: Expression.Outcome) -> Expression? {
    guard strictness == .checked else { return Expression(text, knownIn: environment) }
    do {
      let program = try environment.compile(text.value, strictness)
      guard result.allows(program.resultType) else {
        refuse("gives \(program.resultType), not \(result.rawValue)", at: text)
        return nil
      }
      return Expression(text, program)
    } catch {
      errors += error.diagnostics.map {
        RuleError($0.message, at: text.place(ofOffset: $0.offset))
      }
      return nil
    }
  }

  /// Compiles a text with expressions between braces.
  mutating func template(_ text: RuleText, _ style: TextStyle) -> Template? {
    let parts: [TemplateScanner.Part]
    do {
      parts = try TemplateScanner.parts(of: text.value)
    } catch {
      errors.append(RuleError(error.says, at: text.place(ofOffset: error.offset)))
      return nil
    }
    let known = errors.count
    let compiled = parts.compactMap { part($0, of: text) }
    return errors.count > known ? nil : Template(style: style, place: text.place, parts: compiled)
  }

  private mutating func part(_ part: TemplateScanner.Part, of text: RuleText) -> Template.Part? {
    switch part {
    case .literal(let literal): return .literal(literal)
    case .expression(let expression, let offset):
      let inner = RuleText(expression, at: text.place(ofOffset: offset))
      return self.expression(inner, giving: .any).map { .expression($0) }
    }
  }

  /// Notes an error about a text of the rule.
  mutating func refuse(_ says: String, at text: RuleText) {
    errors.append(RuleError(says, at: text.place))
  }

  private static func isIdentifier(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return false }
    return name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }
}
