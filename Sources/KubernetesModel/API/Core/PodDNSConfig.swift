/// DNS settings of a pod.
package struct PodDNSConfig: APIStruct {
  package var nameservers: [String] = []
  package var searches: [String] = []
  package var options: [PodDNSConfigOption] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("nameservers", &nameservers)
    fields.field("searches", &searches)
    fields.field("options", &options)
  }
}

/// An option of the resolver.
package struct PodDNSConfigOption: APIStruct {
  package var name: String = ""
  package var value: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.field("value", &value)
  }
}
