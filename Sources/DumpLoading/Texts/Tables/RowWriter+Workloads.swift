import KubernetesModel
import YAML

extension RowWriter {
  /// A Deployment, StatefulSet, ReplicaSet or ReplicationController; nil when the row shows none.
  ///
  /// Columns are `READY 1/3` in new tables and `DESIRED`, `CURRENT` in others.
  func replicated() -> Document? {
    let ready = Ratio(row.value("READY"))
    let desired = ready?.whole ?? row.value("DESIRED").flatMap { Int32($0.text) }
    guard let desired else { return nil }
    return object { builder in
      builder.field(
        "spec",
        mapping: { builder in
          builder.mark = row.value(["DESIRED", "READY"])?.mark ?? row.mark
          builder.field("replicas", desired)
          template(to: &builder)
        })
      builder.field(
        "status",
        mapping: { builder in
          builder.number("replicas", row.value("CURRENT"))
          builder.mark = row.value("READY")?.mark ?? row.mark
          if let ready { builder.field("readyReplicas", ready.part) }
          builder.number("readyReplicas", row.value("READY"))
          builder.number("updatedReplicas", row.value("UP-TO-DATE"))
          builder.number("availableReplicas", row.value("AVAILABLE"))
        })
    }
  }

  /// A DaemonSet; nil when the row shows none.
  func daemonSet() -> Document? {
    guard let desired = row.value("DESIRED"), Int32(desired.text) != nil else { return nil }
    return object { builder in
      builder.field("spec", mapping: template)
      builder.field(
        "status",
        mapping: { builder in
          builder.number("desiredNumberScheduled", desired)
          builder.number("currentNumberScheduled", row.value("CURRENT"))
          builder.number("numberReady", row.value("READY"))
          builder.number("updatedNumberScheduled", row.value("UP-TO-DATE"))
          builder.number("numberAvailable", row.value("AVAILABLE"))
        })
    }
  }

  /// The selector and what is known of the pods that the workload makes.
  private func template(to builder: inout DocumentBuilder) {
    let labels = row.value("SELECTOR").flatMap { LabelText.selector($0.text) } ?? []
    if !labels.isEmpty {
      builder.mark = row["SELECTOR"]?.mark ?? row.mark
      if kind == ReplicationController.kind {
        builder.pairs("selector", labels, at: row["SELECTOR"])
      } else {
        builder.field(
          "selector",
          mapping: { builder in
            builder.pairs("matchLabels", labels, at: row["SELECTOR"])
          })
      }
    }
    builder.field(
      "template",
      mapping: { builder in
        builder.field("metadata", mapping: { $0.pairs("labels", labels, at: row["SELECTOR"]) })
        builder.field(
          "spec",
          mapping: { builder in
            let selector = row.value(["NODE SELECTOR", "NODE-SELECTOR"])
            builder.pairs("nodeSelector", LabelText.pairs(selector?.text ?? ""), at: selector)
            containers(to: &builder)
          })
      })
  }

  /// Names and images stand in two columns, in the same order.
  private func containers(to builder: inout DocumentBuilder) {
    guard let names = row.value("CONTAINERS"), let images = row.value("IMAGES") else { return }
    let pairs = zip(names.text.split(separator: ","), images.text.split(separator: ","))
    builder.mark = names.mark
    builder.field(
      "containers",
      sequence: { builder in
        for (name, image) in pairs {
          builder.mapping { builder in
            builder.mark = names.mark
            builder.field("name", String(name))
            builder.mark = images.mark
            builder.field("image", String(image))
          }
        }
      })
  }
}

extension RowWriter {
  /// A Job; nil when the row shows none.
  func job() -> Document? {
    guard let completions = row.value(["COMPLETIONS", "SUCCESSFUL"]) else { return nil }
    // `0/1 of 3` is a job of three pods that work off a queue.
    let words = completions.text.split(separator: " ")
    let ratio = Ratio(TableCell(text: words.first.map(String.init) ?? "", mark: completions.mark))
    let status = row.value("STATUS")?.text ?? ""
    return object(RowMetadata(isTerminating: status == "Terminating")) { builder in
      builder.field(
        "spec",
        mapping: { builder in
          builder.mark = completions.mark
          if words.count == 3, let parallelism = Int32(words[2]) {
            builder.field("parallelism", parallelism)
          } else if let ratio {
            builder.field("completions", ratio.whole)
          }
          builder.number("completions", row.value("DESIRED"))
          if status == "Suspended" { builder.field("suspend", true) }
          template(to: &builder)
        })
      builder.field(
        "status",
        mapping: { builder in
          builder.mark = completions.mark
          if let ratio { builder.field("succeeded", ratio.part) }
          builder.number("succeeded", row.value("SUCCESSFUL"))
          ending(of: status, ratio, to: &builder)
        })
    }
  }

  /// The condition that the STATUS column tells, which tables before 1.31 lack.
  private func ending(of status: String, _ ratio: Ratio?, to builder: inout DocumentBuilder) {
    let known = ["Complete", "Failed", "Suspended", "FailureTarget", "SuccessCriteriaMet"]
    let isComplete = !row.has("STATUS") && ratio?.isWhole == true && ratio?.whole != 0
    guard known.contains(status) || isComplete else { return }
    builder.mark = row["STATUS"]?.mark ?? builder.mark
    builder.field(
      "conditions",
      sequence: { builder in
        builder.condition(isComplete ? "Complete" : status, "True")
      })
  }

  /// A CronJob; nil when the row shows none.
  func cronJob() -> Document? {
    guard let schedule = row.value("SCHEDULE") else { return nil }
    return object { builder in
      builder.field(
        "spec",
        mapping: { builder in
          builder.field("schedule", schedule)
          builder.field("timeZone", row.value("TIMEZONE"))
          builder.truth("suspend", row.value("SUSPEND"))
          builder.field("jobTemplate", mapping: { $0.field("spec", mapping: template) })
        })
      builder.field(
        "status",
        mapping: { builder in
          let last = row.value("LAST SCHEDULE")
          builder.time("lastScheduleTime", moment(last), at: last)
        })
    }
  }
}
