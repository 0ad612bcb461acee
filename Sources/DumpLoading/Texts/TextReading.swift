import Findings
import YAML

/// What a reader of texts made of the lines at its start.
struct TextReading: Sendable {
  /// API objects as far as the text shows them, with the marks of the lines that they come from.
  var objects: [Document] = []
  var problems: [LoadProblem] = []
  /// The kinds of which the text shows all objects that there were.
  var listedKinds: Set<String> = []
  /// Whether the text shows only some of what there was, however much it shows.
  var isExcerpt = false
  /// How many lines were read; the next reader starts behind them.
  var lineCount = 0
}
