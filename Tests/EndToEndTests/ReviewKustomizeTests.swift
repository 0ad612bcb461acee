import Testing

/// Reviews of folders that kustomize builds from.
@Suite struct ReviewKustomizeTests {
  private static let files = [
    "base/kustomization.yaml": """
    apiVersion: kustomize.config.k8s.io/v1beta1
    kind: Kustomization
    resources: [pod.yaml]
    """,
    "base/pod.yaml": """
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec: {containers: [{name: app, image: "web:1"}]}
    """,
    "overlay/kustomization.yaml": """
    apiVersion: kustomize.config.k8s.io/v1beta1
    kind: Kustomization
    resources: [../base]
    patches: [{path: ./patch.yaml}]
    patchesStrategicMerge: [../shared/merge.yaml]
    """,
    "overlay/patch.yaml": """
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec: {containers: [{name: app, resources: {$patch: delete}}]}
    """,
    "shared/merge.yaml": """
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec: {priority: 1}
    """,
  ]

  @Test(
    "neither kustomizations nor the patches that they name are manifests",
    arguments: [
      ([""], 0), (["overlay"], 0), (["shared"], 1),
      (["overlay/kustomization.yaml", "overlay/patch.yaml"], 0), (["overlay/patch.yaml"], 1),
    ])
  func folders(_ paths: [String], _ exitCode: Int) throws {
    let folder = try TemporaryFolder(Self.files)
    // A folder of kustomize's alone holds nothing to review.
    let extra = ["base/pod.yaml"].map { folder.path(of: $0) }
    let asked = paths.map { folder.path(of: $0) }
    let outcome = try Program.run(
      ["review", "--no-config", "--profile", "lenient"] + asked + extra)
    #expect(Int(outcome.exitCode) == exitCode, "\(outcome.output)")
  }

  @Test(
    "a patch that no kustomization names is left out, and what kustomize would write is not missed")
  func spareFiles() throws {
    let folder = try TemporaryFolder([
      "kustomization.yaml": """
      apiVersion: kustomize.config.k8s.io/v1beta1
      kind: Kustomization
      resources: [deployment.yaml]
      #patchesStrategicMerge: [image.yaml]
      """,
      "deployment.yaml": Self.whole,
      "image.yaml": """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: {template: {spec: {containers: [{name: app}]}}}
      """,
      "more.yaml": """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app, args: [-v]}]}}
      """,
      "binding.yaml": """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: web}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
      subjects: [{kind: ServiceAccount, name: web}]
      """,
    ])
    let outcome = try Program.run(
      ["review", "--no-config", "--profile", "lenient", folder.path])
    #expect(outcome.exitCode == 0, "\(outcome.output)")
  }

  private static let brought = [
    ("a folder of patches", ["kustomization.yaml": "patches: [patches/merge.yaml]"], 0),
    ("names no patch", ["kustomization.yaml": "resources: []"], 1),
    (
      "a patch that brings the port",
      [
        "kustomization.yaml": "resources: [base.yaml]\npatches: [{path: port.yaml}]",
        "port.yaml": """
        - op: add
          path: /spec/template/spec/containers/0/ports
          value: [{name: https, containerPort: 8443}]
        """,
        "patches/merge.yaml": "",
      ], 0
    ),
    (
      "a patch that brings another port",
      [
        "kustomization.yaml": """
        resources: [base.yaml]
        patches: [{patch: "- {op: add, path: /x,\\n  value: {name: http, containerPort: 80}}"}]
        """,
        "patches/merge.yaml": "",
      ], 1
    ),
  ]

  @Test("what patches bring is not missing, and they are no manifests", arguments: brought)
  func patches(_ name: String, _ more: [String: String], _ exitCode: Int) throws {
    var files = [
      "base.yaml": Self.whole,
      "patches/merge.yaml": """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: other}
      spec: {template: {spec: {containers: [{name: app, image: "web:2"}]}}}
      """,
    ]
    if more.keys.contains("patches/merge.yaml") {
      files["base.yaml"]? += """

        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 443, targetPort: https}]}
        """
    }
    files.merge(more) { $1 }
    let folder = try TemporaryFolder(files)
    let outcome = try Program.run(
      ["review", "--no-config", folder.path])
    #expect(Int(outcome.exitCode) == exitCode, "\(name): \(outcome.output)")
  }

