/// What kubelet last reported about a container.
package struct ContainerStatus: APIStruct {
  package var name: String = ""
  package var state = ContainerState()
  package var lastState = ContainerState()
  package var ready: Bool = false
  package var restartCount: Int32 = 0
  package var image: String = ""
  package var imageID: String = ""
  package var containerID: String = ""
  package var started: Bool?
  package var allocatedResources = ResourceList()
  package var resources: ResourceRequirements?
  package var volumeMounts: [VolumeMountStatus] = []
  package var user: ContainerUser?
  package var allocatedResourcesStatus: [ResourceStatus] = []
  package var stopSignal: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("state", &state)
    fields.field("lastState", &lastState)
    fields.required("ready", &ready)
    fields.required("restartCount", &restartCount)
    fields.required("image", &image)
    fields.required("imageID", &imageID)
    fields.field("containerID", &containerID)
    fields.field("started", &started)
    fields.field("allocatedResources", &allocatedResources)
    fields.field("resources", &resources)
    fields.field("volumeMounts", &volumeMounts)
    fields.field("user", &user)
    fields.field("allocatedResourcesStatus", &allocatedResourcesStatus)
    fields.field("stopSignal", &stopSignal)
  }
}

/// Waiting, running or terminated: one of them is set.
package struct ContainerState: APIStruct {
  package var waiting: ContainerStateWaiting?
  package var running: ContainerStateRunning?
  @Boxed package var terminated: ContainerStateTerminated?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("waiting", &waiting)
    fields.field("running", &running)
    fields.field("terminated", &terminated)
  }
}

/// Why a container does not run yet.
package struct ContainerStateWaiting: APIStruct {
  package var reason: String = ""
  package var message: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("reason", &reason)
    fields.field("message", &message)
  }
}

/// Since when a container runs.
package struct ContainerStateRunning: APIStruct {
  package var startedAt: Timestamp?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("startedAt", &startedAt)
  }
}

/// How, why and when a container ended.
package struct ContainerStateTerminated: APIStruct {
  package var exitCode: Int32 = 0
  package var signal: Int32 = 0
  package var reason: String = ""
  package var message: String = ""
  package var startedAt: Timestamp?
  package var finishedAt: Timestamp?
  package var containerID: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("exitCode", &exitCode)
    fields.field("signal", &signal)
    fields.field("reason", &reason)
    fields.field("message", &message)
    fields.field("startedAt", &startedAt)
    fields.field("finishedAt", &finishedAt)
    fields.field("containerID", &containerID)
  }
}

/// How a volume is mounted in a running container.
package struct VolumeMountStatus: APIStruct {
  package var name: String = ""
  package var mountPath: String = ""
  package var readOnly: Bool = false
  package var recursiveReadOnly: String?
  package var volumeStatus: VolumeStatus?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("mountPath", &mountPath)
    fields.field("readOnly", &readOnly)
    fields.field("recursiveReadOnly", &recursiveReadOnly)
    fields.field("volumeStatus", &volumeStatus)
  }
}

/// What is known of a mounted volume, by its type.
package struct VolumeStatus: APIStruct {
  package var image: ImageVolumeStatus?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("image", &image)
  }
}

/// What an image volume resolved to.
package struct ImageVolumeStatus: APIStruct {
  package var imageRef: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("imageRef", &imageRef)
  }
}

/// The user that a container's first process runs as.
package struct ContainerUser: APIStruct {
  package var linux: LinuxContainerUser?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("linux", &linux)
  }
}

/// User and groups of a process on Linux.
package struct LinuxContainerUser: APIStruct {
  package var uid: Int64 = 0
  package var gid: Int64 = 0
  package var supplementalGroups: [Int64] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("uid", &uid)
    fields.required("gid", &gid)
    fields.field("supplementalGroups", &supplementalGroups)
  }
}
