import DumpLoading
import Findings
import KubernetesModel
import Provenance
import Scheduling
import Triage
import YAML

/// One consultation of the scheduler: from the files of a dump to decisions about its pending pods.
package struct SimulationConsultation: Sendable {
  private let options: SimulationOptions

  package init(_ options: SimulationOptions) {
    self.options = options
  }

  /// Reads the dump, places its pending pods and answers about the chosen ones.
  package func answer() throws(ConsultationError) -> SimulationAnswer {
    let configuration = try configuration()
    let filter = try PodFilter(options.consultation)
    let dumps = DumpLoader().loadClusters(options.consultation.sources)
    guard dumps.count == 1, let dump = dumps.first else {
      throw .invalidOption(Consultation.severalClusters(in: dumps))
    }
    guard dump.snapshot.objectCount > 0 else {
      throw .nothingUsable(Consultation.nothingUsable(in: dump))
    }
    let audit = InputAudit(of: dump.snapshot)
    let expanded = try expanded(audit.snapshot)
    let choice = SimulationChoice(filter, options.consultation, in: expanded.snapshot)
    guard !choice.isNarrow || choice.takesAny(of: expanded.snapshot.pods) else {
      throw .nothingMatched(choice.nothingMatched)
    }
    var simulation = Simulation(of: expanded.snapshot, configuration: configuration)
    simulation.order = options.isIndependent ? .independent : .sequence
    var (report, explanations) = simulation.run(
      detail: simulation.affordableDetail
    ) { pod in
      options.explains && choice.takes(pod.pod)
    }
    // What the scheduler said of another cluster than the imagined one proves nothing.
    if options.imaginesCluster {
      for name in explanations.keys { explanations[name]?.recorded = nil }
    }
    var shown = report
    shown.pods = report.pods.filter { choice.takes($0.pod.pod) }
    return SimulationAnswer(
      report: shown, explanations: explanations, dump: dump, expanded: expanded,
      problems: (dump.problems + dump.changes + audit.problems).sorted(),
      redaction: Redaction(
        of: dump.snapshot, sources: dump.sources, hidesNames: options.consultation.hidesNames),
      exitCode: exitCode(shown))
  }

  /// The dump as the user imagines it, with the pods that its manifests would become.
  private func expanded(
    _ snapshot: ClusterSnapshot
  ) throws(ConsultationError) -> ExpandedSnapshot {
    var hypothesis = Hypothesis()
    hypothesis.addedNodes = options.addedNodes
    hypothesis.assignments = options.assignments
    var imagined = snapshot
    do {
      try hypothesis.apply(to: &imagined)
    } catch {
      throw .invalidOption(error.description)
    }
    var replicas = ReplicaChoice()
    replicas.count = options.replicas
    replicas.targets = options.consultation.targets.map { ($0.kind, $0.name) }
    return WorkloadExpansion(of: imagined, replicas: replicas).expanded()
  }

  /// Pods that fit nowhere are errors, as the gate sees them.
  private func exitCode(_ report: SimulationReport) -> Int {
    let isStuck = report.pods.contains { $0.kind == .unschedulable || $0.kind == .error }
    return isStuck && options.consultation.gate.threshold != nil ? 1 : 0
  }

  private func configuration() throws(ConsultationError) -> SchedulerConfiguration {
    guard let path = options.schedulerConfiguration else { return SchedulerConfiguration() }
    do {
      let bytes = try FileBytes.read(path)
      let reading = DocumentReader().read(bytes, file: path)
      if let problem = reading.problems.first {
        throw ConsultationError.invalidOption("\(problem.place): \(problem.says)")
      }
      guard let document = reading.documents.first else {
        throw ConsultationError.invalidOption("--scheduler-config \(path): the file is empty")
      }
      return try SchedulerConfiguration(reading: document.root)
    } catch let error as ConsultationError {
      throw error
    } catch let error as FileBytes.Failure {
      throw .invalidOption("--scheduler-config \(path): \(error)")
    } catch {
      throw .invalidOption("--scheduler-config: \(error)")
    }
  }
}
