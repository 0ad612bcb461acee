import YAML

/// A kind of objects whose validation is known.
enum ValidatedKind: String {
  case pod = "Pod"
  case replicationController = "ReplicationController"
  case deployment = "Deployment"
  case replicaSet = "ReplicaSet"
  case daemonSet = "DaemonSet"
  case statefulSet = "StatefulSet"
  case job = "Job"
  case cronJob = "CronJob"
  case service = "Service"
  case configMap = "ConfigMap"
  case secret = "Secret"
  case serviceAccount = "ServiceAccount"
  case namespace = "Namespace"
  case claim = "PersistentVolumeClaim"
  case disruptionBudget = "PodDisruptionBudget"
  case autoscaler = "HorizontalPodAutoscaler"
  case networkPolicy = "NetworkPolicy"
  case ingress = "Ingress"
  case role = "Role"
  case clusterRole = "ClusterRole"
  case roleBinding = "RoleBinding"
  case clusterRoleBinding = "ClusterRoleBinding"
  case priorityClass = "PriorityClass"
  case storageClass = "StorageClass"
  case limitRange = "LimitRange"
  case resourceQuota = "ResourceQuota"
  case endpoints = "Endpoints"
  case endpointSlice = "EndpointSlice"
  case csiDriver = "CSIDriver"
  case runtimeClass = "RuntimeClass"
  case resourceClaim = "ResourceClaim"
  case resourceClaimTemplate = "ResourceClaimTemplate"
  case deviceClass = "DeviceClass"
  case persistentVolume = "PersistentVolume"
  case podTemplate = "PodTemplate"
  case ingressClass = "IngressClass"
  case flowSchema = "FlowSchema"
  case priorityLevel = "PriorityLevelConfiguration"
  case validatingWebhooks = "ValidatingWebhookConfiguration"
  case mutatingWebhooks = "MutatingWebhookConfiguration"
  case validatingPolicy = "ValidatingAdmissionPolicy"
  case policyBinding = "ValidatingAdmissionPolicyBinding"
  case mutatingPolicy = "MutatingAdmissionPolicy"
  case mutatingBinding = "MutatingAdmissionPolicyBinding"
  case customKind = "CustomResourceDefinition"

  /// What the schema calls the type.
  var type: String { self == .resourceClaim ? "ResourceClaim#resource.k8s.io" : rawValue }

  /// The kind of an object; nil when it is not known.
  ///
  /// Versions that are no longer served count as today's; groups with a dot are those of others.
  init?(of node: YAMLNode) {
    guard let kind = node["kind"]?.string else { return nil }
    let version = node["apiVersion"]?.string ?? ""
    self.init(rawValue: kind)
    // Earlier versions of these have other fields.
    switch self {
    case .autoscaler: if version != "autoscaling/v2" { return nil }
    case .role, .clusterRole, .roleBinding, .clusterRoleBinding:
      if version != "rbac.authorization.k8s.io/v1" { return nil }
    case .priorityClass: if version != "scheduling.k8s.io/v1" { return nil }
    case .storageClass, .csiDriver: if version != "storage.k8s.io/v1" { return nil }
    case .endpointSlice: if version != "discovery.k8s.io/v1" { return nil }
    case .runtimeClass: if version != "node.k8s.io/v1" { return nil }
    case .resourceClaim, .resourceClaimTemplate, .deviceClass:
      if version != "resource.k8s.io/v1" { return nil }
    case .flowSchema, .priorityLevel:
      if version != "flowcontrol.apiserver.k8s.io/v1" { return nil }
    case .validatingWebhooks, .mutatingWebhooks, .validatingPolicy, .policyBinding,
      .mutatingPolicy, .mutatingBinding:
      if version != "admissionregistration.k8s.io/v1" { return nil }
    case .customKind: if version != "apiextensions.k8s.io/v1" { return nil }
    case .networkPolicy, .ingress, .ingressClass:
      if version != "networking.k8s.io/v1" { return nil }
    default:
      let group = version.utf8.prefix { $0 != UInt8(ascii: "/") }
      if group.contains(UInt8(ascii: ".")) { return nil }
    }
  }

