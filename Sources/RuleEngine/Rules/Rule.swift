import CEL

/// A rule ready to be asked: its condition compiled, what it tells compiled when it first matches.
package final class Rule: Sendable {
  package let name: String
  /// What the rule's parameters are unless somebody sets them.
  let parameters: Value
  /// The slot of `parameters` in the rule's environment; -1 when it has none.
  let parametersSlot: Int
  let given: [RuleDefinition]
  /// The slot of the first name of `given` in the rule's environment.
  let firstGiven: Int
  /// The list that the rule is asked for each element of.
  let each: RuleDefinition?
  let when: Expression
  let source: Lazy<Attempt<RuleSource, RuleErrors>>
  let telling: Lazy<Attempt<Telling, RuleErrors>>

  /// Compiles the rule's condition, with the names that the environment knows.
  init(
    _ premise: RulePremise, _ source: Lazy<Attempt<RuleSource, RuleErrors>>,
    in environment: Environment, _ strictness: Environment.Strictness,
    remedies: Lazy<Attempt<SharedRemedies, RuleErrors>>
  ) throws(RuleErrors) {
    var compiler = RuleCompiler(in: environment, strictness)
    firstGiven = compiler.variableCount
    parametersSlot = premise.parameters.isEmpty ? -1 : firstGiven - 1
    parameters = Value(premise.parameters)
    let given = compiler.definitions(premise.given)
    let each = premise.each.flatMap { compiler.definition($0, giving: .list) }
    let when = compiler.expression(premise.when, giving: .bool)
    guard let when, compiler.errors.isEmpty else { throw RuleErrors(compiler.errors) }
    name = premise.name.value
    self.source = source
    self.given = given
    self.each = each
    self.when = when
    let continued = compiler
    telling = Lazy {
      Attempt { () throws(RuleErrors) in
        try Telling(
          source.value.get(), remedies: remedies.value.get(), compiledBy: continued)
      }
    }
  }

  /// Compiles the rest of the rule too, and throws what is wrong with it.
  package func compileAll() throws(RuleErrors) {
    _ = try telling.value.get()
  }
}
