import Basics
import CEL
import Provenance

/// A text of a rule with expressions between braces, compiled.
final class Template: Sendable {
  enum Part: Sendable {
    case literal(String)
    case expression(Expression)
  }

  let style: TextStyle
  let place: Place
  let parts: [Part]

  init(style: TextStyle, place: Place, parts: [Part]) {
    self.style = style
    self.place = place
    self.parts = parts
  }

  /// The text about the subject of `scope`, each value written in the template's style.
  func text(in scope: RuleScope) throws(EvaluationError) -> String {
    var texts: [String] = []
    texts.reserveCapacity(parts.count)
    for part in parts {
      switch part {
      case .literal(let literal): texts.append(literal)
      case .expression(let expression):
        texts.append(style.text(of: try expression.value(in: scope)))
      }
    }
    return String(joining: texts)
  }
}
