import Findings
import Provenance

/// Tells which problems of manifests come from templates, of Helm for one, that nobody rendered.
///
/// Braces alone are no sign: texts in ConfigMaps and alerting rules hold templates that are meant to stay.
enum UnrenderedTemplates {
  private static let opening = Array("{{".utf8)
  private static let closing = Array("}}".utf8)

  /// The problems, of which those on lines with a template say so, once a line.
  static func named(
    _ problems: [LoadProblem], in sources: [DumpSource]
  ) -> [LoadProblem] {
    let suspects = Set(problems.filter { $0.kind.mayComeFromTemplates }.map(\.place.file))
    guard !suspects.isEmpty else { return problems }
    var templates: [String: [Int: Int]] = [:]
    for source in sources where suspects.contains(source.file.path) {
      templates[source.file.path] = (try? source.bytes()).map(columns) ?? [:]
    }
    var told: Set<Place> = []
    return problems.compactMap { problem in
      guard problem.kind.mayComeFromTemplates,
        let mark = mark(of: problem, among: templates[problem.place.file] ?? [:])
      else { return problem }
      let place = Place(file: problem.place.file, mark: mark)
      guard told.insert(place).inserted else { return nil }
      return Self.problem(at: place)
    }
  }

  static func problem(at place: Place) -> LoadProblem {
    LoadProblem(
      .unrenderedTemplate, at: place,
      says:
        "this is a template that was not rendered; review what helm template or the like prints")
  }

  /// Where the first template of a file begins; nil when it has none.
  static func first(in bytes: [UInt8]) -> Mark? {
    columns(in: bytes).min { $0.key < $1.key }.map { Mark(line: $0.key, column: $0.value) }
  }

  /// Where the template of a problem begins; a parser may see only on the next line that one cannot be read.
  private static func mark(of problem: LoadProblem, among columns: [Int: Int]) -> Mark? {
    let line = problem.place.line
    let lines = problem.kind == .syntaxError ? [line, line - 1] : [line]
    return lines.lazy.compactMap { line in columns[line].map { Mark(line: line, column: $0) } }
      .first
  }

  /// The columns where templates begin, by line.
  private static func columns(in bytes: [UInt8]) -> [Int: Int] {
    var columns: [Int: Int] = [:]
    for line in TextLine.lines(of: bytes) {
      guard let start = line.bytes.firstIndex(of: opening[0]),
        let begin = (start..<line.bytes.endIndex).first(where: {
          line.bytes[$0...].starts(with: opening)
        }),
        line.bytes[begin...].indices.contains(where: { line.bytes[$0...].starts(with: closing) })
      else { continue }
      columns[line.number] = begin - line.bytes.startIndex + 1
    }
    return columns
  }
}

extension LoadProblem.Kind {
  /// Whether a template where YAML wants a value can be the reason.
  fileprivate var mayComeFromTemplates: Bool {
    switch self {
    case .syntaxError, .wrongType, .invalidValue: true
    default: false
    }
  }
}
