/// How many pods of a job must succeed, how often they may fail, and how long they may take.
package struct JobSpec: APIStruct {
  package var parallelism: Int32?
  package var completions: Int32?
  package var activeDeadlineSeconds: Int64?
  package var podFailurePolicy: PodFailurePolicy?
  package var successPolicy: SuccessPolicy?
  package var backoffLimit: Int32?
  package var backoffLimitPerIndex: Int32?
  package var maxFailedIndexes: Int32?
  package var selector: LabelSelector?
  package var manualSelector: Bool?
  package var template = PodTemplateSpec()
  package var ttlSecondsAfterFinished: Int32?
  package var completionMode: String?
  package var suspend: Bool?
  package var podReplacementPolicy: String?
  package var managedBy: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("parallelism", &parallelism)
    fields.field("completions", &completions)
    fields.field("activeDeadlineSeconds", &activeDeadlineSeconds)
    fields.field("podFailurePolicy", &podFailurePolicy)
    fields.field("successPolicy", &successPolicy)
    fields.field("backoffLimit", &backoffLimit)
    fields.field("backoffLimitPerIndex", &backoffLimitPerIndex)
    fields.field("maxFailedIndexes", &maxFailedIndexes)
    fields.field("selector", &selector)
    fields.field("manualSelector", &manualSelector)
    fields.required("template", &template)
    fields.field("ttlSecondsAfterFinished", &ttlSecondsAfterFinished)
    fields.field("completionMode", &completionMode)
    fields.field("suspend", &suspend)
    fields.field("podReplacementPolicy", &podReplacementPolicy)
    fields.field("managedBy", &managedBy)
  }
}

/// What a job does about pods that fail.
package struct PodFailurePolicy: APIStruct {
  @Listed package var rules: [PodFailurePolicyRule] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("rules", &_rules)
  }
}

/// What a job does about pods that fail in one way.
package struct PodFailurePolicyRule: APIStruct {
  package var action: String = ""
  package var onExitCodes: PodFailurePolicyOnExitCodesRequirement?
  package var onPodConditions: [PodFailurePolicyOnPodConditionsPattern] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("action", &action)
    fields.field("onExitCodes", &onExitCodes)
    fields.field("onPodConditions", &onPodConditions)
  }
}

/// Exit codes that a failure rule is about.
package struct PodFailurePolicyOnExitCodesRequirement: APIStruct {
  package var containerName: String?
  package var `operator`: String = ""
  @Listed package var values: [Int32] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("containerName", &containerName)
    fields.required("operator", &`operator`)
    fields.required("values", &_values)
  }
}

/// A pod condition that a failure rule is about.
package struct PodFailurePolicyOnPodConditionsPattern: APIStruct {
  package var type: String = ""
  package var status: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("type", &type)
    fields.required("status", &status)
  }
}

/// When a job counts as succeeded before all its pods are done.
package struct SuccessPolicy: APIStruct {
  @Listed package var rules: [SuccessPolicyRule] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("rules", &_rules)
  }
}

/// Indexes, or a number of them, that make a job succeed.
package struct SuccessPolicyRule: APIStruct {
  package var succeededIndexes: String?
  package var succeededCount: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("succeededIndexes", &succeededIndexes)
    fields.field("succeededCount", &succeededCount)
  }
}
