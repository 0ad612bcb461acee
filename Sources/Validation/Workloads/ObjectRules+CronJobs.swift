extension ObjectRules {
  mutating func cronJob(_ object: Field) {
    let (meta, spec) = (object["metadata"], object["spec"])
    metadata(meta, .subdomain)
    schedule(spec["schedule"])
    nonNegative(spec["startingDeadlineSeconds"])
    timeZone(spec["timeZone"])
    oneOf(["Allow", "Forbid", "Replace"], spec["concurrencyPolicy"], default: "Allow")
    jobTemplate(spec["jobTemplate"])
    nonNegative(spec["successfulJobsHistoryLimit"])
    nonNegative(spec["failedJobsHistoryLimit"])
    let name = meta.generatedName
    if name.utf8.count > 52 { invalid(meta["name"], .text(name), Wording.noMore(52)) }
  }

  private mutating func jobTemplate(_ template: Field) {
    let spec = template["spec"]
    jobSpec(spec, isJob: false)
    let selector = spec["selector"]
    if selector.isPresent {
      invalid(selector, .json(selector.selectorJSON()), "`selector` will be auto-generated")
    }
    if spec["manualSelector"].isTrue { unsupported(spec["manualSelector"], ["nil", "false"]) }
  }

  private mutating func schedule(_ field: Field) {
    let text = field.text
    guard !text.isEmpty else { return required(field) }
    if let objection = CronSchedule.objection(to: text) { invalid(field, objection) }
    if text.contains("TZ") {
      invalid(field, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead")
    }
  }

  private mutating func timeZone(_ field: Field) {
    guard let name = field.optionalText else { return }
    guard !name.isEmpty else {
      return invalid(field, "timeZone must be nil or non-empty string")
    }
    let isWellFormed = name.parts(at: "/").allSatisfy { part in
      (1...14).contains(part.utf8.count)
        && part.utf8.allSatisfy { $0.isAlphanumeric || ".-_+ ".utf8.contains($0) }
    }
    guard isWellFormed else { return invalid(field, "unknown time zone \(name)") }
    if name.lowercased() == "local" {
      invalid(
        field,
        "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones")
    }
    if name != "Local", !TimeZoneNames.contain(name) {
      invalid(field, "unknown time zone \(name)")
    }
  }
}
