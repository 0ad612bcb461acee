package import Basics

/// Containers that run together on one node.
package struct Pod: KubernetesObject {
  package static let kind = "Pod"
  package static let apiVersion = "v1"
  package static let isNamespaced = true

  // By reference, because thousands of pods are handed around and each of these has dozens of parts to count.
  @usableFromInline var keptMetadata = Self.noMetadata
  @usableFromInline var keptSpec = Self.noSpec
  @usableFromInline var keptStatus = Self.noStatus

  private static let noMetadata = Indirect(ObjectMeta())
  private static let noSpec = Indirect(PodSpec())
  private static let noStatus = Indirect(PodStatus())

  package init() {}

  @inlinable
  package var metadata: ObjectMeta {
    unsafeAddress { unsafe keptMetadata.address }
    unsafeMutableAddress { unsafe keptMetadata.mutableAddress() }
  }

  @inlinable
  package var spec: PodSpec {
    unsafeAddress { unsafe keptSpec.address }
    unsafeMutableAddress { unsafe keptSpec.mutableAddress() }
  }

  @inlinable
  package var status: PodStatus {
    unsafeAddress { unsafe keptStatus.address }
    unsafeMutableAddress { unsafe keptStatus.mutableAddress() }
  }

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("metadata", &metadata)
    fields.field("spec", &spec)
    fields.field("status", &status)
  }
}

/// What kubelet and scheduler last reported about a pod.
package struct PodStatus: APIStruct {
  package var observedGeneration: Int64 = 0
  package var phase: String = ""
  package var conditions: [PodCondition] = []
  package var message: String = ""
  package var reason: String = ""
  package var nominatedNodeName: String = ""
  package var hostIP: String = ""
  package var hostIPs: [HostIP] = []
  package var podIP: String = ""
  package var podIPs: [PodIP] = []
  package var startTime: Timestamp?
  package var initContainerStatuses: [ContainerStatus] = []
  package var containerStatuses: [ContainerStatus] = []
  package var qosClass: String = ""
  package var ephemeralContainerStatuses: [ContainerStatus] = []
  package var resize: String = ""
  package var resourceClaimStatuses: [PodResourceClaimStatus] = []
  package var extendedResourceClaimStatus: PodExtendedResourceClaimStatus?
  package var allocatedResources = ResourceList()
  package var resources: ResourceRequirements?
  package var nodeAllocatableResourceClaimStatuses: [NodeAllocatableResourceClaimStatus] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("observedGeneration", &observedGeneration)
    fields.field("phase", &phase)
    fields.field("conditions", &conditions)
    fields.field("message", &message)
    fields.field("reason", &reason)
    fields.field("nominatedNodeName", &nominatedNodeName)
    fields.field("hostIP", &hostIP)
    fields.field("hostIPs", &hostIPs)
    fields.field("podIP", &podIP)
    fields.field("podIPs", &podIPs)
    fields.field("startTime", &startTime)
    fields.field("initContainerStatuses", &initContainerStatuses)
    fields.field("containerStatuses", &containerStatuses)
    fields.field("qosClass", &qosClass)
    fields.field("ephemeralContainerStatuses", &ephemeralContainerStatuses)
    fields.field("resize", &resize)
    fields.field("resourceClaimStatuses", &resourceClaimStatuses)
    fields.field("extendedResourceClaimStatus", &extendedResourceClaimStatus)
    fields.field("allocatedResources", &allocatedResources)
    fields.field("resources", &resources)
    fields.field("nodeAllocatableResourceClaimStatuses", &nodeAllocatableResourceClaimStatuses)
  }
}

/// An address of the node that a pod runs on.
package struct HostIP: APIStruct {
  package var ip: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("ip", &ip)
  }
}

/// An address of a pod.
package struct PodIP: APIStruct {
  package var ip: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("ip", &ip)
  }
}

/// The claim that was made from a template for a pod.
package struct PodResourceClaimStatus: APIStruct {
  package var name: String = ""
  package var resourceClaimName: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.field("resourceClaimName", &resourceClaimName)
  }
}

/// The claim that backs extended resources of a pod.
package struct PodExtendedResourceClaimStatus: APIStruct {
  package var requestMappings: [ContainerExtendedResourceRequest] = []
  package var resourceClaimName: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("requestMappings", &requestMappings)
    fields.required("resourceClaimName", &resourceClaimName)
  }
}

/// Which request of the claim backs an extended resource of a container.
package struct ContainerExtendedResourceRequest: APIStruct {
  package var containerName: String = ""
  package var resourceName: String = ""
  package var requestName: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("containerName", &containerName)
    fields.required("resourceName", &resourceName)
    fields.required("requestName", &requestName)
  }
}

/// Node resources that a claim of a pod takes.
package struct NodeAllocatableResourceClaimStatus: APIStruct {
  package var resourceClaimName: String = ""
  package var containers: [String] = []
  package var resources = ResourceList()

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("resourceClaimName", &resourceClaimName)
    fields.field("containers", &containers)
    fields.required("resources", &resources)
  }
}
