import DumpLoading
import Findings

extension [CollectionFailure] {
  /// What the dump lacks because its collector was refused it.
  var gaps: [DiagnosisReport.Gap] {
    map { failure in
      let isEverywhere = failure.namespace.isEmpty
      return DiagnosisReport.Gap(
        missing: isEverywhere ? failure.kind : "\(failure.kind) of \(failure.namespace)",
        weakens: "the collector could not read it: \(failure.says)",
        command: "kubectl get \(failure.kind.lowercased()) "
          + (isEverywhere ? "-A -o yaml" : "-n \(failure.namespace) -o yaml"))
    }
  }
}
