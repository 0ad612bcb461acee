import KubernetesModel

/// The configuration file of kube-scheduler: `kubescheduler.config.k8s.io/v1`.
struct KubeSchedulerConfiguration: APIStruct {
  var apiVersion: String = ""
  var kind: String = ""
  var parallelism: Int32?
  var leaderElection = LeaderElectionConfiguration()
  var clientConnection = ClientConnectionConfiguration()
  var enableProfiling: Bool?
  var enableContentionProfiling: Bool?
  var percentageOfNodesToScore: Int32?
  var podInitialBackoffSeconds: Int64?
  var podMaxBackoffSeconds: Int64?
  var profiles: [KubeSchedulerProfile] = []
  var extenders: [Extender] = []
  var delayCacheUntilActive: Bool = false

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.typeMeta(apiVersion: &apiVersion, kind: &kind)
    fields.field("parallelism", &parallelism)
    fields.field("leaderElection", &leaderElection)
    fields.field("clientConnection", &clientConnection)
    fields.field("enableProfiling", &enableProfiling)
    fields.field("enableContentionProfiling", &enableContentionProfiling)
    fields.field("percentageOfNodesToScore", &percentageOfNodesToScore)
    fields.field("podInitialBackoffSeconds", &podInitialBackoffSeconds)
    fields.field("podMaxBackoffSeconds", &podMaxBackoffSeconds)
    fields.field("profiles", &profiles)
    fields.field("extenders", &extenders)
    fields.field("delayCacheUntilActive", &delayCacheUntilActive)
  }
}

/// What one scheduler name stands for.
struct KubeSchedulerProfile: APIStruct {
  var schedulerName: String?
  var percentageOfNodesToScore: Int32?
  var plugins: Plugins?
  var pluginConfig: [PluginConfig] = []

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("schedulerName", &schedulerName)
    fields.field("percentageOfNodesToScore", &percentageOfNodesToScore)
    fields.field("plugins", &plugins)
    fields.field("pluginConfig", &pluginConfig)
  }
}

/// The arguments of one plugin; they are read by the plugin's name.
struct PluginConfig: APIStruct {
  var name: String = ""
  var args = RawJSON()

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("args", &args)
  }
}

/// How several schedulers agree which of them works.
struct LeaderElectionConfiguration: APIStruct {
  var leaderElect: Bool?
  var leaseDuration: String = ""
  var renewDeadline: String = ""
  var retryPeriod: String = ""
  var resourceLock: String = ""
  var resourceName: String = ""
  var resourceNamespace: String = ""

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("leaderElect", &leaderElect)
    fields.field("leaseDuration", &leaseDuration)
    fields.field("renewDeadline", &renewDeadline)
    fields.field("retryPeriod", &retryPeriod)
    fields.field("resourceLock", &resourceLock)
    fields.field("resourceName", &resourceName)
    fields.field("resourceNamespace", &resourceNamespace)
  }
}

/// How kube-scheduler reaches the API server.
struct ClientConnectionConfiguration: APIStruct {
  var kubeconfig: String = ""
  var acceptContentTypes: String = ""
  var contentType: String = ""
  var qps = RawJSON()
  var burst: Int32 = 0

  mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("kubeconfig", &kubeconfig)
    fields.field("acceptContentTypes", &acceptContentTypes)
    fields.field("contentType", &contentType)
    fields.field("qps", &qps)
    fields.field("burst", &burst)
  }
}
