import TestSupport
import Testing

@Suite("Diagnosis from journals")
struct JournalDiagnosisTests {
  private static func pod(_ name: String, uid: String) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: \(name), namespace: shop, uid: \(uid), creationTimestamp: 2026-08-12T06:00:00Z}
    spec:
      nodeName: node-1
      containers: [{name: app, image: nginx, volumeMounts: [{name: cfg, mountPath: /etc/x}]}]
      volumes: [{name: cfg, configMap: {name: settings}}]
    status:
      phase: Pending
      conditions: [{type: PodScheduled, status: "True", lastTransitionTime: 2026-08-12T06:00:00Z}]
      containerStatuses: [{name: app, state: {waiting: {reason: ContainerCreating}}}]
    ---

    """
  }

  private static let ids = [
    "0a1b2c3d-1111-2222-3333-444455556666", "1a1b2c3d-1111-2222-3333-444455556666",
  ]
  private static let pods = pod("web-1", uid: ids[0]) + pod("api-1", uid: ids[1])

  static let journals: [(String, String)] = [
    (
      #"nestedpendingoperations.go:348] Operation for "{volumeName:kubernetes.io/configmap/\#(ids[0])-cfg podName:\#(ids[0]) nodeName:}" failed. No retries permitted until 2026-08-12 06:42:39 +0000 UTC (durationBeforeRetry 32s). Error: MountVolume.SetUp failed for volume "cfg" (UniqueName: "kubernetes.io/configmap/\#(ids[0])-cfg") pod "web-1" (UID: "\#(ids[0])") : configmap "settings" not found"#,
      "configmap-volume-missing"
    ),
    (
      #"pod_workers.go:951] "Error syncing pod, skipping" err="failed to \"CreatePodSandbox\" for \"web-1_shop(\#(ids[0]))\" with CreatePodSandboxError: \"rpc error: code = Unknown desc = failed to setup network for sandbox \\\"97\\\": plugin type=\\\"flannel\\\" failed (add): loadFlannelSubnetEnv failed: open /run/flannel/subnet.env: no such file or directory\"" pod="shop/web-1" podUID="\#(ids[0])""#,
      "cni-plugin-missing"
    ),
    (
      #"pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \"StartContainer\" for \"app\" with CreateContainerError: \"container create failed: time=\\\"2026-08-12T06:12:07Z\\\" level=error msg=\\\"runc create failed: unable to start container process: exec: \\\\\\\"/bin/bash\\\\\\\": stat /bin/bash: no such file or directory\\\"\\n\"" pod="shop/web-1" podUID="\#(ids[0])""#,
      "command-not-found-in-image"
    ),
  ]

  @Test(
    "a pod that only its node's journal explains is explained, and no other", arguments: journals)
  func explained(_ line: String, _ cause: String) throws {
    let folder = try TemporaryFolder([
      "pods.yaml": Self.pods,
      "node-1/journald/kubelet":
        "Aug 12 06:12:07 node-1 kubelet[99]: E0812 06:12:07.123456 99 \(line)\n",
    ])
    let outcome = try Program.run(["diagnose", folder.path, "-o", "json"])
    let causes = try JSONValue(parsing: Array(outcome.output.utf8))["rootCauses"]?.elements ?? []
    let found = causes.first { $0["cause"]?.string == cause }
    #expect(found?["affected"]?.elements.map { $0["name"]?.string } == ["web-1"])
    #expect(outcome.output.contains("journald/kubelet"))
  }
}
