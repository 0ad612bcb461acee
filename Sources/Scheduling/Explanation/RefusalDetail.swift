package import KubernetesModel
package import Provenance

/// The one thing on a node, or in the pod, that a plugin stumbled over.
package struct RefusalDetail: Hashable, Sendable {
  /// What it is, with its numbers.
  package enum Subject: Hashable, Sendable {
    case resource(ResourceShortage)
    case cordon
    case taint(Taint)
    /// The pod asks for another node by name.
    case nodeName(String)
    case label(LabelDemand)
    /// The port, and the pod that has it.
    case hostPort(HostPort, holder: ObjectReference?)
    /// No pod that the term speaks of is in the node's domain.
    case podAffinity(TopologyDemand)
    /// The pod itself wants to be away from `other`.
    case podAntiAffinity(TopologyDemand, other: ObjectReference?)
    /// `other` wants pods such as this one away.
    case antiAffinityOfOther(TopologyDemand, other: ObjectReference?)
    case spread(SpreadCount)
    /// A claim that is missing, unbound or in use by `holder`.
    case claim(ObjectReference, holder: ObjectReference?)
    /// A volume that cannot be reached from the node.
    case volume(ObjectReference)
    case volumeLimit(VolumeCount)
    /// Claims for devices that the node cannot meet.
    case devices([ObjectReference])
    /// Features that the node does not declare.
    case features([String])
    /// Room that is promised to pods for which others were evicted.
    case promised([ObjectReference])
    /// Nothing more is known than the plugin's words.
    case other
  }

  package var subject: Subject
  /// One clause with the names and numbers.
  package var says: String
  /// Where the dump shows it, the best place first.
  package var evidence: [FieldReference]

  package init(_ subject: Subject, says: String, evidence: [FieldReference]) {
    self.subject = subject
    self.says = says
    self.evidence = evidence
  }
}

extension RefusalDetail.Subject {
  /// A name for programs.
  package var name: String {
    switch self {
    case .resource: "resource"
    case .cordon: "cordon"
    case .taint: "taint"
    case .nodeName: "node-name"
    case .label: "label"
    case .hostPort: "host-port"
    case .podAffinity: "pod-affinity"
    case .podAntiAffinity: "pod-anti-affinity"
    case .antiAffinityOfOther: "anti-affinity-of-other"
    case .spread: "spread"
    case .claim: "claim"
    case .volume: "volume"
    case .volumeLimit: "volume-limit"
    case .devices: "devices"
    case .features: "features"
    case .promised: "promised"
    case .other: "other"
    }
  }
}

/// A label, or field, that the pod demands of its node.
package struct LabelDemand: Hashable, Sendable {
  /// Where the demand stands.
  package enum Source: Hashable, Sendable {
    case nodeSelector
    /// `spec.affinity.nodeAffinity.required….nodeSelectorTerms[term]`.
    case term(Int)
    /// `addedAffinity` of the scheduler's configuration.
    case configuration
  }

  package var source: Source
  package var key: String
  /// `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`.
  package var `operator`: String
  package var values: [String]
  /// What the node has, nil when it lacks the label.
  package var found: String?

  /// `disk In [ssd]`, or `disk=ssd` for one value.
  package var demand: String {
    switch (`operator`, values.count) {
    case ("In", 1): "\(key)=\(values[0])"
    case ("NotIn", 1): "\(key)!=\(values[0])"
    case ("Exists", _): key
    case ("DoesNotExist", _): "!\(key)"
    default: "\(key) \(`operator`) [\(values.joined(separator: ", "))]"
    }
  }
}

/// A term that speaks of pods in one domain of a topology.
package struct TopologyDemand: Hashable, Sendable {
  /// The term's place in the list of required terms.
  package var term: Int
  package var topologyKey: String
  /// The node's value for the key, nil when it lacks the label.
  package var domain: String?
}

/// How a topology spread constraint stands in the domain of a node.
package struct SpreadCount: Hashable, Sendable {
  /// The constraint's place in the pod's list, nil for a default constraint.
  package var constraint: Int?
  package var topologyKey: String
  /// The node's value for the key, nil when it lacks the label.
  package var domain: String?
  /// How many pods that count are in the domain now.
  package var count: Int64
  /// The fewest in any domain.
  package var least: Int64
  package var maxSkew: Int64
}

/// How many volumes of a driver a node takes.
package struct VolumeCount: Hashable, Sendable {
  package var driver: String
  package var limit: Int
  package var attached: Int
  package var wanted: Int
}
