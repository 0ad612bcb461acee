import YAML

extension DocumentBuilder {
  /// Adds the fields of a described PriorityClass.
  mutating func describedPriorityClass(_ description: Description) {
    number("value", description["Value"])
    flag("globalDefault", description["GlobalDefault"])
    text("preemptionPolicy", description["PreemptionPolicy"])
    text("description", description["Description"])
  }

  /// Adds the spec and the status of a described PodDisruptionBudget.
  mutating func describedBudget(_ description: Description) {
    mapping("spec") { spec in
      spec.amount("minAvailable", description["Min available"])
      spec.amount("maxUnavailable", description["Max unavailable"])
      if let selector = description["Selector"] {
        spec.mark = selector.mark
        spec.describedSelector("selector", selector.value)
      }
    }
    guard let state = description["Status"] else { return }
    mapping("status") { status in
      status.number("disruptionsAllowed", state["Allowed disruptions"])
      status.number("currentHealthy", state["Current"])
      status.number("desiredHealthy", state["Desired"])
      status.number("expectedPods", state["Total"])
    }
  }

  private mutating func amount(_ name: String, _ node: OutlineNode?) {
    guard let node, let text = node.given else { return }
    mark = node.mark
    key(name)
    plain(text)
  }

  /// Adds the spec and the status of a described HorizontalPodAutoscaler, but for its metrics.
  mutating func describedAutoscaler(_ description: Description) {
    let target = description["Reference"]?.value.parted(at: "/")
    mapping("spec") { spec in
      if let (kind, name) = target {
        spec.mapping("scaleTargetRef") { reference in
          reference.field("kind", kind)
          reference.field("name", name)
        }
      }
      spec.number("minReplicas", description["Min replicas"])
      spec.number("maxReplicas", description["Max replicas"])
    }
    let counts = DescribedCounts(description["\(target?.0 ?? "Deployment") pods"]?.value ?? "")
    mapping("status") { status in
      if let current = counts["current"] { status.field("currentReplicas", current) }
      if let desired = counts["desired"] { status.field("desiredReplicas", desired) }
      status.describedReasons(description["Conditions"])
    }
  }
}
