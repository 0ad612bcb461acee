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
  /// The text where it is the same about every subject.
  let fixed: String?

  init(style: TextStyle, place: Place, parts: [Part]) {
    self.style = style
    self.place = place
    self.parts = parts
    let literals = parts.compactMap { part in
      if case .literal(let text) = part { text } else { nil }
    }
    fixed = literals.count == parts.count ? literals.joined() : nil
  }

  /// The text about the subject of `scope`, each value written in the template's style.
  func text(in scope: RuleScope) throws(EvaluationError) -> String {
    if let fixed { return fixed }
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
