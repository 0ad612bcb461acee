import CEL
import Provenance

/// A text of a rule with expressions between braces, compiled.
struct Template: Sendable {
  enum Part: Sendable {
    case literal(String)
    case expression(Expression)
  }

  var style: TextStyle
  var place: Place
  var parts: [Part]

  /// The text about the subject of `scope`, each value written in the template's style.
  func text(in scope: RuleScope) throws(EvaluationError) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .expression(let expression): text += style.text(of: try expression.value(in: scope))
      }
    }
    return text
  }
}
