/// What is asked of a pod: its containers, volumes, identity and where it may run.
package struct PodSpec: APIStruct {
  package var volumes: [Volume] = []
  package var initContainers: [Container] = []
  @usableFromInline var listedContainers = Listed<Container>(wrappedValue: [])
  package var ephemeralContainers: [EphemeralContainer] = []
  package var restartPolicy: String = ""
  package var terminationGracePeriodSeconds: Int64?
  package var activeDeadlineSeconds: Int64?
  package var dnsPolicy: String = ""
  package var nodeSelector: [String: String] = [:]
  package var serviceAccountName: String = ""
  package var serviceAccount: String = ""
  package var automountServiceAccountToken: Bool?
  package var nodeName: String = ""
  package var hostNetwork: Bool = false
  package var hostPID: Bool = false
  package var hostIPC: Bool = false
  package var shareProcessNamespace: Bool?
  @Boxed package var securityContext: PodSecurityContext?
  package var imagePullSecrets: [LocalObjectReference] = []
  package var hostname: String = ""
  package var subdomain: String = ""
  package var affinity: Affinity?
  package var schedulerName: String = ""
  package var tolerations: [Toleration] = []
  package var hostAliases: [HostAlias] = []
  package var priorityClassName: String = ""
  package var priority: Int32?
  package var dnsConfig: PodDNSConfig?
  package var readinessGates: [PodReadinessGate] = []
  package var runtimeClassName: String?
  package var enableServiceLinks: Bool?
  package var preemptionPolicy: String?
  package var overhead = ResourceList()
  package var topologySpreadConstraints: [TopologySpreadConstraint] = []
  package var setHostnameAsFQDN: Bool?
  package var os: PodOS?
  package var hostUsers: Bool?
  package var schedulingGates: [PodSchedulingGate] = []
  package var resourceClaims: [PodResourceClaim] = []
  package var resources: ResourceRequirements?
  package var hostnameOverride: String?
  package var schedulingGroup: PodSchedulingGroup?
  /// The group that Kubernetes 1.35 scheduled the pod with; later `schedulingGroup`.
  @Boxed package var workloadRef: WorkloadReference?

  package init() {}

  /// As by ``Listed``, but inlined, since the getter that a wrapper makes is given a copy of the whole spec.
  @inlinable
  package var containers: [Container] {
    get { listedContainers.elements }
    set { listedContainers.wrappedValue = newValue }
    _modify { yield &listedContainers.wrappedValue }
  }

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("volumes", &volumes)
    fields.field("initContainers", &initContainers)
    fields.required("containers", &listedContainers)
    fields.field("ephemeralContainers", &ephemeralContainers)
    fields.field("restartPolicy", &restartPolicy)
    fields.field("terminationGracePeriodSeconds", &terminationGracePeriodSeconds)
    fields.field("activeDeadlineSeconds", &activeDeadlineSeconds)
    fields.field("dnsPolicy", &dnsPolicy)
    fields.field("nodeSelector", &nodeSelector)
    fields.field("serviceAccountName", &serviceAccountName)
    fields.field("serviceAccount", &serviceAccount)
    fields.field("automountServiceAccountToken", &automountServiceAccountToken)
    fields.field("nodeName", &nodeName)
    fields.field("hostNetwork", &hostNetwork)
    fields.field("hostPID", &hostPID)
    fields.field("hostIPC", &hostIPC)
    fields.field("shareProcessNamespace", &shareProcessNamespace)
    fields.field("securityContext", &securityContext)
    fields.field("imagePullSecrets", &imagePullSecrets)
    fields.field("hostname", &hostname)
    fields.field("subdomain", &subdomain)
    fields.field("affinity", &affinity)
    fields.field("schedulerName", &schedulerName)
    fields.field("tolerations", &tolerations)
    fields.field("hostAliases", &hostAliases)
    fields.field("priorityClassName", &priorityClassName)
    fields.field("priority", &priority)
    fields.field("dnsConfig", &dnsConfig)
    fields.field("readinessGates", &readinessGates)
    fields.field("runtimeClassName", &runtimeClassName)
    fields.field("enableServiceLinks", &enableServiceLinks)
    fields.field("preemptionPolicy", &preemptionPolicy)
    fields.field("overhead", &overhead)
    fields.field("topologySpreadConstraints", &topologySpreadConstraints)
    fields.field("setHostnameAsFQDN", &setHostnameAsFQDN)
    fields.field("os", &os)
    fields.field("hostUsers", &hostUsers)
    fields.field("schedulingGates", &schedulingGates)
    fields.field("resourceClaims", &resourceClaims)
    fields.field("resources", &resources)
    fields.field("hostnameOverride", &hostnameOverride)
    fields.field("schedulingGroup", &schedulingGroup)
    fields.alias("workloadRef", &workloadRef)
  }
}

/// A container added to a running pod for debugging.
package struct EphemeralContainer: APIStruct {
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
  package var targetContainerName: String = ""

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
    fields.field("targetContainerName", &targetContainerName)
  }
}

/// A line of a pod's hosts file.
package struct HostAlias: APIStruct {
  package var ip: String = ""
  package var hostnames: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("ip", &ip)
    fields.field("hostnames", &hostnames)
  }
}
