import KubernetesModel

/// A web service that takes part in scheduling; it cannot be asked offline.
struct Extender: APIStruct {
  var urlPrefix: String = ""
  var filterVerb: String = ""
  var preemptVerb: String = ""
  var prioritizeVerb: String = ""
  var weight: Int64 = 0
  var bindVerb: String = ""
  var enableHTTPS: Bool = false
  var tlsConfig: ExtenderTLSConfig?
  var httpTimeout: String = ""
  var nodeCacheCapable: Bool = false
  var managedResources: [ExtenderManagedResource] = []
  var ignorable: Bool = false

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("urlPrefix", &urlPrefix)
    fields.field("filterVerb", &filterVerb)
    fields.field("preemptVerb", &preemptVerb)
    fields.field("prioritizeVerb", &prioritizeVerb)
    fields.field("weight", &weight)
    fields.field("bindVerb", &bindVerb)
    fields.field("enableHTTPS", &enableHTTPS)
    fields.field("tlsConfig", &tlsConfig)
    fields.field("httpTimeout", &httpTimeout)
    fields.field("nodeCacheCapable", &nodeCacheCapable)
    fields.field("managedResources", &managedResources)
    fields.field("ignorable", &ignorable)
  }
}

/// A resource that an extender accounts for.
struct ExtenderManagedResource: APIStruct {
  var name: String = ""
  var ignoredByScheduler: Bool = false

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("ignoredByScheduler", &ignoredByScheduler)
  }
}

/// How an extender is trusted; what it holds is never read.
struct ExtenderTLSConfig: APIStruct {
  private var insecure: Bool = false
  private var serverName: String = ""
  private var certFile: String = ""
  private var keyFile: String = ""
  private var caFile: String = ""
  private var certData: Discarded?
  private var keyData: Discarded?
  private var caData: Discarded?

  init() {}

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("insecure", &insecure)
    fields.field("serverName", &serverName)
    fields.field("certFile", &certFile)
    fields.field("keyFile", &keyFile)
    fields.field("caFile", &caFile)
    fields.field("certData", &certData)
    fields.field("keyData", &keyData)
    fields.field("caData", &caData)
  }
}
