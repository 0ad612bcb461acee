import KubernetesModel

extension Pod {
  /// The pod with only those of its fields that `kubectl describe` shows.
  var shown: Pod {
    var pod = Pod()
    pod.metadata.name = metadata.name
    pod.metadata.namespace = metadata.namespace
    pod.metadata.labels = metadata.labels
    pod.metadata.ownerReferences = metadata.ownerReferences.filter { $0.controller == true }.map {
      var owner = $0
      (owner.uid, owner.blockOwnerDeletion) = ("", nil)
      return owner
    }
    pod.spec = spec.shown
    pod.status = status.shown
    return pod
  }
}

extension PodSpec {
  fileprivate var shown: PodSpec {
    var spec = PodSpec()
    spec.initContainers = initContainers.map(\.shown)
    spec.containers = containers.map(\.shown)
    spec.nodeName = nodeName
    spec.serviceAccountName = serviceAccountName
    spec.priority = priority
    spec.priorityClassName = priorityClassName
    spec.runtimeClassName = runtimeClassName
    spec.nodeSelector = nodeSelector
    spec.readinessGates = readinessGates
    // kubectl sorts tolerations by their key only.
    spec.tolerations = tolerations.map {
      var toleration = $0
      if toleration.operator.isEmpty { toleration.operator = "Equal" }
      return toleration
    }.sorted { ($0.key, $0.effect, $0.value) < ($1.key, $1.effect, $1.value) }
    spec.topologySpreadConstraints = topologySpreadConstraints.map(\.shown)
    spec.volumes = volumes.map(\.shown)
    return spec
  }
}

extension TopologySpreadConstraint {
  fileprivate var shown: TopologySpreadConstraint {
    var constraint = self
    constraint.minDomains = nil
    constraint.matchLabelKeys = []
    constraint.nodeAffinityPolicy = nil
    constraint.nodeTaintsPolicy = nil
    return constraint
  }
}

extension Container {
  fileprivate var shown: Container {
    var container = Container()
    container.name = name
    container.image = image
    container.command = command.map(Self.shown)
    container.args = args.map(Self.shown)
    container.ports = ports.map {
      var port = $0
      port.hostIP = ""
      return port
    }
    container.env = env
    container.envFrom = envFrom
    container.resources.limits = resources.limits
    container.resources.requests = resources.requests
    container.volumeMounts = volumeMounts.map(\.shown).sorted { $0.mountPath < $1.mountPath }
    container.volumeDevices = volumeDevices
    container.livenessProbe = livenessProbe?.shown
    container.readinessProbe = readinessProbe?.shown
    container.startupProbe = startupProbe?.shown
    return container
  }
}

extension Container {
  /// A script without its empty lines, and with one blank where it has several or tabs.
  private static func shown(_ script: String) -> String {
    script.split(separator: "\n").map { line in
      line.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension Probe {
  fileprivate var shown: Probe {
    var probe = self
    probe.terminationGracePeriodSeconds = nil
    probe.httpGet?.httpHeaders = []
    if probe.grpc?.service == "" { probe.grpc?.service = nil }
    return probe
  }
}

extension VolumeMount {
  fileprivate var shown: VolumeMount {
    var mount = VolumeMount()
    mount.name = name
    mount.mountPath = mountPath
    mount.readOnly = readOnly
    mount.subPath = subPath
    return mount
  }
}

extension Volume {
  /// The volume with only what says which object it is of.
  fileprivate var shown: Volume {
    var volume = Volume()
    volume.name = name
    volume.persistentVolumeClaim = persistentVolumeClaim
    volume.hostPath = hostPath
    volume.nfs = nfs
    volume.emptyDir = emptyDir
    volume.configMap = configMap.map {
      var source = ConfigMapVolumeSource()
      (source.name, source.optional) = ($0.name, $0.optional == true ? true : nil)
      return source
    }
    volume.secret = secret.map {
      var source = SecretVolumeSource()
      (source.secretName, source.optional) = ($0.secretName, $0.optional == true ? true : nil)
      return source
    }
    return volume
  }
}

extension PodStatus {
  fileprivate var shown: PodStatus {
    var status = PodStatus()
    status.phase = phase
    status.reason = reason
    status.message = message.split(separator: " ").joined(separator: " ")
    status.podIP = podIP
    status.startTime = startTime
    status.qosClass = qosClass
    status.nominatedNodeName = nominatedNodeName
    status.conditions = conditions.map {
      var condition = PodCondition()
      (condition.type, condition.status) = ($0.type, $0.status)
      return condition
    }
    status.initContainerStatuses = initContainerStatuses.map(\.shown)
    status.containerStatuses = containerStatuses.map(\.shown)
    return status
  }
}

extension ContainerStatus {
  fileprivate var shown: ContainerStatus {
    var status = ContainerStatus()
    status.name = name
    status.ready = ready
    status.restartCount = restartCount
    status.imageID = imageID
    status.containerID = containerID
    status.state = state.shown
    status.lastState = lastState.terminated == nil ? ContainerState() : lastState.shown
    return status
  }
}

extension ContainerState {
  fileprivate var shown: ContainerState {
    var state = self
    state.waiting?.message = ""
    state.terminated?.containerID = ""
    return state
  }
}
