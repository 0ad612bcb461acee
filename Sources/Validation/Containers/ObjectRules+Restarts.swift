extension ObjectRules {
  /// How a container is restarted.
  mutating func containerRestarts(_ container: Field, isInit: Bool) {
    let (policy, rules) = (container["restartPolicy"], container["restartPolicyRules"])
    if !policy.isPresent {
      if rules.count == 0 { return }
      required(policy, "must specify restartPolicy when restart rules are used")
      if isInit { return }
    } else {
      oneOf(["Always", "Never", "OnFailure"], policy)
    }
    if rules.count > 20 { tooMany(rules, rules.count, 20) }
    for rule in rules.elements { restartRule(rule) }
  }

  private mutating func restartRule(_ rule: Field) {
    oneOf(["Restart", "RestartAllContainers"], rule["action"])
    let codes = rule["exitCodes"]
    guard codes.isPresent else { return required(codes, "must be specified") }
    oneOf(["In", "NotIn"], codes["operator"])
    if codes["values"].count > 255 { tooMany(codes["values"], codes["values"].count, 255) }
  }

  /// What happens to a container when its resources change.
  mutating func resizePolicy(_ list: Field) {
    var resources: Set<String> = []
    for (index, policy) in list.elements.enumerated() {
      let (resource, restart) = (policy["resourceName"], policy["restartPolicy"])
      if !resources.insert(resource.text).inserted {
        duplicate(resource.shown(as: list.indexed(index)))
      }
      requiredOneOf(["cpu", "memory"], resource.shown(as: list))
      requiredOneOf(["NotRequired", "RestartContainer"], restart.shown(as: list))
      if pod.restartPolicy == "Never", restart.text != "NotRequired" {
        invalid(
          restart.shown(as: list),
          "must be 'NotRequired' when pod `restartPolicy` is 'Never'")
      }
    }
  }

  /// Refuses a text that is missing or none of those listed.
  mutating func requiredOneOf(_ supported: [String], _ field: Field, _ detail: String = "") {
    if field.isBlank {
      required(field, detail)
    } else {
      oneOf(supported, field)
    }
  }
}
