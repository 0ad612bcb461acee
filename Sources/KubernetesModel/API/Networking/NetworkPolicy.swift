/// Which traffic the pods of a selector accept and send.
package struct NetworkPolicy: KubernetesObject {
  package static let kind = "NetworkPolicy"
  package static let apiVersion = "networking.k8s.io/v1"
  package static let isNamespaced = true

  package var metadata = ObjectMeta()
  package var spec = NetworkPolicySpec()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
  }
}

/// The pods a network policy is about, and the traffic it allows.
package struct NetworkPolicySpec: APIStruct {
  package var podSelector = LabelSelector()
  package var ingress: [NetworkPolicyIngressRule] = []
  package var egress: [NetworkPolicyEgressRule] = []
  package var policyTypes: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("podSelector", &podSelector)
    fields.field("ingress", &ingress)
    fields.field("egress", &egress)
    fields.field("policyTypes", &policyTypes)
  }
}

/// Traffic to the pods that is allowed.
package struct NetworkPolicyIngressRule: APIStruct {
  package var ports: [NetworkPolicyPort] = []
  package var from: [NetworkPolicyPeer] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("ports", &ports)
    fields.field("from", &from)
  }
}

/// Traffic from the pods that is allowed.
package struct NetworkPolicyEgressRule: APIStruct {
  package var ports: [NetworkPolicyPort] = []
  package var to: [NetworkPolicyPeer] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("ports", &ports)
    fields.field("to", &to)
  }
}
