package import CEL
package import Provenance

extension Rule {
  /// A path that a rule reads, such as `pod.spec.nodeName`, and the expression that reads it.
  package struct Read: Sendable {
    package var path: MemberPath
    /// Where the expression stands.
    package var place: Place
  }

  /// Every path that the rule's expressions read; throws what is wrong with them.
  package func reads() throws(RuleErrors) -> [Read] {
    let telling = try telling.value.get()
    return (given.map(\.expression) + [when] + telling.expressions).flatMap { expression in
      expression.reads.map { Read(path: $0, place: expression.text.place) }
    }
  }
}

extension Telling {
  /// All expressions, in the order of the rule's keys.
  fileprivate var expressions: [Expression] {
    var all = [blames, confidence].compactMap(\.self)
    if case .computed(let expression) = severity { all.append(expression) }
    all += says.expressions
    all += evidence.flatMap { clause in
      [clause.each?.expression, clause.when, clause.of, clause.quote].compactMap(\.self)
        + clause.at.expressions + clause.says.expressions
    }
    all += lowered.flatMap { [$0.when, $0.amount.expression] + $0.because.expressions }
    all += alternatives.flatMap {
      [$0.confidence, $0.when].compactMap(\.self) + $0.unless.expressions
    }
    all += remedies.flatMap { clause in
      [clause.when].compactMap(\.self) + clause.says.expressions
        + (clause.command?.expressions ?? []) + (clause.patch?.expressions ?? [])
    }
    return all
  }
}

extension Telling.Lowering.Amount {
  fileprivate var expression: Expression {
    switch self {
    case .to(let expression), .by(let expression): expression
    }
  }
}

extension Template {
  var expressions: [Expression] {
    parts.compactMap { if case .expression(let expression) = $0 { expression } else { nil } }
  }
}
