import Basics

/// The lines in which two texts differ, in the form that `patch` and `git apply` take.
struct UnifiedDiff {
  private static let context = 3

  private let path: String
  private let before: [ArraySlice<UInt8>]
  private let after: [ArraySlice<UInt8>]
  /// Longer stretches are not compared line by line, but given as replaced.
  private static let comparedLines = 2_000

  init(of path: String, _ before: [UInt8], _ after: [UInt8]) {
    self.path = path
    self.before = Self.lines(of: before)
    self.after = Self.lines(of: after)
  }

  /// Nothing when the texts are the same.
  var bytes: [UInt8] {
    let steps = steps
    let changed = steps.indices.filter { steps[$0].mark != .both }
    guard !changed.isEmpty else { return [] }
    var output = ByteWriter()
    output.write("--- \(named("a"))\n+++ \(named("b"))\n")
    var index = 0
    while index < changed.count {
      let first = max(0, changed[index] - Self.context)
      var last = changed[index]
      while index < changed.count, changed[index] - last <= 2 * Self.context {
        last = changed[index]
        index += 1
      }
      write(steps, first..<min(steps.count, last + Self.context + 1), into: &output)
    }
    return output.bytes
  }

  private func named(_ side: String) -> String {
    let isPlain = !path.hasPrefix("/") && path != "-"
    // git apply refuses paths with a dot in front.
    let path = path.hasPrefix("./") ? String(path.dropFirst(2).drop { $0 == "/" }) : path
    let name = path.unicodeScalars.map { $0.value < 0x20 ? "?" : String($0) }.joined()
    return isPlain ? "\(side)/\(name)" : name
  }

  /// A line of the diff, and which of the texts has it.
  private struct Step {
    enum Mark: String {
      case both = " "
      case removed = "-"
      case added = "+"
    }

    var mark: Mark
    var line: ArraySlice<UInt8>
  }

  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { text[$0.startIndex..<min($0.endIndex + 1, text.endIndex)] }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private var steps: [Step] {
    let start = zip(before, after).prefix { $0.elementsEqual($1) }.count
    let rest = min(before.count, after.count) - start
    let end = zip(before.reversed(), after.reversed()).prefix(rest)
      .prefix { $0.elementsEqual($1) }.count
    let middle = Self.differences(
      Array(before[start..<before.count - end]), Array(after[start..<after.count - end]))
    return before[..<start].map { Step(mark: .both, line: $0) } + middle
      + before[(before.count - end)...].map { Step(mark: .both, line: $0) }
  }

  /// The longest common subsequence decides which lines stay.
  private static func differences(
    _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) -> [Step] {
    guard old.count <= comparedLines, new.count <= comparedLines else {
      return old.map { Step(mark: .removed, line: $0) } + new.map { Step(mark: .added, line: $0) }
    }
    let width = new.count + 1
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for row in old.indices.reversed() {
      for column in new.indices.reversed() {
        lengths[row * width + column] =
          old[row].elementsEqual(new[column])
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var steps: [Step] = []
    var (row, column) = (0, 0)
    while row < old.count || column < new.count {
      if row < old.count, column < new.count, old[row].elementsEqual(new[column]) {
        steps.append(Step(mark: .both, line: old[row]))
        (row, column) = (row + 1, column + 1)
      } else if column == new.count
        || (row < old.count
          && lengths[(row + 1) * width + column] >= lengths[row * width + column + 1])
      {
        steps.append(Step(mark: .removed, line: old[row]))
        row += 1
      } else {
        steps.append(Step(mark: .added, line: new[column]))
        column += 1
      }
    }
    return steps
  }

  private func write(_ steps: [Step], _ range: Range<Int>, into output: inout ByteWriter) {
    let (oldBefore, newBefore) = (
      steps[..<range.lowerBound].count { $0.mark != .added },
      steps[..<range.lowerBound].count { $0.mark != .removed }
    )
    let (old, new) = (
      steps[range].count { $0.mark != .added }, steps[range].count { $0.mark != .removed }
    )
    output.write(
      "@@ -\(Self.span(oldBefore, old)) +\(Self.span(newBefore, new)) @@\n")
    for step in steps[range] {
      output.write(step.mark.rawValue)
      output.write(bytes: step.line)
      if step.line.last != 0x0A { output.write("\n\\ No newline at end of file\n") }
    }
  }

  /// A stretch of no lines begins after the line before it.
  private static func span(_ before: Int, _ count: Int) -> String {
    "\(count == 0 ? before : before + 1),\(count)"
  }
}
