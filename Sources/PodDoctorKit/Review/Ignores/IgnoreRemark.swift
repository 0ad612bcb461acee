import Findings
import Provenance

/// Says of ignores what their authors would want to know.
enum IgnoreRemark {
  static func expired(_ ignore: Ignore) -> ReviewFinding {
    let day = ignore.suppression.expires ?? ""
    let owner = ignore.suppression.owner.map { "; ask \($0)" } ?? ""
    return finding(
      "ignore-expired", .warning, ignore, says: "this ignore expired on \(day)\(owner)",
      why: "What it silenced counts again. Remove it, or give it a new day with a new reason.")
  }

  static func unused(_ ignore: Ignore) -> ReviewFinding {
    finding(
      "ignore-unused", .info, ignore, says: "this ignore silences nothing",
      why:
        "What it was written for is gone, or its name is misspelt. Ignores that stay hide what comes later."
    )
  }

  private static func finding(
    _ rule: String, _ severity: Severity, _ ignore: Ignore, says: String, why: String
  ) -> ReviewFinding {
    ReviewFinding(
      rule: rule, severity: severity,
      object: ObjectReference(kind: ReviewFinding.fileKind, name: ignore.place.file), field: "",
      place: ignore.place, says: says, why: why)
  }
}
