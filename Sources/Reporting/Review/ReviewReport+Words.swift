import Findings
import Provenance

extension ReviewReport.Summary {
  var sentence: String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = bySeverity[severity]
      guard count > 0 else { return nil }
      return severity == .info ? "\(count) to consider" : counted(count, severity.rawValue)
    }
    return counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
  }
}

extension ReviewReport {
  var circumstances: String {
    let ignored = summary.suppressed > 0 ? ", \(summary.suppressed) ignored" : ""
    return
      "\(counted(summary.objects, "object")) in \(counted(input.files, "file")), \(counted(summary.workloads, "pod template"))\(ignored)"
  }
}

extension [ReviewFinding] {
  /// Runs of findings that have `trait` in common, in their order.
  func grouped<Trait: Equatable>(by trait: (ReviewFinding) -> Trait) -> [[ReviewFinding]] {
    var groups: [[ReviewFinding]] = []
    for finding in self {
      if let last = groups.last?.last, trait(last) == trait(finding) {
        groups[groups.count - 1].append(finding)
      } else {
        groups.append([finding])
      }
    }
    return groups
  }
}

extension ReviewFinding {
  /// A path as code hosts write it: from the root of the sources, without `./` before it.
  static func plainPath(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path.removeFirst(2) }
    return String(path)
  }
}
