/// In which version of Kubernetes 1.x fields came that were not always there.
package enum FieldHistory {
  /// Whether a field of a type is younger than version `1.minor`.
  static func isUnknown(_ field: String, of type: String, in minor: Int) -> Bool {
    guard minor < newest, let minors = fields[type], let first = minors[field] else {
      return false
    }
    return minor < first
  }

  /// The version that the schema is of.
  package static let newest = 36

  private static let fields: [String: [String: Int]] = [
    "PodSpec": [
      "hostUsers": 25, "schedulingGates": 26, "resourceClaims": 26, "resources": 32,
      "hostnameOverride": 34, "schedulingGroup": 36,
    ],
    "Container": [
      "resizePolicy": 27, "restartPolicy": 28, "restartPolicyRules": 34,
    ],
    "PodSecurityContext": [
      "appArmorProfile": 30, "supplementalGroupsPolicy": 31, "seLinuxChangePolicy": 32,
    ],
    "SecurityContext": ["appArmorProfile": 30],
    "EnvVarSource": ["fileKeyRef": 34],
    "Lifecycle": ["stopSignal": 33],
    "LifecycleHandler": ["sleep": 29],
    "VolumeMount": ["recursiveReadOnly": 30],
    "Volume": ["image": 31],
    "VolumeProjection": ["clusterTrustBundle": 29, "podCertificate": 34],
    "PodAffinityTerm": ["matchLabelKeys": 29, "mismatchLabelKeys": 29],
    "TopologySpreadConstraint": [
      "minDomains": 24, "matchLabelKeys": 25, "nodeAffinityPolicy": 25, "nodeTaintsPolicy": 25,
    ],
    "ResourceRequirements": ["claims": 26],
    "ResourceClaim": ["request": 31],
    "PersistentVolumeClaimSpec": ["volumeAttributesClassName": 29],
    "ServiceSpec": ["trafficDistribution": 30],
    "StatefulSetSpec": ["persistentVolumeClaimRetentionPolicy": 23, "ordinals": 26],
    "JobSpec": [
      "podFailurePolicy": 25, "podReplacementPolicy": 28, "backoffLimitPerIndex": 28,
      "maxFailedIndexes": 28, "managedBy": 30, "successPolicy": 30,
    ],
    "CronJobSpec": ["timeZone": 24],
    "HPAScalingRules": ["tolerance": 33],
    "PodDisruptionBudgetSpec": ["unhealthyPodEvictionPolicy": 26],
  ]
}
