/// A part of a whole as kubectl prints it, such as `1/2`.
struct Ratio: Equatable, Sendable {
  var part: Int32
  var whole: Int32

  /// Whether nothing is missing.
  var isWhole: Bool { part == whole }
}

extension Ratio {
  /// Reads a cell; nil when it holds no ratio.
  init?(_ cell: TableCell?) {
    guard let halves = cell?.text.split(separator: "/", omittingEmptySubsequences: false),
      halves.count == 2, let part = Int32(halves[0]), let whole = Int32(halves[1]), part >= 0,
      whole >= 0
    else { return nil }
    self.init(part: part, whole: whole)
  }
}
