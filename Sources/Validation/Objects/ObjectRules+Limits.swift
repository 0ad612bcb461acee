import Findings
import KubernetesModel

// As ValidateLimitRange of pkg/apis/core/validation has it.
extension ObjectRules {
  private static let standardTypes = ["Container", "PersistentVolumeClaim", "Pod"]

  mutating func limitRange(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    var types: Set<String> = []
    for limit in object["spec"]["limits"].elements {
      let type = limit["type"]
      let objections = Syntax.qualifiedName(type.text)
      invalid(type, .text(type.text), objections)
      if objections.isEmpty, !type.text.contains("/"), !Self.standardTypes.contains(type.text) {
        invalid(type, "must be a standard limit type or fully qualified")
      }
      if !types.insert(type.text).inserted { duplicate(type) }
      limits(limit, ofType: type.text)
    }
  }

  private mutating func limits(_ limit: Field, ofType type: String) {
    guard let node = limit.node else { return }
    var problems: [LoadProblem] = []
    let item = LimitRangeItem(decoding: node, problems: &problems).withDefaults
    if type == "Pod" {
      for name in ["default", "defaultRequest"] where limit[named: name].count > 0 {
        forbidden(limit[named: name], "may not be specified when `type` is 'Pod'")
      }
    }
    if type == "PersistentVolumeClaim", item.min["storage"] == nil, item.max["storage"] == nil {
      required(
        limit["limits"],
        "either minimum or maximum storage value is required, but neither was provided")
    }
    let isPod = type == "Pod"
    let named = isPod ? ["max", "min"] : ["max", "min", "default", "defaultRequest"]
    for list in named + ["maxLimitRequestRatio"] {
      for (name, amount) in limit[named: list].entries {
        if ["Pod", "Container"].contains(type) {
          containerResourceName(name, at: amount)
        } else {
          resourceName(name, at: amount)
        }
      }
    }
    let lists = [item.max, item.min, item.maxLimitRequestRatio]
    let more = isPod ? [] : [item.default, item.defaultRequest]
    for name in Set((lists + more).flatMap(\.keys)).sorted() {
      bounds(
        limit, name, item.min[name], item.max[name], isPod ? nil : item.default[name],
        isPod ? nil : item.defaultRequest[name])
      if let ratio = item.maxLimitRequestRatio[name], ratio < Quantity(1) {
        invalid(
          limit["maxLimitRequestRatio"].keyed(name), .text("\(ratio)"),
          "ratio \(ratio) is less than 1")
      }
      ratio(limit, name, item)
    }
  }

  private mutating func bounds(
    _ limit: Field, _ name: String, _ least: Quantity?, _ most: Quantity?, _ standard: Quantity?,
    _ request: Quantity?
  ) {
    let requested = limit["defaultRequest"].keyed(name)
    let defaulted = limit["default"].keyed(name)
    order(least, "min", most, "max", limit["min"].keyed(name), showing: least)
    order(least, "min", request, "default request", requested, showing: request)
    order(request, "default request", most, "max", requested, showing: request)
    order(request, "default request", standard, "default limit", requested, showing: request)
    order(least, "min", standard, "default", defaulted, showing: least)
    order(standard, "default", most, "max", defaulted, showing: most)
    if !ResourceSyntax.allowsOvercommit(name), let standard, let request, standard != request {
      invalid(
        requested, .text("\(request)"),
        "default value \(standard) must equal to defaultRequest value \(request) in \(name)")
    }
  }

  /// Refuses a ratio that not even the bounds allow.
  private mutating func ratio(_ limit: Field, _ name: String, _ item: LimitRangeItem) {
    guard let ratio = item.maxLimitRequestRatio[name], let least = item.min[name],
      let most = item.max[name], least.sign > 0
    else { return }
    // The API server reads thousandths as long as all of them fit.
    let isExact = [ratio, least, most].allSatisfy { $0.value < Int64.max / 1000 }
    let stated = isExact ? Double(ratio.milliValue) / 1000 : Double(ratio.value)
    let allowed =
      isExact
      ? Double(most.milliValue) / Double(least.milliValue)
      : Double(most.value) / Double(least.value)
    guard stated > allowed else { return }
    invalid(
      limit["maxLimitRequestRatio"].keyed(name), .text("\(ratio)"),
      "ratio \(ratio) is greater than max/min = \(Wording.sixDecimals(allowed))")
  }

  /// Refuses an amount that is greater than one that bounds it.
  private mutating func order(
    _ lower: Quantity?, _ lowerName: String, _ upper: Quantity?, _ upperName: String,
    _ field: Field, showing shown: Quantity?
  ) {
    guard let lower, let upper, let shown, lower > upper else { return }
    invalid(
      field, .text("\(shown)"),
      "\(lowerName) value \(lower) is greater than \(upperName) value \(upper)")
  }
}
