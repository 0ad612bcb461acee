import KubernetesModel

/// What the LimitRanger admission plugin says against a pod that has got its defaults.
struct LimitRangeVerdict: Sendable {
  /// A complaint, in the plugin's words, and the field of the pod that it is about.
  struct Complaint: Sendable {
    var says: String
    var field: String
  }

  private(set) var complaints: [Complaint] = []

  init(on pod: Pod, by range: LimitRange) {
    for item in range.spec.limits {
      switch item.type {
      case "Container":
        for (index, container) in pod.spec.containers.enumerated() {
          measure(
            Amounts(
              requests: container.resources.requests, limits: container.resources.limits,
              type: item.type, field: "spec.containers[\(index)].resources"), item)
        }
      case "Pod":
        let resources = pod.spec.containers.map(\.resources)
        measure(
          Amounts(
            requests: Self.total(resources.map(\.requests)),
            limits: Self.total(resources.map(\.limits)), type: item.type, field: "spec.containers"),
          item)
      default: break
      }
    }
  }

  /// The requests and limits that one item measures.
  private struct Amounts {
    var requests: ResourceList
    var limits: ResourceList
    var type: String
    var field: String
  }

  private mutating func measure(_ amounts: Amounts, _ item: LimitRangeItem) {
    for (name, least) in item.min { add(Self.least(least, of: name, amounts), amounts) }
    for (name, most) in item.max { add(Self.most(most, of: name, amounts), amounts) }
    for (name, ratio) in item.maxLimitRequestRatio {
      add(Self.ratio(ratio, of: name, amounts), amounts)
    }
  }

  private mutating func add(_ says: String?, _ amounts: Amounts) {
    if let says { complaints.append(Complaint(says: says, field: amounts.field)) }
  }

  private static func least(_ least: Quantity, of name: String, _ amounts: Amounts) -> String? {
    let rule = "minimum \(name) usage per \(amounts.type) is \(least)"
    guard let request = amounts.requests[name] else { return "\(rule).  No request is specified" }
    if request < least { return "\(rule), but request is \(request)" }
    if let limit = amounts.limits[name], limit < least { return "\(rule), but limit is \(limit)" }
    return nil
  }

  private static func most(_ most: Quantity, of name: String, _ amounts: Amounts) -> String? {
    let rule = "maximum \(name) usage per \(amounts.type) is \(most)"
    guard let limit = amounts.limits[name] else { return "\(rule).  No limit is specified" }
    if limit > most { return "\(rule), but limit is \(limit)" }
    if let request = amounts.requests[name], request > most {
      return "\(rule), but request is \(request)"
    }
    return nil
  }

  private static func ratio(_ most: Quantity, of name: String, _ amounts: Amounts) -> String? {
    let rule = "\(name) max limit to request ratio per \(amounts.type) is \(most)"
    guard let request = amounts.requests[name], !request.isZero else {
      return "\(rule), but no request is specified or request is 0"
    }
    guard let limit = amounts.limits[name], !limit.isZero else {
      return "\(rule), but no limit is specified or limit is 0"
    }
    let ratio = limit.approximateDouble / request.approximateDouble
    guard ratio > most.approximateDouble else { return nil }
    return "\(rule), but limit is \(limit) and request is \(request)"
  }

  /// The sums of the resources that every list names.
  private static func total(_ lists: [ResourceList]) -> ResourceList {
    var total = ResourceList()
    for list in lists { total.add(list) }
    for name in total.keys where lists.contains(where: { $0[name] == nil }) { total[name] = nil }
    return total
  }
}
