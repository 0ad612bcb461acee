/// What ordinary and ephemeral containers have in common as far as defaults go.
private protocol ContainerFields {
  var image: String { get }
  var imagePullPolicy: String { get set }
  var terminationMessagePath: String { get set }
  var terminationMessagePolicy: String { get set }
  var ports: [ContainerPort] { get set }
  var env: [EnvVar] { get set }
  var resources: ResourceRequirements { get set }
  var livenessProbe: Probe? { get set }
  var readinessProbe: Probe? { get set }
  var startupProbe: Probe? { get set }
  var lifecycle: Lifecycle? { get set }
}

extension ContainerFields {
  mutating func applyContainerDefaults() {
    imagePullPolicy.setIfEmpty(ImageReference.defaultPullPolicy(of: image))
    terminationMessagePath.setIfEmpty("/dev/termination-log")
    terminationMessagePolicy.setIfEmpty("File")
    for index in ports.indices { ports[index].protocol.setIfEmpty("TCP") }
    for index in env.indices where env[index].valueFrom != nil {
      env[index].valueFrom?.fieldRef?.apiVersion.setIfEmpty("v1")
      env[index].valueFrom?.fileKeyRef?.optional.setIfAbsent(false)
    }
    resources.limits.roundToMilli()
    resources.requests.roundToMilli()
    livenessProbe?.applyDefaults()
    readinessProbe?.applyDefaults()
    startupProbe?.applyDefaults()
    lifecycle?.postStart?.httpGet?.applyDefaults()
    lifecycle?.preStop?.httpGet?.applyDefaults()
  }
}

extension Container: ContainerFields, HasDefaults {
  package mutating func applyDefaults() { applyContainerDefaults() }
}

extension EphemeralContainer: ContainerFields, HasDefaults {
  package mutating func applyDefaults() { applyContainerDefaults() }
}

extension Probe: HasDefaults {
  package mutating func applyDefaults() {
    timeoutSeconds.setIfZero(1)
    periodSeconds.setIfZero(10)
    successThreshold.setIfZero(1)
    failureThreshold.setIfZero(3)
    httpGet?.applyDefaults()
    grpc?.service.setIfAbsent("")
  }
}

extension HTTPGetAction: HasDefaults {
  package mutating func applyDefaults() {
    path.setIfEmpty("/")
    scheme.setIfEmpty("HTTP")
  }
}

extension ImageReference {
  /// `Always` for images that are pulled by the tag `latest`, else `IfNotPresent`.
  static func defaultPullPolicy(of image: String) -> String {
    let tag = (try? ImageReference(image))?.effectiveTag
    return tag == "latest" ? "Always" : "IfNotPresent"
  }
}
