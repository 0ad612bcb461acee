/// One container of a pod.
package struct Container: APIStruct {
  package var name: String = ""
  package var image: String = ""
  package var command: [String] = []
  package var args: [String] = []
  package var workingDir: String = ""
  package var ports: [ContainerPort] = []
  package var envFrom: [EnvFromSource] = []
  package var env: [EnvVar] = []
  package var resources = ResourceRequirements()
  package var resizePolicy: [ContainerResizePolicy] = []
  package var restartPolicy: String?
  package var restartPolicyRules: [ContainerRestartRule] = []
  package var volumeMounts: [VolumeMount] = []
  package var volumeDevices: [VolumeDevice] = []
  @Boxed package var livenessProbe: Probe?
  @Boxed package var readinessProbe: Probe?
  @Boxed package var startupProbe: Probe?
  package var lifecycle: Lifecycle?
  package var terminationMessagePath: String = ""
  package var terminationMessagePolicy: String = ""
  package var imagePullPolicy: String = ""
  @Boxed package var securityContext: SecurityContext?
  package var stdin: Bool = false
  package var stdinOnce: Bool = false
  package var tty: Bool = false

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("image", &image)
    fields.field("command", &command)
    fields.field("args", &args)
    fields.field("workingDir", &workingDir)
    fields.field("ports", &ports)
    fields.field("envFrom", &envFrom)
    fields.field("env", &env)
    fields.field("resources", &resources)
    fields.field("resizePolicy", &resizePolicy)
    fields.field("restartPolicy", &restartPolicy)
    fields.field("restartPolicyRules", &restartPolicyRules)
    fields.field("volumeMounts", &volumeMounts)
    fields.field("volumeDevices", &volumeDevices)
    fields.field("livenessProbe", &livenessProbe)
    fields.field("readinessProbe", &readinessProbe)
    fields.field("startupProbe", &startupProbe)
    fields.field("lifecycle", &lifecycle)
    fields.field("terminationMessagePath", &terminationMessagePath)
    fields.field("terminationMessagePolicy", &terminationMessagePolicy)
    fields.field("imagePullPolicy", &imagePullPolicy)
    fields.field("securityContext", &securityContext)
    fields.field("stdin", &stdin)
    fields.field("stdinOnce", &stdinOnce)
    fields.field("tty", &tty)
  }
}