  private static let whole = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      selector: {matchLabels: {app: web}}
      template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app, image: "web:1"}]}}
    """
  private static let workload = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec: {template: {spec: {containers: [{name: app, image: "web:1"}]}}}
    """
  private static let placeholder = "apiVersion: v1\nkind: Namespace\nmetadata: {name: _}"
  private static let substituted = """
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: "${APP}"}
    spec: {accessModes: ["${MODE:=ReadWriteOnce}"], resources: {requests: {storage: "${SIZE}"}}}
    """
  private static let wrongAmount = """
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: web}
    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: "1 Gi"}}}
    """
  private static let reader = """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: web}
    data: {level: debug}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec:
      containers:
        - name: app
          image: web:1
          env: [{name: MODE, valueFrom: {configMapKeyRef: {name: web, key: mode}}}]
    """
  private static let binding = """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRoleBinding
    metadata: {name: web}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
    subjects: [{kind: ServiceAccount, name: web}]
    """

  @Test(
    "what kustomize still writes there is not missing",
    arguments: [
      ("labels of all", workload, "resources: [object.yaml]\ncommonLabels: {app: web}", 0),
      (
        "labels with selectors", workload,
        "resources: [object.yaml]\nlabels: [{pairs: {app: web}, includeSelectors: true}]", 0
      ),
      (
        "labels without selectors", workload,
        "resources: [object.yaml]\nlabels: [{pairs: {app: web}}]", 1
      ),
      ("of another file", workload, "resources: [other.yaml]\ncommonLabels: {app: web}", 1),
      ("a namespace", binding, "resources: [object.yaml]\nnamespace: web", 0),
      ("no namespace", binding, "resources: [object.yaml]", 1),
      ("the name of a namespace", placeholder, "resources: [object.yaml]\nnamespace: web", 0),
      ("no name of a namespace", placeholder, "resources: [object.yaml]", 1),
      ("a substitution", substituted, "resources: [object.yaml]", 0),
      ("a wrong amount", wrongAmount, "resources: [object.yaml]", 1),
      (
        "a generated key", reader,
        "resources: [object.yaml]\nconfigMapGenerator: [{name: web, behavior: merge}]", 0
      ),
      ("no generated key", reader, "resources: [object.yaml]", 1),
    ])
  func completions(_ name: String, _ object: String, _ kustomization: String, _ code: Int) throws {
    // An overlay may add what its base lacks.
    for overlay in [false, true] {
      var files = ["base/object.yaml": object]
      files["base/kustomization.yaml"] = overlay ? "resources: [object.yaml]" : kustomization
      if overlay {
        files["top/kustomization.yaml"] = kustomization.replacing("object.yaml", with: "../base")
      }
      let folder = try TemporaryFolder(files)
      let outcome = try Program.run(
        ["review", "--no-config", folder.path])
      #expect(Int(outcome.exitCode) == code, "\(name): \(outcome.output)")
    }
  }

  private static let port = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      template:
        spec: {containers: [{name: app, ports: [{name: https, containerPort: 8443}]}]}
    """
  private static let served =
    whole + """

      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 443, targetPort: https}]}
      """

  @Test(
    "what one kustomization adds counts for what is built together with it",
    arguments: [
      (
        "keys of another one", reader,
        ["other/kustomization.yaml": "configMapGenerator: [{name: web}]"], 1
      ),
      (
        "keys of another one, under the name that is referred to", reader,
        [
          "other/kustomization.yaml":
            "configMapGenerator: [{name: web, options: {disableNameSuffixHash: true}}]"
        ], 0
      ),
      (
        "keys of another one, all of which keep their names", reader,
        [
          "other/kustomization.yaml": """
          generatorOptions: {disableNameSuffixHash: true}
          configMapGenerator: [{name: web}]
          """
        ], 0
      ),
      (
        "keys of one beside it", reader,
        [
          "other/kustomization.yaml": "configMapGenerator: [{name: web}]",
          "top/kustomization.yaml": "resources: [../base, ../other]",
        ], 0
      ),
      (
        "ports of another one", served,
        ["other/kustomization.yaml": "patches: [{path: port.yaml}]", "other/port.yaml": port], 1
      ),
      (
        "ports of one above it", served,
        [
          "top/kustomization.yaml": "resources: [../base]\npatches: [{path: port.yaml}]",
          "top/port.yaml": port,
        ], 0
      ),
      (
        "ports of a component of one above it", served,
        [
          "top/kustomization.yaml": "resources: [../base]\ncomponents: [../part]",
          "part/kustomization.yaml": """
          apiVersion: kustomize.config.k8s.io/v1alpha1
          kind: Component
          patchesStrategicMerge: [port.yaml]
          """,
          "part/port.yaml": port,
        ], 0
      ),
    ])
  func together(_ name: String, _ object: String, _ more: [String: String], _ code: Int) throws {
    var files = ["base/object.yaml": object, "base/kustomization.yaml": "resources: [object.yaml]"]
    files.merge(more) { $1 }
    let folder = try TemporaryFolder(files)
    let outcome = try Program.run(["review", "--no-config", folder.path])
    #expect(Int(outcome.exitCode) == code, "\(name): \(outcome.output)")
  }
}
