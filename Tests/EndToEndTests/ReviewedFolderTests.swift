import Testing

/// What counts among the files of a folder under review.
@Suite("Folders under review") struct ReviewedFolderTests {
  @Test("what a test of chainsaw expects is no manifest, and what it applies is")
  func expectations() throws {
    let step = """
      apiVersion: chainsaw.kyverno.io/v1alpha1
      kind: Test
      metadata: {name: web}
      spec: {steps: [{try: [{apply: {file: web.yaml}}, {assert: {file: ./expected.yaml}}]}]}
      """
    for (file, code) in [("expected.yaml", 0), ("web.yaml", 1)] {
      let folder = try TemporaryFolder([
        "chainsaw-test.yaml": step, file: "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n",
      ])
      let outcome = try Program.run(
        ["review", "--no-config", "--profile", "lenient", folder.path])
      #expect(Int(outcome.exitCode) == code, "\(outcome.output)")
    }
  }

  @Test(
    "what is no manifest among manifests is passed over",
    arguments: [
      ("kind.yaml", "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes: []\n", 0),
      (
        "cluster.yaml",
        "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {region: x}", 0
      ),
      ("01-assert.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n", 0),
      ("02-errors.yml", "apiVersion: v1\nkind: Pod\nmetadata: {labels: {a: b}}\n", 0),
      ("03-install.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n", 1),
      ("merge.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {<<: {name: a}, name: b}}", 0),
      ("nameless.yaml", "apiVersion: v1\nkind: ConfigMap\ndata: {}\n", 1),
      ("custom.yaml", "apiVersion: example.com/v1\nkind: Web\nmetadata: {labels: {}}\n", 1),
      ("README.md", "# Notes\n\n- [link](x)\n---\nkind: ]\n", 0),
      ("data.json", "{rating: 5}{rating: 4}", 0), ("broken.json", "{\"kind\": \"Pod\"", 1),
      (
        "encrypted.yaml",
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: a}
        data: {a: "ENC[AES256_GCM,data:abc=]"}
        sops: {mac: "ENC[AES256_GCM,data:abc=]"}
        """, 0
      ),
      ("unencrypted.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nsops: {}\n", 1),
      ("values.yaml", "image: [", 0), ("broken.yaml", "kind: Pod\nmetadata: [", 1),
      ("kustomization.yaml", "patches: [{path: more.yaml}]", 0),
    ])
  func strangers(_ name: String, _ text: String, _ exitCode: Int) throws {
    let config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata: {a: b}\n"
    let folder = try TemporaryFolder([name: text, "config.yaml": config])
    let outcome = try Program.run(
      ["review", "--no-config", "--profile", "lenient", folder.path])
    #expect(Int(outcome.exitCode) == exitCode, "\(outcome.output)")
  }

  @Test("of several manifests of one object one is applied")
  func alternatives() throws {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec:
        containers:
          - name: app
            image: "web:1"
            env: [{name: A, valueFrom: {configMapKeyRef: {name: web, key: a}}}]
      """
    let budget = """
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: web}
      spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web}
      data:
      """
    let folder = try TemporaryFolder([
      "one.yaml": pod + "\n" + budget + " {a: b}\n", "two.yaml": budget + " {b: c}\n",
    ])
    let outcome = try Program.run(
      ["review", "--no-config", folder.path])
    #expect(!outcome.output.contains("all select"), "\(outcome.output)")
    #expect(!outcome.output.contains("has no such key"), "\(outcome.output)")
  }
}
