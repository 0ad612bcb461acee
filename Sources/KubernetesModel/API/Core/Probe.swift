/// How kubelet finds out whether a container has started, is alive or is ready.
package struct Probe: APIStruct {
  package var exec: ExecAction?
  @Boxed package var httpGet: HTTPGetAction?
  package var tcpSocket: TCPSocketAction?
  package var grpc: GRPCAction?
  package var initialDelaySeconds: Int32 = 0
  package var timeoutSeconds: Int32 = 0
  package var periodSeconds: Int32 = 0
  package var successThreshold: Int32 = 0
  package var failureThreshold: Int32 = 0
  package var terminationGracePeriodSeconds: Int64?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("exec", &exec)
    fields.field("httpGet", &httpGet)
    fields.field("tcpSocket", &tcpSocket)
    fields.field("grpc", &grpc)
    fields.field("initialDelaySeconds", &initialDelaySeconds)
    fields.field("timeoutSeconds", &timeoutSeconds)
    fields.field("periodSeconds", &periodSeconds)
    fields.field("successThreshold", &successThreshold)
    fields.field("failureThreshold", &failureThreshold)
    fields.field("terminationGracePeriodSeconds", &terminationGracePeriodSeconds)
  }
}

/// A call of the gRPC health protocol.
package struct GRPCAction: APIStruct {
  package var port: Int32 = 0
  package var service: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("port", &port)
    fields.required("service", &service)
  }
}
