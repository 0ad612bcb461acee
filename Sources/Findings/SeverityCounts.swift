/// How many things there are of each severity.
package struct SeverityCounts: Hashable, Sendable {
  /// By the order of `Severity.allCases`.
  private var counts = [Int](repeating: 0, count: Severity.allCases.count)

  package init() {}

  /// Counts severities.
  package init(of severities: some Sequence<Severity>) {
    for severity in severities { self[severity] += 1 }
  }

  package subscript(_ severity: Severity) -> Int {
    get { counts[severity.rank] }
    set { counts[severity.rank] = newValue }
  }

  /// How many are at least of a severity.
  package func total(from severity: Severity = .info) -> Int {
    counts[severity.rank...].reduce(0, +)
  }

  /// Counts those of another, too.
  package mutating func add(_ others: SeverityCounts) {
    for severity in Severity.allCases { self[severity] += others[severity] }
  }
}

extension SeverityCounts: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (Severity, Int)...) {
    for (severity, count) in elements { self[severity] = count }
  }
}
