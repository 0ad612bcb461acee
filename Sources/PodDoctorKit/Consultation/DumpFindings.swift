import Findings
import Provenance

/// Findings about the dump itself: one for each thing that is wrong with it.
struct DumpFindings {
  /// How many places a finding that stands for many shows.
  private static let shownPlaces = 5

  /// Copies of an object that differ are one finding: a dump that takes a while has many of them.
  static func of(_ problems: [LoadProblem]) -> [Finding] {
    let copies = problems.filter { $0.kind == .duplicateObject }
    let others = problems.filter { $0.kind != .duplicateObject }.map { Finding($0) }
    guard let first = copies.first else { return others }
    return others + [finding(for: copies, first)]
  }

  private static func finding(for copies: [LoadProblem], _ first: LoadProblem) -> Finding {
    guard copies.count > 1 else { return Finding(first) }
    var finding = Finding(first)
    finding.object = ObjectReference(kind: "File", name: first.place.file)
    finding.affected = AffectedObject(finding.object)
    finding.says =
      "\(copies.count) objects are there in copies that differ; the newest of each counts"
    finding.evidence = copies.prefix(shownPlaces).map { copy in
      Evidence(copy.object ?? finding.object, copy.field, says: copy.says, place: copy.place)
    }
    return finding
  }
}
