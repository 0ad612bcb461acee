/// Jobs by the clock.
package struct CronJob: KubernetesObject {
  package static let kind = "CronJob"
  package static let apiVersion = "batch/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = CronJobSpec()
  package var status = CronJobStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// When a cron job runs, what, and what happens when runs overlap.
package struct CronJobSpec: APIStruct {
  package var schedule: String = ""
  package var timeZone: String?
  package var startingDeadlineSeconds: Int64?
  package var concurrencyPolicy: String = ""
  package var suspend: Bool?
  package var jobTemplate = JobTemplateSpec()
  package var successfulJobsHistoryLimit: Int32?
  package var failedJobsHistoryLimit: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("schedule", &schedule)
    fields.field("timeZone", &timeZone)
    fields.field("startingDeadlineSeconds", &startingDeadlineSeconds)
    fields.field("concurrencyPolicy", &concurrencyPolicy)
    fields.field("suspend", &suspend)
    fields.required("jobTemplate", &jobTemplate)
    fields.field("successfulJobsHistoryLimit", &successfulJobsHistoryLimit)
    fields.field("failedJobsHistoryLimit", &failedJobsHistoryLimit)
  }
}

/// The metadata and the spec that jobs are made with.
package struct JobTemplateSpec: APIStruct {
  package var metadata = ObjectMeta()
  package var spec = JobSpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
  }
}

/// The running jobs of a cron job, and when it last ran.
package struct CronJobStatus: APIStruct {
  package var active: [APIObjectReference] = []
  package var lastScheduleTime: Timestamp?
  package var lastSuccessfulTime: Timestamp?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("active", &active)
    fields.field("lastScheduleTime", &lastScheduleTime)
    fields.field("lastSuccessfulTime", &lastSuccessfulTime)
  }
}
