import Testing
import YAML

@testable import Validation

/// Corners of validation that upstream's own tables go into.
@Suite struct UpstreamTableTests {
  private func verdict(on text: String, minor: Int = 36) throws -> ValidationVerdict {
    let reading = DocumentReader(.kubectl).read(text, file: "object.yaml")
    let root = try #require(reading.documents.first).root
    return ManifestValidation(minor: minor).verdict(on: root)
  }

  private static let podCases: [(String, [String])] = [
    (
      "{containers: [{name: a, image: a, ports: [{containerPort: 70000}]}], hostNetwork: true}",
      [
        "spec.containers[0].ports[0].containerPort: Invalid value: 70000: "
          + "must be between 1 and 65535, inclusive",
        "spec.containers[0].ports[0].hostPort: Invalid value: 70000: "
          + "must be between 1 and 65535, inclusive",
      ]
    ),
    (
      "{containers: [{name: a, image: a, lifecycle: {stopSignal: SIGTERM}}], initContainers: [{name: b, image: b, lifecycle: {stopSignal: SIGTERM}}]}",
      []
    ),
    (
      "{containers: [{name: a, image: a, volumeMounts: [{name: v, mountPath: /v, subPath: b}]}], volumes: [{name: v, image: {reference: b}}]}",
      []
    ),
    (
      "{containers: [{name: a, image: a}], volumes: [{name: v, gcePersistentDisk: {pdName: d, partition: 256}}]}",
      [
        "spec.volumes[0].persistentDisk.partition: Invalid value: 256: "
          + "must be between 1 and 255, inclusive"
      ]
    ),
    (
      "{containers: [{name: a, image: a}], volumes: [{name: v, ephemeral: {volumeClaimTemplate: {metadata: {finalizers: []}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}}}]}",
      [
        "spec.volumes[0].ephemeral.volumeClaimTemplate.metadata.finalizers: Forbidden: cannot be set"
      ]
    ),
    (
      "{containers: [{name: a, image: a}], nodeSelector: {\(String(repeating: "k", count: 64)): v}}",
      [
        "spec.nodeSelector: Invalid value: \"\(String(repeating: "k", count: 64))\": "
          + "name part must be no more than 63 bytes"
      ]
    ),
  ]

  @Test("pods", arguments: podCases)
  func pods(_ spec: String, _ expected: [String]) throws {
    let text = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: \(spec)"
    #expect(try verdict(on: text).errors.map(\.message) == expected)
  }

