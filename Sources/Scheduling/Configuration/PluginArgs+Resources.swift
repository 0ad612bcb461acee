import KubernetesModel
import Provenance

struct NodeResourcesFitArgs: PluginArgs {
  static let plugin: PluginName = "NodeResourcesFit"
  var apiVersion: String = ""
  var kind: String = ""
  var ignoredResources: [String] = []
  var ignoredResourceGroups: [String] = []
  var scoringStrategy: ScoringStrategyArgs?

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.typeMeta(apiVersion: &apiVersion, kind: &kind)
    fields.field("ignoredResources", &ignoredResources)
    fields.field("ignoredResourceGroups", &ignoredResourceGroups)
    fields.field("scoringStrategy", &scoringStrategy)
  }

  func validate(_ report: (FieldErrors.Path, String) -> Void) {
    for (index, name) in ignoredResources.enumerated() {
      for objection in objections(toName: name) {
        report([.key("ignoredResources"), .index(index)], objection)
      }
    }
    for (index, group) in ignoredResourceGroups.enumerated() {
      let path: FieldErrors.Path = [.key("ignoredResourceGroups"), .index(index)]
      if group.contains("/") {
        report(path, invalid("\"\(group)\"", "resource group name can't contain '/'"))
      }
      for objection in objections(toName: group) { report(path, objection) }
    }
    scoringStrategy?.validate { report([.key("scoringStrategy")] + $0, $1) }
  }

  func apply(to arguments: inout PluginArguments) {
    arguments.nodeResourcesFit.ignoredResources = Set(ignoredResources)
    arguments.nodeResourcesFit.ignoredResourceGroups = Set(ignoredResourceGroups)
    guard let scoringStrategy else { return }
    arguments.nodeResourcesFit.scoringStrategy = scoringStrategy.strategy
  }
}

struct ScoringStrategyArgs: APIStruct {
  var type: String = ""
  var resources: [ResourceSpec] = []
  var requestedToCapacityRatio: RequestedToCapacityRatioParam?

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("type", &type)
    fields.field("resources", &resources)
    fields.field("requestedToCapacityRatio", &requestedToCapacityRatio)
  }

  private static let types = ["LeastAllocated", "MostAllocated", "RequestedToCapacityRatio"]

  func validate(_ report: (FieldErrors.Path, String) -> Void) {
    if !Self.types.contains(type) { report([.key("type")], unsupported(type, Self.types)) }
    for (index, resource) in resources.enumerated() {
      let weight = resource.weight == 0 ? 1 : resource.weight
      guard !(1...100).contains(weight) else { continue }
      report(
        [.key("resources"), .index(index), .key("weight")],
        invalid(weight, "resource weight of \(resource.name) not in valid range (0, 100]"))
    }
    requestedToCapacityRatio?.shape.validate {
      report([.key("requestedToCapacityRatio"), .key("shape")] + $0, $1)
    }
    if type == "RequestedToCapacityRatio", requestedToCapacityRatio == nil {
      report([.key("requestedToCapacityRatio")], "Required value: a shape must be specified")
    }
  }

  var strategy: ScoringStrategy {
    var strategy = ScoringStrategy()
    strategy.kind =
      switch type {
      case "MostAllocated": .mostAllocated
      case "RequestedToCapacityRatio":
        .requestedToCapacityRatio(
          (requestedToCapacityRatio?.shape ?? []).map {
            UtilizationShapePoint(utilization: Int64($0.utilization), score: Int64($0.score))
          })
      default: .leastAllocated
      }
    if !resources.isEmpty { strategy.resources = resources.map(\.weighted) }
    return strategy
  }
}

struct RequestedToCapacityRatioParam: APIStruct {
  var shape: [UtilizationShapePointArgs] = []

  mutating func visit(_ fields: inout some FieldVisitor) { fields.field("shape", &shape) }
}

struct UtilizationShapePointArgs: APIStruct {
  var utilization: Int32 = 0
  var score: Int32 = 0

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("utilization", &utilization)
    fields.required("score", &score)
  }
}

struct ResourceSpec: APIStruct {
  var name: String = ""
  var weight: Int64 = 0

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("weight", &weight)
  }

  /// A weight that is left out is one.
  var weighted: ResourceWeight { ResourceWeight(name, weight: weight == 0 ? 1 : weight) }
}

struct NodeResourcesBalancedAllocationArgs: PluginArgs {
  static let plugin: PluginName = "NodeResourcesBalancedAllocation"
  var apiVersion: String = ""
  var kind: String = ""
  var resources: [ResourceSpec] = []

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.typeMeta(apiVersion: &apiVersion, kind: &kind)
    fields.field("resources", &resources)
  }

  func validate(_ report: (FieldErrors.Path, String) -> Void) {
    for (index, resource) in resources.enumerated() {
      let path: FieldErrors.Path = [.key("resources"), .index(index)]
      if resources[..<index].contains(where: { $0.name == resource.name }) {
        report(path + [.key("name")], "Duplicate value: \"\(resource.name)\"")
      }
      guard ![0, 1].contains(resource.weight) else { continue }
      report(path + [.key("weight")], invalid(resource.weight, "must be 1"))
    }
  }

  func apply(to arguments: inout PluginArguments) {
    guard !resources.isEmpty else { return }
    arguments.balancedAllocation.resources = resources.map(\.weighted)
  }
}

extension [UtilizationShapePointArgs] {
  fileprivate func validate(_ report: (FieldErrors.Path, String) -> Void) {
    guard !isEmpty else {
      return report([], "Required value: at least one point must be specified")
    }
    let unsorted = indices.dropFirst().first { self[$0 - 1].utilization >= self[$0].utilization }
    if let unsorted {
      report(
        [.index(unsorted), .key("utilization")],
        invalid(self[unsorted].utilization, "values must be sorted in increasing order"))
    }
    for (index, point) in enumerated() {
      if !(0...100).contains(point.utilization) {
        report(
          [.index(index), .key("utilization")],
          invalid(point.utilization, "not in valid range [0, 100]"))
      }
      if !(0...10).contains(point.score) {
        report(
          [.index(index), .key("score")], invalid(point.score, "not in valid range [0, 10]"))
      }
    }
  }
}
