import DumpLoading
import Findings
import KubernetesModel

/// Collects what a diagnosis needs, by commands that only read.
package struct Collector: Sendable {
  private let options: CollectionOptions
  private let plan: CollectionPlan

  package init(_ options: CollectionOptions) {
    self.options = options
    plan = CollectionPlan(options)
  }

  /// Runs the plan, then the commands for the logs of pods in trouble.
  ///
  /// - Parameter run: runs commands of kubectl and answers in their order.
  /// - Returns: what was collected, without credentials.
  /// - Throws: when nothing could be collected.
  package func collection(
    running run: ([CollectionStep]) -> [CommandOutcome]
  ) throws(ConsultationError) -> ClusterCollection {
    var collection = ClusterCollection()
    var errors = ""
    func take(_ steps: [CollectionStep]) {
      for (step, outcome) in zip(steps, run(steps)) {
        collection.add(step, outcome, errors: &errors)
      }
    }
    take(plan.steps)
    guard collection.files.contains(where: { $0.path != "version.json" }) else {
      throw .nothingUsable("nothing was collected: \(collection.failures.last ?? "")")
    }
    let choice = try logSteps(for: collection.files)
    take(choice)
    if !errors.isEmpty {
      collection.files.append(MemoryFile(path: "errors.txt", bytes: Array(errors.utf8)))
    }
    return collection
  }

  private func logSteps(for files: [MemoryFile]) throws(ConsultationError) -> [CollectionStep] {
    let snapshot = DumpLoader().load(objects: files, logs: []).snapshot
    var consultation = ConsultationOptions()
    consultation.targets = options.targets
    let facts = ClusterFacts(
      snapshot, now: snapshot.newestTimestamp, logs: [], knowledge: .bundled)
    let scope = try DiagnosisScope(consultation, in: facts)
    let pods = options.targets.isEmpty ? scope.troubled : scope.pods
    return pods.flatMap(logSteps)
  }

  /// The logs of containers that have run; the others have none.
  private func logSteps(of pod: Pod) -> [CollectionStep] {
    pod.containerLives.filter { $0.running != nil || $0.exit != nil }.flatMap { life in
      plan.logSteps(
        namespace: pod.metadata.namespace, pod: pod.metadata.name, container: life.name,
        hasRestarted: life.restarts > 0)
    }
  }
}
