import Basics
import Findings
import Provenance

/// The findings that a text shows, and what stands with each because of all the others.
struct ShownFindings: Sendable {
  /// All findings of the report.
  let findings: [ReviewFinding]
  /// The numbers of those that are shown.
  let numbers: [Int]
  /// The numbers of those before which nothing has the same reason, which is told once.
  let firsts: Set<Int>
  /// How many columns the longest mark takes.
  let columns: Int
  /// How many findings `--fix` would make a change for, and the rules that found these, by name.
  let correctable: Int
  let correctableRules: [String]

  /// What one processor learns of some findings.
  private struct Stretch: Sendable {
    var numbers: [Int] = []
    var columns = 1
    var correctable = 0
    var rules = NameNumbers()
  }

  /// How many findings are worth handing to another processor.
  private static let chunk = 4_096

  /// Those that count, or all where the text is to be wide.
  init(of findings: [ReviewFinding], isWide: Bool) {
    let stretches = findings.stretches(of: Self.chunk).concurrentMap {
      Self.stretch($0, of: findings, isWide: isWide)
    }
    self.findings = findings
    numbers = stretches.flatMap(\.numbers)
    firsts = Set(FirstReasons.firsts(of: findings) { isWide || $0.counts })
    columns = stretches.reduce(1) { max($0, $1.columns) }
    correctable = stretches.reduce(0) { $0 + $1.correctable }
    correctableRules = Set(stretches.flatMap(\.rules.names)).sorted()
  }

  private static func stretch(
    _ range: Range<Int>, of findings: [ReviewFinding], isWide: Bool
  ) -> Stretch {
    let findings = findings.span
    var stretch = Stretch()
    for number in range {
      if isWide || findings[number].counts {
        stretch.numbers.append(number)
        stretch.columns = max(stretch.columns, findings[number].place.mark.columns)
      }
      if findings[number].isCorrectable {
        stretch.correctable += 1
        _ = stretch.rules.number(of: findings[number].rule)
      }
    }
    return stretch
  }

  /// Whether a finding is about another object than the one that is shown before it.
  func beginsObject(at place: Int) -> Bool {
    guard place > 0 else { return true }
    let findings = findings.span
    return !findings[numbers[place]].isAboutObject(of: findings[numbers[place - 1]])
  }
}

extension ReviewFinding {
  /// Whether `--fix` would make a change for it.
  fileprivate var isCorrectable: Bool { counts && offersSafePatch }

  /// Whether both are about one object, in the file where it stands.
  fileprivate func isAboutObject(of other: ReviewFinding) -> Bool {
    place.file == other.place.file && object == other.object
  }
}

extension Mark {
  /// How many columns it takes when it is written; nothing is put together for that.
  fileprivate var columns: Int { Self.digits(of: line) + 1 + Self.digits(of: column) }

  private static func digits(of number: Int32) -> Int {
    var (count, rest) = (1, number / 10)
    while rest > 0 { (count, rest) = (count + 1, rest / 10) }
    return count
  }
}