  @Test("a mirror of a static pod claims no devices")
  func mirrors() throws {
    let verdict = try verdict(
      on: """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, annotations: {kubernetes.io/config.mirror: a}}
        spec: {nodeName: n1, containers: [{name: a, image: a}], resourceClaims: [{name: gpu}]}
        """)
    #expect(
      verdict.errors.map(\.message) == [
        "[]: Forbidden: static pods do not support resource claims"
      ])
  }

  @Test(
    "an annotation about AppArmor is made a field of the container of a pod, which overrides the pod's"
  )
  func appArmor() throws {
    let pod = """
      metadata: {name: web, annotations: {container.apparmor.security.beta.kubernetes.io/a: unconfined}}
      spec: {securityContext: {appArmorProfile: {type: RuntimeDefault}}, containers: [{name: a, image: a}]}
      """
    #expect(try verdict(on: "apiVersion: v1\nkind: Pod\n\(pod)").errors.isEmpty)
    let template = pod.split(separator: "\n").joined(separator: "\n  ")
    let errors = try verdict(
      on: "apiVersion: v1\nkind: PodTemplate\nmetadata: {name: web}\ntemplate:\n  \(template)"
    ).errors
    #expect(
      errors.map(\.message) == [
        "template.spec.containers[0].securityContext.appArmorProfile.type: Forbidden: "
          + "apparmor type in annotation and field must match"
      ])
  }

  private static let setCases: [(String, String, [String])] = [
    ("{volumeDevices: [{name: data, devicePath: /dev/a}]}", "", []),
    ("{volumeMounts: [{name: data, mountPath: /d}]}", ", subdomain: A_B, hostname: A_B", []),
    (
      "{volumeMounts: [{name: other, mountPath: /o}]}",
      ", volumes: [{name: data, hostPath: {}}, {name: other, hostPath: {}}]",
      [
        "spec.template.spec.volumes[1].hostPath.path: Required value",
        "spec.template.spec.containers[0].volumeMounts[0].name: Not found: \"other\"",
      ]
    ),
  ]

  @Test(
    "the claims of a stateful set come before the volumes of its template", arguments: setCases)
  func statefulSets(_ container: String, _ spec: String, _ expected: [String]) throws {
    let text = """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: web}
      spec:
        serviceName: web
        selector: {matchLabels: {app: web}}
        volumeClaimTemplates:
        - metadata: {name: data}
          spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: a, image: a, \(container.dropFirst())]\(spec)}
      """
    #expect(try verdict(on: text).errors.map(\.message) == expected)
  }

  private static let otherCases: [(String, [String])] = [
    (
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: web, namespace: shop}\nrules: []",
      []
    ),
    (
      "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: LoadBalancer, ports: [{port: 80}], sessionAffinityConfig: {clientIP: {timeoutSeconds: 1}}, loadBalancerSourceRanges: [\" 010.0.0.0/8\", \"::ffff:1.2.3.0/120\", 10.1.1.1/8]}",
      [
        "spec.LoadBalancerSourceRanges[0]: Invalid value: \"010.0.0.0/8\": "
          + "must not have leading 0s in IP or prefix length",
        "spec.LoadBalancerSourceRanges[1]: Invalid value: \"::ffff:1.2.3.0/120\": "
          + "must not have an IPv4-mapped IPv6 address",
        "spec.LoadBalancerSourceRanges[2]: Invalid value: \"10.1.1.1/8\": "
          + "must not have bits set beyond the prefix length",
      ]
    ),
    (
      "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}], clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1, 10.0.0.2], ipFamilies: [IPv6]}",
      [
        "spec.clusterIPs: Invalid value: [\"10.0.0.1\",\"10.0.0.2\"]: "
          + "may specify no more than one IP for each IP family",
        "spec.clusterIPs[0]: Invalid value: \"10.0.0.1\": "
          + "expected an IPv6 value as indicated by `ipFamilies[0]`",
      ]
    ),
    (
      "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: web}\nspec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, dataSource: {kind: Pod, name: a}}",
      []
    ),
    (
      "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec: {maxReplicas: 2, scaleTargetRef: {kind: ReplicationController, name: a}}",
      []
    ),
    (
      "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec: {maxReplicas: 2, scaleTargetRef: {kind: Deployment, name: a}}",
      ["spec.scaleTargetRef.apiVersion: Invalid value: \"\": apiVersion must specify API group"]
    ),
    (
      "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: web}\nspec: {accessModes: [ReadWriteOnce], capacity: {storage: 0}, local: {path: /a/../b}, csi: {driver: d, volumeHandle: h}}",
      [
        "spec.capacity[storage]: Invalid value: \"0\": must be greater than zero",
        "spec.local.path: Invalid value: \"/a/../b\": must not contain '..'",
        "spec.nodeAffinity: Required value: Local volume requires node affinity",
        "spec.csi: Forbidden: may not specify more than 1 volume type",
      ]
    ),
    (
      "apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: {name: web}\nspec: {controller: web, parameters: {kind: A, name: a, scope: Namespace}}",
      [
        "spec.controller: Invalid value: \"web\": must be a domain-prefixed path (such as \"acme.io/foo\")",
        "spec.parameters.namespace: Required value: `parameters.scope` is set to 'Namespace'",
      ]
    ),
    (
      "apiVersion: flowcontrol.apiserver.k8s.io/v1\nkind: FlowSchema\nmetadata: {name: web}\nspec: {matchingPrecedence: 10001, priorityLevelConfiguration: {name: a}, rules: [{subjects: [{kind: Group, group: {name: a}, user: {name: a}}], nonResourceRules: [{verbs: [get, \"*\"], nonResourceURLs: [a//b]}]}]}",
      [
        "spec.matchingPrecedence: Invalid value: 10001: must not be greater than 10000",
        "spec.rules[0].subjects[0].user: Forbidden: user is forbidden when subject kind is not 'User'",
        "spec.rules[0].nonResourceRules[0].verbs: Invalid value: [\"get\",\"*\"]: "
          + "if '*' is present, must not specify other verbs",
        "spec.rules[0].nonResourceRules[0].nonResourceURLs[0]: Invalid value: \"a//b\": "
          + "must start with slash",
      ]
    ),
    (
      "apiVersion: flowcontrol.apiserver.k8s.io/v1\nkind: PriorityLevelConfiguration\nmetadata: {name: web}\nspec: {type: Limited, limited: {lendablePercent: 101, limitResponse: {type: Queue, queuing: {queues: 512, handSize: 8}}}}",
      [
        "spec.limited.limitResponse.queuing.handSize: Invalid value: 8: "
          + "required entropy bits of deckSize 512 and handSize 8 should not be greater than 60",
        "spec.limited.lendablePercent: Invalid value: 101: must be between 0 and 100, inclusive",
      ]
    ),
  ]

  @Test("other objects", arguments: otherCases)
  func others(_ text: String, _ expected: [String]) throws {
    #expect(try verdict(on: text).errors.map(\.message) == expected)
  }

  @Test("type errors name the types that Go embeds")
  func embeddedTypes() throws {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: {containers: [{name: a, image: a, livenessProbe: {httpGet: {path: 1}}}]}
      """
    #expect(
      try verdict(on: text).decodeError?.message
        == "json: cannot unmarshal number into Go struct field HTTPGetAction.spec.containers"
        + ".livenessProbe.ProbeHandler.httpGet.path of type string")
  }

  @Test("ranges and addresses in odd notations are remarked on")
  func warnings() throws {
    let verdict = try verdict(
      on: """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: web}
        spec:
          podSelector: {}
          egress: [{to: [{ipBlock: {cidr: 10.1.0.0/8, except: ["2001:DB8::/64"]}}]}]
        """)
    #expect(
      verdict.warnings.map(\.message) == [
        "spec.egress[0].to[0].ipBlock.cidr: CIDR value \"10.1.0.0/8\" is ambiguous in this context "
          + "(should be \"10.0.0.0/8\" or \"10.1.0.0/32\"?)",
        "spec.egress[0].to[0].ipBlock.except[0]: IPv6 CIDR value \"2001:DB8::/64\" "
          + "should be in RFC 5952 canonical format (\"2001:db8::/64\")",
      ])
  }
}
