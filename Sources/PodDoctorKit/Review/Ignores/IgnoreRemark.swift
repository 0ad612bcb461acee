import Basics
import Findings
import Provenance

/// Says of ignores what their authors would want to know.
enum IgnoreRemark: String, CaseIterable {
  case expired = "ignore-expired"
  case unused = "ignore-unused"

  static func expired(_ ignore: Ignore) -> ReviewFinding {
    let day = ignore.suppression.expires ?? ""
    let owner = ignore.suppression.owner.map { "; ask \($0)" } ?? ""
    let says =
      CalendarDay.isWritten(day)
      ? "this ignore expired on \(day)" : "this ignore expires on no day such as 2026-12-31"
    return IgnoreRemark.expired.finding(ignore, says: says + owner)
  }

  static func unused(_ ignore: Ignore) -> ReviewFinding {
    IgnoreRemark.unused.finding(ignore, says: "this ignore silences nothing")
  }

  private func finding(_ ignore: Ignore, says: String) -> ReviewFinding {
    ReviewFinding(
      rule: rawValue, severity: severity,
      object: Indirect(
        ObjectReference(kind: ReviewFinding.fileKind, name: ignore.place.file)), field: "",
      place: ignore.place, says: says, why: why)
  }

  fileprivate var severity: Severity {
    switch self {
    case .expired: .warning
    case .unused: .info
    }
  }

  fileprivate var why: String {
    switch self {
    case .expired:
      "What it silenced counts again. Remove it, or give it a new day with a new reason."
    case .unused:
      "What it was written for is gone, or its name is misspelt. Ignores that stay hide what comes later."
    }
  }
}

extension RuleDescription {
  /// What there is to know of a remark about ignores, told like a rule.
  init(_ remark: IgnoreRemark) {
    let (title, says, remedy) =
      switch remark {
      case .expired:
        (
          "An ignore has expired", "this ignore expired on DAY",
          "correct what it silenced and remove it, or write a later day with a new reason"
        )
      case .unused:
        (
          "An ignore silences nothing", "this ignore silences nothing",
          "remove it, or correct the name of its rule: poddoctor rules list"
        )
      }
    self.init(
      name: remark.rawValue, title: title, severity: remark.severity.rawValue, playbook: .review,
      about: ReviewFinding.fileKind, since: Release.version, says: says, why: remark.why,
      remedies: [Remedy(says: remedy, risk: .safe)], profile: .lenient)
  }
}
