/// A stable name and address for the pods that a selector chooses.
package struct Service: KubernetesObject {
  package static let kind = "Service"
  package static let apiVersion = "v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = ServiceSpec()
  package var status = ServiceStatus()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// Which pods a service chooses, and how it is reached.
package struct ServiceSpec: APIStruct {
  package var ports: [ServicePort] = []
  package var selector: [String: String] = [:]
  package var clusterIP: String = ""
  package var clusterIPs: [String] = []
  package var type: String = ""
  package var externalIPs: [String] = []
  package var sessionAffinity: String = ""
  package var loadBalancerIP: String = ""
  package var loadBalancerSourceRanges: [String] = []
  package var externalName: String = ""
  package var externalTrafficPolicy: String = ""
  package var healthCheckNodePort: Int32 = 0
  package var publishNotReadyAddresses: Bool = false
  package var sessionAffinityConfig: SessionAffinityConfig?
  package var ipFamilies: [String] = []
  package var ipFamilyPolicy: String?
  package var allocateLoadBalancerNodePorts: Bool?
  package var loadBalancerClass: String?
  package var internalTrafficPolicy: String?
  package var trafficDistribution: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("ports", &ports)
    fields.field("selector", &selector)
    fields.field("clusterIP", &clusterIP)
    fields.field("clusterIPs", &clusterIPs)
    fields.field("type", &type)
    fields.field("externalIPs", &externalIPs)
    fields.field("sessionAffinity", &sessionAffinity)
    fields.field("loadBalancerIP", &loadBalancerIP)
    fields.field("loadBalancerSourceRanges", &loadBalancerSourceRanges)
    fields.field("externalName", &externalName)
    fields.field("externalTrafficPolicy", &externalTrafficPolicy)
    fields.field("healthCheckNodePort", &healthCheckNodePort)
    fields.field("publishNotReadyAddresses", &publishNotReadyAddresses)
    fields.field("sessionAffinityConfig", &sessionAffinityConfig)
    fields.field("ipFamilies", &ipFamilies)
    fields.field("ipFamilyPolicy", &ipFamilyPolicy)
    fields.field("allocateLoadBalancerNodePorts", &allocateLoadBalancerNodePorts)
    fields.field("loadBalancerClass", &loadBalancerClass)
    fields.field("internalTrafficPolicy", &internalTrafficPolicy)
    fields.field("trafficDistribution", &trafficDistribution)
  }
}

/// A port of a service.
package struct ServicePort: APIStruct {
  package var name: String = ""
  package var `protocol`: String = ""
  package var appProtocol: String?
  package var port: Int32 = 0
  package var targetPort: IntOrString = IntOrString.int(0)
  package var nodePort: Int32 = 0

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.field("protocol", &`protocol`)
    fields.field("appProtocol", &appProtocol)
    fields.required("port", &port)
    fields.field("targetPort", &targetPort)
    fields.field("nodePort", &nodePort)
  }
}

/// How sessions stick to a pod.
package struct SessionAffinityConfig: APIStruct {
  package var clientIP: ClientIPConfig?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("clientIP", &clientIP)
  }
}

/// How long a client's address sticks to a pod.
package struct ClientIPConfig: APIStruct {
  package var timeoutSeconds: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("timeoutSeconds", &timeoutSeconds)
  }
}

/// The load balancer of a service.
package struct ServiceStatus: APIStruct {
  package var loadBalancer = LoadBalancerStatus()
  package var conditions: [Condition] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("loadBalancer", &loadBalancer)
    fields.field("conditions", &conditions)
  }
}

/// Where a load balancer is reached.
package struct LoadBalancerStatus: APIStruct {
  package var ingress: [LoadBalancerIngress] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("ingress", &ingress)
  }
}

/// One address of a load balancer.
package struct LoadBalancerIngress: APIStruct {
  package var ip: String = ""
  package var hostname: String = ""
  package var ipMode: String?
  package var ports: [PortStatus] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("ip", &ip)
    fields.field("hostname", &hostname)
    fields.field("ipMode", &ipMode)
    fields.field("ports", &ports)
  }
}

/// One port of a load balancer.
package struct PortStatus: APIStruct {
  package var port: Int32 = 0
  package var `protocol`: String = ""
  package var error: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("port", &port)
    fields.required("protocol", &`protocol`)
    fields.field("error", &error)
  }
}
