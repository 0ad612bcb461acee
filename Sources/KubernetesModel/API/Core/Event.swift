/// Something that a component noted about an object; both `v1` and `events.k8s.io/v1` read into it.
package struct Event: KubernetesObject {
  package static let kind = "Event"
  package static let apiVersion = "v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var involvedObject = APIObjectReference()
  package var reason: String = ""
  package var message: String = ""
  package var source = EventSource()
  package var firstTimestamp: Timestamp?
  package var lastTimestamp: Timestamp?
  package var count: Int32 = 0
  package var type: String = ""
  package var eventTime: Timestamp?
  package var series: EventSeries?
  package var action: String = ""
  @Boxed package var related: APIObjectReference?
  package var reportingComponent: String = ""
  package var reportingInstance: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("metadata", &metadata)
    fields.required("involvedObject", &involvedObject)
    fields.field("reason", &reason)
    fields.field("message", &message)
    fields.field("source", &source)
    fields.field("firstTimestamp", &firstTimestamp)
    fields.field("lastTimestamp", &lastTimestamp)
    fields.field("count", &count)
    fields.field("type", &type)
    fields.microTime("eventTime", &eventTime)
    fields.field("series", &series)
    fields.field("action", &action)
    fields.field("related", &related)
    fields.required("reportingComponent", &reportingComponent)
    fields.required("reportingInstance", &reportingInstance)
    fields.alias("regarding", &involvedObject)
    fields.alias("note", &message)
    fields.alias("deprecatedSource", &source)
    fields.alias("deprecatedFirstTimestamp", &firstTimestamp)
    fields.alias("deprecatedLastTimestamp", &lastTimestamp)
    fields.alias("deprecatedCount", &count)
    fields.alias("reportingController", &reportingComponent)
  }
}

/// The component, and its host, that an event comes from.
package struct EventSource: APIStruct {
  package var component: String = ""
  package var host: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("component", &component)
    fields.field("host", &host)
  }
}

/// How often an event was repeated, and when last.
package struct EventSeries: APIStruct {
  package var count: Int32 = 0
  package var lastObservedTime: Timestamp?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("count", &count)
    fields.microTime("lastObservedTime", &lastObservedTime)
  }
}
