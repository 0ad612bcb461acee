import YAML

extension DocumentBuilder {
  /// Adds the spec and the status of a described Job.
  mutating func describedJob(_ description: Description) {
    let counts = DescribedCounts(description["Pods Statuses"]?.value ?? "")
    let failure = DescribedJobEnding.failure(in: description)
    mapping("spec") { spec in
      spec.describedJobSpec(description)
      spec.flag("suspend", description["Suspend"])
      spec.number("backoffLimit", description["Backoff Limit"])
      spec.number("ttlSecondsAfterFinished", description["TTL Seconds After Finished"])
      spec.text("completionMode", description["Completion Mode"])
      spec.describedTemplate(description["Pod Template"])
    }
    mapping("status") { status in
      status.time("startTime", description["Start Time"])
      status.time("completionTime", description["Completed At"])
      for word in ["active", "succeeded", "failed"] {
        if let count = counts[word], count > 0 { status.field(word, count) }
      }
      status.describedEnding(failure, isComplete: description["Completed At"]?.given != nil)
    }
  }

  private mutating func describedJobSpec(_ description: Description) {
    if let selector = description["Selector"], let text = selector.given {
      mark = selector.mark
      describedSelector("selector", text)
    }
    number("parallelism", description["Parallelism"])
    number("completions", description["Completions"])
    number("activeDeadlineSeconds", description["Active Deadline Seconds"])
  }

  private mutating func describedEnding(_ failure: DescribedJobEnding?, isComplete: Bool) {
    guard failure != nil || isComplete else { return }
    field(
      "conditions",
      sequence: { sequence in
        sequence.mapping { condition in
          condition.field("type", failure == nil ? "Complete" : "Failed")
          condition.field("status", "True")
          guard let failure else { return }
          condition.mark = failure.node.startMark
          condition.field("reason", failure.reason)
          condition.field("message", failure.message)
        }
      })
  }

  /// Adds the spec and the status of a described CronJob.
  mutating func describedCronJob(_ description: Description) {
    mapping("spec") { spec in
      spec.text("schedule", description["Schedule"])
      spec.text("concurrencyPolicy", description["Concurrency Policy"])
      spec.text("timeZone", description["Time Zone"])
      spec.flag("suspend", description["Suspend"])
      spec.number("successfulJobsHistoryLimit", description["Successful Job History Limit"])
      spec.number("failedJobsHistoryLimit", description["Failed Job History Limit"])
      spec.number("startingDeadlineSeconds", description["Starting Deadline Seconds"])
      spec.mapping("jobTemplate") { template in
        template.mapping("spec") { job in
          job.describedJobSpec(description)
          job.describedTemplate(description["Pod Template"])
        }
      }
    }
    mapping("status") { status in
      status.time("lastScheduleTime", description["Last Schedule Time"])
      status.describedActive(description["Active Jobs"])
    }
  }

  private mutating func describedActive(_ node: OutlineNode?) {
    guard let node, let jobs = node.given?.split(separator: ",").map(\.trimmed) else { return }
    mark = node.mark
    field(
      "active",
      sequence: { sequence in
        for job in jobs {
          sequence.mapping { reference in
            reference.field("kind", "Job")
            reference.field("name", job)
          }
        }
      })
  }
}

/// Why a job failed: its description shows no conditions, but the event that the job controller notes with them.
struct DescribedJobEnding {
  var node: OutlineNode
  var reason: String
  var message: String

  static func failure(in description: Description) -> DescribedJobEnding? {
    let rows = description["Events"]?.children.compactMap { node in
      EventRow(node.content).map { (node, $0) }
    }
    return rows?.last { reasons.contains($0.1.reason) }.map {
      DescribedJobEnding(node: $0.0, reason: $0.1.reason, message: $0.1.message)
    }
  }

  /// The reasons with which the controller gives a job up (batch/v1's JobReason…).
  private static let reasons: Set<String> = [
    "BackoffLimitExceeded", "DeadlineExceeded", "PodFailurePolicy", "FailedIndexes",
    "MaxFailedIndexesExceeded",
  ]
}
