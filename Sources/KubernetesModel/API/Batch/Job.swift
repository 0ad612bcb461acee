/// Pods that run to completion.
package struct Job: KubernetesObject {
  package static let kind = "Job"
  package static let apiVersion = "batch/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = JobSpec()
  package var status = JobStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// How far a job has got.
package struct JobStatus: APIStruct {
  package var conditions: [JobCondition] = []
  package var startTime: Timestamp?
  package var completionTime: Timestamp?
  package var active: Int32 = 0
  package var succeeded: Int32 = 0
  package var failed: Int32 = 0
  package var terminating: Int32?
  package var completedIndexes: String = ""
  package var failedIndexes: String?
  package var uncountedTerminatedPods: UncountedTerminatedPods?
  package var ready: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("conditions", &conditions)
    fields.field("startTime", &startTime)
    fields.field("completionTime", &completionTime)
    fields.field("active", &active)
    fields.field("succeeded", &succeeded)
    fields.field("failed", &failed)
    fields.field("terminating", &terminating)
    fields.field("completedIndexes", &completedIndexes)
    fields.field("failedIndexes", &failedIndexes)
    fields.field("uncountedTerminatedPods", &uncountedTerminatedPods)
    fields.field("ready", &ready)
  }
}

/// One condition of a job.
package struct JobCondition: APIStruct {
  package var type: String = ""
  package var status: String = ""
  package var lastProbeTime: Timestamp?
  package var lastTransitionTime: Timestamp?
  package var reason: String = ""
  package var message: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.required("status", &status)
    fields.field("lastProbeTime", &lastProbeTime)
    fields.field("lastTransitionTime", &lastTransitionTime)
    fields.field("reason", &reason)
    fields.field("message", &message)
  }
}

/// Ended pods that a job has not counted yet.
package struct UncountedTerminatedPods: APIStruct {
  package var succeeded: [String] = []
  package var failed: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("succeeded", &succeeded)
    fields.field("failed", &failed)
  }
}
