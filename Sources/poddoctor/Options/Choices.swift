import ArgumentParser
import Findings
import Reporting
import Triage

/// The values of `--color`.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// The values of `--fail-on`.
enum FailureChoice: String, ExpressibleByArgument, CaseIterable {
  case never, info, warning, error

  var gate: Gate { Gate(failingFrom: Severity(rawValue: rawValue)) }
}

extension ReportFormat: ExpressibleByArgument {}

extension RuleProfile: ExpressibleByArgument {}
