/// The answer to `poddoctor diagnose`: the model of every output format.
package struct DiagnosisReport: Hashable, Sendable {
  package static let apiVersion = "poddoctor.dev/v1"
  package static let kind = "DiagnosisReport"

  /// Which build of poddoctor answered.
  package struct Tool: Hashable, Sendable {
    package var name: String
    package var version: String

    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// What was read.
  package struct Input: Hashable, Sendable {
    /// The paths as the user gave them.
    package var sources: [String]
    /// How many objects the dump holds.
    package var objects: Int
    /// A digest of the bytes read, as `mix64:` and 16 hexadecimal digits; the same input has the same digest.
    package var digest: String
    /// The present of the diagnosis: `--now` or the newest time in the dump, as RFC 3339; nil when unknown.
    package var capturedAt: String?

    package init(sources: [String], objects: Int, digest: String, capturedAt: String?) {
      self.sources = sources
      self.objects = objects
      self.digest = digest
      self.capturedAt = capturedAt
    }
  }

  /// Something the dump does not hold, and which verdicts are weaker for it.
  package struct Gap: Hashable, Sendable {
    package var missing: String
    package var weakens: String
    /// The command that would have collected it.
    package var command: String?
    /// The cluster, where the report is about several.
    package var cluster: String?

    package init(missing: String, weakens: String, command: String? = nil) {
      self.missing = missing
      self.weakens = weakens
      self.command = command
    }
  }

  /// The counts of the first line.
  package struct Summary: Hashable, Sendable {
    package var pods: Int
    package var healthy: Int
    /// Pods without a status, of which only the manifest is known.
    package var unknown: Int
    package var affected: Int
    /// Root causes by severity.
    package var bySeverity: SeverityCounts
    package var exitCode: Int

    package init(
      pods: Int, healthy: Int, unknown: Int, affected: Int, bySeverity: SeverityCounts,
      exitCode: Int
    ) {
      self.pods = pods
      self.healthy = healthy
      self.unknown = unknown
      self.affected = affected
      self.bySeverity = bySeverity
      self.exitCode = exitCode
    }
  }

  package var tool: Tool
  package var input: Input
  package var completeness: [Gap]
  package var summary: Summary
  /// Best first.
  package var rootCauses: [RootCause]
  /// What happened to pods that suffer, in the order of the root causes.
  package var timelines: [Timeline]
  /// What of the rules could not be evaluated, for `-v`.
  package var faults: [String]

  package init(
    tool: Tool, input: Input, completeness: [Gap], summary: Summary, rootCauses: [RootCause],
    timelines: [Timeline] = [], faults: [String] = []
  ) {
    self.tool = tool
    self.input = input
    self.completeness = completeness
    self.summary = summary
    self.rootCauses = rootCauses
    self.timelines = timelines
    self.faults = faults
  }
}

extension DiagnosisReport {
  /// Leaves out all but the best root causes, and the timelines of pods that none of them affects.
  package mutating func keepBest(_ count: Int) {
    rootCauses.removeLast(max(0, rootCauses.count - count))
    let affected = Set(rootCauses.flatMap(\.affected).map(\.object))
    timelines.removeAll { !affected.contains($0.object) }
  }
}