  func judge(_ object: Field, _ rules: inout ObjectRules, uid: String) {
    switch self {
    case .pod: rules.pod(object)
    case .replicationController: rules.replicationController(object)
    case .deployment: rules.deployment(object)
    case .replicaSet: rules.replicaSet(object)
    case .daemonSet: rules.daemonSet(object)
    case .statefulSet: rules.statefulSet(object)
    case .job: rules.job(object, uid: uid)
    case .cronJob: rules.cronJob(object)
    case .service: rules.service(object)
    case .configMap: rules.configMap(object)
    case .secret: rules.secret(object)
    case .serviceAccount: rules.serviceAccount(object)
    case .namespace: rules.namespace(object)
    case .claim: rules.claim(object)
    case .disruptionBudget: rules.disruptionBudget(object)
    case .autoscaler: rules.autoscaler(object)
    case .networkPolicy: rules.networkPolicy(object)
    case .ingress: rules.ingress(object)
    case .role: rules.role(object)
    case .clusterRole: rules.clusterRole(object)
    case .roleBinding: rules.roleBinding(object)
    case .clusterRoleBinding: rules.clusterRoleBinding(object)
    case .priorityClass: rules.priorityClass(object)
    case .storageClass: rules.storageClass(object)
    case .limitRange: rules.limitRange(object)
    case .resourceQuota: rules.resourceQuota(object)
    case .endpoints: rules.endpoints(object)
    case .endpointSlice: rules.endpointSlice(object)
    case .csiDriver: rules.driverObject(object)
    case .runtimeClass: rules.runtimeClass(object)
    case .resourceClaim: rules.resourceClaim(object)
    case .resourceClaimTemplate: rules.resourceClaimTemplate(object)
    case .deviceClass: rules.deviceClass(object)
    case .persistentVolume: rules.persistentVolume(object)
    case .podTemplate: rules.podTemplateObject(object)
    case .ingressClass: rules.ingressClass(object)
    case .flowSchema: rules.flowSchema(object)
    case .priorityLevel: rules.priorityLevel(object)
    case .validatingWebhooks, .mutatingWebhooks: rules.webhookConfiguration(object)
    case .validatingPolicy: rules.validatingPolicy(object)
    case .policyBinding: rules.policyBinding(object)
    case .mutatingPolicy: rules.mutatingPolicy(object)
    case .mutatingBinding: rules.mutatingBinding(object)
    case .customKind: rules.customKind(object)
    }
  }
}

extension ValidatedKind {
  func advise(_ object: Field, _ advice: inout ObjectAdvice) {
    let spec = object["spec"]
    switch self {
    case .pod:
      advice.name(object, "the Pod's hostname")
      advice.pod(object, isTemplate: false)
    case .deployment, .replicaSet, .replicationController:
      advice.name(object, "Pod names and hostnames")
      advice.pod(spec["template"], isTemplate: true)
    case .daemonSet: advice.pod(spec["template"], isTemplate: true)
    case .statefulSet: advice.statefulSet(object)
    case .job:
      advice.name(object, "Pod names and hostnames")
      advice.job(spec)
    case .cronJob:
      advice.name(object, "Pod names and hostnames")
      advice.job(spec["jobTemplate"]["spec"])
    case .podTemplate: advice.pod(object["template"], isTemplate: true)
    case .persistentVolume: advice.persistentVolume(object)
    case .claim: advice.claim(of: object)
    case .service: advice.service(object)
    case .networkPolicy: advice.networkPolicy(spec)
    case .ingress: advice.ingress(object)
    case .storageClass: advice.storageClass(object)
    case .secret: advice.secret(object)
    case .resourceQuota: advice.resourceQuota(spec)
    case .configMap, .serviceAccount, .namespace, .disruptionBudget, .autoscaler, .role,
      .clusterRole, .roleBinding, .clusterRoleBinding, .priorityClass, .limitRange,
      .endpoints, .endpointSlice, .csiDriver, .runtimeClass, .resourceClaim,
      .resourceClaimTemplate,
      .deviceClass,
      .ingressClass, .flowSchema, .priorityLevel, .validatingWebhooks, .mutatingWebhooks,
      .validatingPolicy, .policyBinding, .mutatingPolicy, .mutatingBinding, .customKind:
      break
    }
  }
}
