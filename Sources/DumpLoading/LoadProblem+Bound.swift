import Findings
import Provenance

extension [LoadProblem] {
  /// How many problems of one file are told; more would drown all else.
  private static let mostOfOneFile = 200
  /// How many are told of the whole dump.
  private static let most = 1_000

  /// These problems, which are sorted, with the number of the rest in place of what is too much.
  var bounded: [LoadProblem] {
    guard count > Self.mostOfOneFile else { return self }
    var result: [LoadProblem] = []
    var start = startIndex
    while start < endIndex {
      let file = self[start].place.file
      let end = self[start...].firstIndex { $0.place.file != file } ?? endIndex
      result += Self.cut(Array(self[start..<end]), at: Self.mostOfOneFile, "the file")
      start = end
    }
    return Self.cut(result, at: Self.most, "the dump")
  }

  private static func cut(
    _ problems: [LoadProblem], at most: Int, _ whole: String
  ) -> [LoadProblem] {
    guard problems.count > most else { return problems }
    let says = "\(problems.count - most) more things are wrong with \(whole)"
    return problems.prefix(most)
      + [LoadProblem(.tooLarge, at: problems[most].place, says: says)]
  }
}
