/// The other side of allowed traffic.
package struct NetworkPolicyPeer: APIStruct {
  package var podSelector: LabelSelector?
  package var namespaceSelector: LabelSelector?
  package var ipBlock: IPBlock?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("podSelector", &podSelector)
    fields.field("namespaceSelector", &namespaceSelector)
    fields.field("ipBlock", &ipBlock)
  }
}

/// A range of addresses, with exceptions.
package struct IPBlock: APIStruct {
  package var cidr: String = ""
  package var except: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("cidr", &cidr)
    fields.field("except", &except)
  }
}
