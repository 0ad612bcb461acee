/// What runs after a container's start and before its stop.
package struct Lifecycle: APIStruct {
  @Boxed package var postStart: LifecycleHandler?
  @Boxed package var preStop: LifecycleHandler?
  package var stopSignal: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("postStart", &postStart)
    fields.field("preStop", &preStop)
    fields.field("stopSignal", &stopSignal)
  }
}

/// One action of a container's lifecycle.
package struct LifecycleHandler: APIStruct {
  package var exec: ExecAction?
  @Boxed package var httpGet: HTTPGetAction?
  package var tcpSocket: TCPSocketAction?
  package var sleep: SleepAction?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("exec", &exec)
    fields.field("httpGet", &httpGet)
    fields.field("tcpSocket", &tcpSocket)
    fields.field("sleep", &sleep)
  }
}

/// Waiting for some seconds.
package struct SleepAction: APIStruct {
  package var seconds: Int64 = 0

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("seconds", &seconds)
  }
}
