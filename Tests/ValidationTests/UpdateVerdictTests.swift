import KubernetesModel
import Provenance
import Testing
import YAML

@testable import Validation

/// What the API server would refuse to change, as the ValidateUpdate functions of pkg/apis and pkg/registry have it.
@Suite struct UpdateVerdictTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var kind: String
    var old: String
    var new: String
    var messages: [String] = []

    init(
      _ description: String, _ kind: String, from old: String, to new: String, _ messages: String...
    ) {
      testDescription = description
      self.kind = kind
      self.old = old
      self.new = new
      self.messages = messages
    }
  }

  private static let statefulSet =
    "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', "
    + "'template', 'updateStrategy', 'revisionHistoryLimit', "
    + "'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"
  private static let claim =
    "spec: Forbidden: spec is immutable after creation except resources.requests and "
    + "volumeAttributesClassName for bound claims"
  private static let pod =
    "spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`,"
    + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` "
    + "(only additions to existing tolerations),`spec.terminationGracePeriodSeconds` "
    + "(allow it to be set to 1 if it was previously negative)"
  private static let frozen = "Forbidden: field is immutable when `immutable` is set"

  private static let workloads = [
    Case(
      "a label of the selector is taken away", "apps/v1 DaemonSet",
      from: "spec: {selector: {matchLabels: {app: web, tier: a}}}",
      to: "spec: {selector: {matchLabels: {app: web}}}",
      "spec.selector: Invalid value: {\"matchLabels\":{\"app\":\"web\"}}: field is immutable"),
    Case(
      "replicas and template may change", "apps/v1 Deployment",
      from:
        "spec: {replicas: 1, selector: {matchLabels: {a: b}}, template: {spec: {containers: [{name: a, image: a}]}}}",
      to:
        "spec: {replicas: 2, selector: {matchLabels: {a: b}}, template: {spec: {containers: [{name: a, image: b}]}}}"
    ),
    Case(
      "another governing service", "apps/v1 StatefulSet", from: "spec: {serviceName: a}",
      to: "spec: {serviceName: b}", statefulSet),
    Case(
      "pods at once", "apps/v1 StatefulSet", from: "spec: {podManagementPolicy: OrderedReady}",
      to: "spec: {podManagementPolicy: Parallel}", statefulSet),
    Case(
      "what may change of a stateful set", "apps/v1 StatefulSet",
      from: "spec: {serviceName: a, replicas: 1}",
      to:
        "spec: {serviceName: a, replicas: 3, ordinals: {start: 1}, minReadySeconds: 5, revisionHistoryLimit: 2}"
    ),
    Case(
      "a claim template less", "apps/v1 StatefulSet",
      from: "spec: {volumeClaimTemplates: [{metadata: {name: a}}]}", to: "spec: {}", statefulSet),
    Case(
      "another image in a job", "batch/v1 Job",
      from:
        "spec: {completionMode: NonIndexed, template: {metadata: {labels: {job-name: web}}, spec: {containers: [{name: a, image: 'a:1', terminationMessagePath: /dev/termination-log}]}}}",
      to: "spec: {template: {spec: {containers: [{name: a, image: 'a:2'}]}}}",
      "spec.template: Invalid value: {…}: field is immutable"),
    Case(
      "the same job", "batch/v1 Job",
      from:
        "spec: {selector: {matchLabels: {uid: x}}, template: {spec: {containers: [{name: a, image: 'a:1', resources: {limits: {cpu: 1}}}]}}}",
      to:
        "spec: {backoffLimit: 2, template: {spec: {containers: [{name: a, image: 'a:1', resources: {limits: {cpu: 1000m}}}]}}}"
    ),
    Case(
      "a job that is held back", "batch/v1 Job",
      from: "spec: {suspend: true, template: {spec: {nodeSelector: {a: b}}}}",
      to: "spec: {template: {spec: {nodeSelector: {a: c}}}}"),
    Case(
      "completions of a job", "batch/v1 Job", from: "spec: {completions: 2}",
      to: "spec: {completions: 3}", "spec.completions: Invalid value: 3: field is immutable"),
    Case(
      "an indexed job grows in step", "batch/v1 Job",
      from: "spec: {completionMode: Indexed, completions: 2, parallelism: 2}",
      to: "spec: {completionMode: Indexed, completions: 3, parallelism: 3}"),
    Case(
      "an indexed job grows out of step", "batch/v1 Job",
      from: "spec: {completionMode: Indexed, completions: 2, parallelism: 2}",
      to: "spec: {completionMode: Indexed, completions: 3, parallelism: 2}",
      "spec.completions: Invalid value: 3: can only be modified in tandem with spec.parallelism"),
    Case(
      "an environment variable of a pod", "v1 Pod",
      from: "spec: {containers: [{name: a, image: a, env: [{name: A, value: one}]}]}",
      to: "spec: {containers: [{name: a, image: a, env: [{name: A, value: two}]}]}", pod),
    Case(
      "a container more", "v1 Pod", from: "spec: {containers: [{name: a, image: a}]}",
      to: "spec: {containers: [{name: a, image: a}, {name: b, image: b}]}",
      "spec.containers: Forbidden: pod updates may not add or remove containers"),
    Case(
      "the image of a pod, into which a sidecar was put", "v1 Pod",
      from: "spec: {nodeName: n, containers: [{name: proxy, image: p}, {name: a, image: a}]}",
      to: "spec: {containers: [{name: a, image: b}]}"),
  ]

  private static let merged = [
    Case(
      "mounts of one volume and ports in another order", "v1 Pod",
      from:
        "spec: {containers: [{name: a, image: a, ports: [{containerPort: 1, protocol: TCP}, {containerPort: 1, protocol: UDP}], volumeMounts: [{name: v, mountPath: /a}, {name: v, mountPath: /b, readOnly: true}]}]}",
      to:
        "spec: {containers: [{name: a, image: a, ports: [{containerPort: 1, protocol: UDP}, {containerPort: 1}], volumeMounts: [{name: v, mountPath: /b, readOnly: true}, {name: v, mountPath: /a}]}]}"
    ),
    Case(
      "another mount", "v1 Pod",
      from: "spec: {containers: [{name: a, image: a, volumeMounts: [{name: v, mountPath: /a}]}]}",
      to: "spec: {containers: [{name: a, image: a, volumeMounts: [{name: v, mountPath: /b}]}]}", pod
    ),
  ]

  private static let others = [
    Case(
      "an address of one's own", "v1 Service", from: "spec: {clusterIP: 10.0.0.1}",
      to: "spec: {clusterIP: None}",
      "spec.clusterIPs[0]: Invalid value: [\"None\"]: may not change once set"),
    Case(
      "an address is left out", "v1 Service",
      from: "spec: {clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1]}",
      to: "spec: {ports: [{port: 80}]}"),
    Case(
      "a name outside needs no address", "v1 Service", from: "spec: {clusterIP: 10.0.0.1}",
      to: "spec: {type: ExternalName, externalName: a.example}"),
    Case(
      "another load balancer", "v1 Service", from: "spec: {type: LoadBalancer}",
      to: "spec: {type: LoadBalancer, loadBalancerClass: a.example/lb}",
      "spec.loadBalancerClass: Invalid value: \"a.example/lb\": may not change once set"),
    Case(
      "a frozen value", "v1 ConfigMap", from: "immutable: true\ndata: {a: b}", to: "data: {a: c}",
      "data: \(frozen)"),
    Case(
      "a frozen value that the dump hides", "v1 ConfigMap",
      from: "immutable: true\ndata: {a: '***HIDDEN***'}", to: "data: {a: c}"),
    Case(
      "a value that is not frozen", "v1 ConfigMap", from: "data: {a: b}",
      to: "immutable: true\ndata: {a: c}"),
    Case(
      "thawed", "v1 Secret", from: "immutable: true\ndata: {a: Yg==}",
      to: "immutable: false\nstringData: {a: b, c: d}", "immutable: \(frozen)", "data: \(frozen)"),
    Case(
      "another type of secret", "v1 Secret", from: "data: {a: Yg==}", to: "type: example.com/key",
      "type: Invalid value: \"example.com/key\": field is immutable"),
    Case(
      "the value of a priority class", "scheduling.k8s.io/v1 PriorityClass", from: "value: 1",
      to: "value: 2\npreemptionPolicy: Never", "value: Forbidden: may not be changed in an update.",
      "preemptionPolicy: Invalid value: \"Never\": field is immutable"),
    Case(
      "a handler", "node.k8s.io/v1 RuntimeClass", from: "handler: a", to: "handler: b",
      "handler: Invalid value: \"b\": field is immutable"),
    Case(
      "another role", "rbac.authorization.k8s.io/v1 RoleBinding",
      from: "roleRef: {kind: Role, name: a}", to: "roleRef: {kind: ClusterRole, name: a}",
      "roleRef: Invalid value: {\"APIGroup\":\"rbac.authorization.k8s.io\","
        + "\"Kind\":\"ClusterRole\",\"Name\":\"a\"}: cannot change roleRef"),
    Case(
      "the same role", "rbac.authorization.k8s.io/v1 RoleBinding",
      from: "roleRef: {kind: Role, name: a}",
      to: "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}"),
  ]

  private static let storage = [
    Case(
      "another class and mode of access", "v1 PersistentVolumeClaim",
      from: "spec: {storageClassName: a, accessModes: [ReadWriteOnce]}\nstatus: {phase: Bound}",
      to: "spec: {storageClassName: b, accessModes: [ReadWriteMany]}", claim),
    Case(
      "the class and the volume that it was given", "v1 PersistentVolumeClaim",
      from: "spec: {storageClassName: a, volumeName: pv-1}\nstatus: {phase: Bound}",
      to: "spec: {accessModes: []}"),
    Case(
      "a class for one without", "v1 PersistentVolumeClaim",
      from: "spec: {resources: {requests: {storage: 1Gi}}}",
      to: "spec: {storageClassName: a, resources: {requests: {storage: 1024Mi}}}"),
    Case(
      "smaller than what there is", "v1 PersistentVolumeClaim",
      from:
        "spec: {resources: {requests: {storage: 2Gi}}}\nstatus: {phase: Bound, capacity: {storage: 2Gi}}",
      to: "spec: {resources: {requests: {storage: 1Gi}}}",
      "spec.resources.requests.storage: Forbidden: field can not be less than status.capacity"),
    Case(
      "back to what there is more than", "v1 PersistentVolumeClaim",
      from:
        "spec: {resources: {requests: {storage: 9Gi}}}\nstatus: {phase: Bound, capacity: {storage: 2Gi}}",
      to: "spec: {resources: {requests: {storage: 3Gi}}}"),
    Case(
      "larger before it is bound", "v1 PersistentVolumeClaim",
      from: "spec: {resources: {requests: {storage: 1Gi}}}",
      to: "spec: {resources: {requests: {storage: 2Gi}}}", claim),
    Case(
      "a secret to be expanded with, of which there was none", "v1 PersistentVolume",
      from: "spec: {csi: {driver: a, volumeHandle: b}}",
      to: "spec: {csi: {driver: a, volumeHandle: b, controllerExpandSecretRef: {name: c}}}"),
    Case(
      "another server", "v1 PersistentVolume",
      from: "spec: {capacity: {storage: 1Gi}, nfs: {server: a, path: /}}",
      to: "spec: {capacity: {storage: 2Gi}, nfs: {server: b, path: /}}",
      "spec.persistentvolumesource: Forbidden: spec.persistentvolumesource is immutable after creation"
    ),
    Case(
      "nearly all of a class", "storage.k8s.io/v1 StorageClass",
      from: "provisioner: a\nparameters: {a: b}",
      to:
        "provisioner: b\nparameters: {a: c}\nreclaimPolicy: Retain\nvolumeBindingMode: WaitForFirstConsumer\nallowVolumeExpansion: true",
      "parameters: Forbidden: updates to parameters are forbidden.",
      "provisioner: Forbidden: updates to provisioner are forbidden.",
      "reclaimPolicy: Forbidden: updates to reclaimPolicy are forbidden.",
      "volumeBindingMode: Invalid value: \"WaitForFirstConsumer\": field is immutable"),
    Case(
      "a driver that need not attach", "storage.k8s.io/v1 CSIDriver", from: "spec: {}",
      to: "spec: {attachRequired: false, fsGroupPolicy: None}",
      "spec.attachedRequired: Invalid value: false: field is immutable"),
    Case(
      "a claim for another device", "resource.k8s.io/v1 ResourceClaim",
      from: "spec: {devices: {requests: [{name: a, exactly: {deviceClassName: x}}]}}",
      to: "spec: {devices: {requests: [{name: a, exactly: {deviceClassName: y}}]}}",
      "spec: Invalid value: {…}: field is immutable"),
  ]

  @Test(arguments: workloads + merged + others + storage)
  func refusals(_ example: Case) throws {
    let snapshot = try snapshot(of: text(example.kind, example.old, "uid: u"))
    #expect(
      try refusals(of: text(example.kind, example.new), against: snapshot) == example.messages)
  }

  @Test(arguments: [
    ("true", []),
    (
      "false",
      [
        "persistentvolumeclaims \"web\" is forbidden: only dynamically provisioned pvc can be "
          + "resized and the storageclass that provisions the pvc must support resize"
      ]
    ),
  ])
  func growth(_ allowed: String, _ messages: [String]) throws {
    let old =
      "spec: {storageClassName: a, resources: {requests: {storage: 1Gi}}}\n"
      + "status: {phase: Bound, capacity: {storage: 1Gi}}"
    let snapshot = try snapshot(
      of: text("v1 PersistentVolumeClaim", old) + "---\n"
        + "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: a}\n"
        + "provisioner: p\nallowVolumeExpansion: \(allowed)\n")
    let new = text(
      "v1 PersistentVolumeClaim", "spec: {resources: {requests: {storage: 2Gi}}}")
    #expect(try refusals(of: new, against: snapshot) == messages)
  }

  @Test(arguments: [
    "annotations: {argocd.argoproj.io/sync-options: 'Replace=true'}",
    "annotations: {helm.sh/hook: post-install}",
  ])
  func madeAnew(_ metadata: String) throws {
    let kind = "apps/v1 StatefulSet"
    let snapshot = try snapshot(of: text(kind, "spec: {serviceName: a}"))
    #expect(
      try refusals(of: text(kind, "spec: {serviceName: b}", metadata), against: snapshot).isEmpty)
  }

  @Test func goingAnyway() throws {
    let kind = "apps/v1 StatefulSet"
    let snapshot = try snapshot(
      of: text(kind, "spec: {serviceName: a}", "deletionTimestamp: '2026-01-01T00:00:00Z'"))
    #expect(try refusals(of: text(kind, "spec: {serviceName: b}"), against: snapshot).isEmpty)
  }

  private func text(_ kind: String, _ body: String, _ metadata: String = "") -> String {
    let parts = kind.split(separator: " ")
    let more = metadata.isEmpty ? "" : ", \(metadata)"
    return "apiVersion: \(parts[0])\nkind: \(parts[1])\n"
      + "metadata: {name: web, namespace: default\(more)}\n\(body)\n"
  }

  private func snapshot(of text: String) throws -> ClusterSnapshot {
    var builder = ClusterSnapshot.Builder()
    for document in DocumentReader().read(text, file: "dump").documents {
      builder.add(document.root)
    }
    return builder.build()
  }

  private func refusals(of text: String, against snapshot: ClusterSnapshot) throws -> [String] {
    let root = try #require(DocumentReader().read(text, file: "f").documents.first).root
    let object = try #require(ObjectReader(root).objects.first)
    let validation = UpdateValidation(against: snapshot)
    var reference = object.reference
    if reference.kind == "RoleBinding" { reference.namespace = "default" }
    guard let value = object.value else {
      return validation.refusals(of: root, at: reference).map(\.message)
    }
    return validation.refusals(of: value, at: reference).map(\.message)
  }
}
