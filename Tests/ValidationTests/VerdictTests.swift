import Provenance
import Testing
import YAML

@testable import Validation

/// What is said about manifests beyond what was recorded, and where it is said.
@Suite struct VerdictTests {
  private func verdict(on text: String) throws -> ValidationVerdict {
    let reading = DocumentReader(.kubectl).read(text, file: "pod.yaml")
    let root = try #require(reading.documents.first).root
    return ManifestValidation().verdict(on: root)
  }

  private func place(_ line: Int, _ column: Int) -> Place {
    Place(file: "pod.yaml", mark: Mark(line: line, column: column))
  }

  @Test func errorsNameTheirPlace() throws {
    let verdict = try verdict(
      on: """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
          - name: Web
            ports:
            - containerPort: 0
        """)
    #expect(
      verdict.errors.map(\.field) == [
        "spec.containers[0].name", "spec.containers[0].image",
        "spec.containers[0].ports[0].containerPort",
      ])
    #expect(verdict.errors.map(\.place) == [place(6, 11), place(6, 5), place(8, 22)])
  }

  @Test func strictErrorsSuggestWhatWasMeant() throws {
    let verdict = try verdict(
      on: """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          restartPolicy: Never
          containers:
          - name: web
            imagePulPolicy: Always
            image: web
          restartPolicy: Always
        """)
    #expect(
      verdict.strictErrors == [
        StrictError(
          message: "unknown field \"spec.containers[0].imagePulPolicy\"", place: place(8, 5),
          suggestion: "imagePullPolicy"),
        StrictError(
          message: "duplicate field \"spec.restartPolicy\"", place: place(10, 3),
          suggestion: nil),
      ])
    #expect(verdict.errors.isEmpty)
  }

  @Test(arguments: [
    (
      "creationTimestamp: yesterday",
      "parsing time \"yesterday\" as \"2006-01-02T15:04:05Z07:00\": "
        + "cannot parse \"yesterday\" as \"2006\""
    ),
    (
      "generation: many",
      "json: cannot unmarshal string into Go struct field ObjectMeta.metadata.generation "
        + "of type int64"
    ),
    (
      "labels: []",
      "json: cannot unmarshal array into Go struct field ObjectMeta.metadata.labels "
        + "of type map[string]string"
    ),
  ])
  func unreadable(_ line: String, _ message: String) throws {
    let verdict = try verdict(
      on: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  \(line)\n")
    #expect(verdict.decodeError?.message == message)
    #expect(verdict.decodeError?.place.mark.line == 5)
    #expect(verdict.errors.isEmpty)
  }

  @Test func youngerFieldsAreUnknown() throws {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        hostnameOverride: web
        containers: [{name: web, image: web}]
      """
    let root = try #require(DocumentReader(.kubectl).read(text, file: "f").documents.first).root
    let verdict = ManifestValidation(minor: 33).verdict(on: root)
    #expect(verdict.strictErrors.map(\.message) == ["unknown field \"spec.hostnameOverride\""])
    #expect(ManifestValidation().verdict(on: root).strictErrors.isEmpty)
  }

  @Test(arguments: [
    (
      "kind: Service\nspec: {ports: [{port: 0}], clusterIP: None}",
      [
        "spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive",
        "spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive",
      ]
    ),
    (
      "kind: Service\nspec: {type: NodePort, selector: {a: b}}", ["spec.ports: Required value"]
    ),
    (
      "kind: ConfigMap\ndata: {\"a b\": c}",
      [
        "data[a b]: Invalid value: \"a b\": a valid config key must consist of alphanumeric "
          + "characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', "
          + "regex used for validation is '[-._a-zA-Z0-9]+')"
      ]
    ),
    (
      "kind: Secret\ntype: kubernetes.io/tls\nstringData: {tls.key: x}",
      ["data[tls.crt]: Required value"]
    ),
    (
      "kind: PersistentVolumeClaim\nspec: {accessModes: [ReadWriteOnce]}",
      ["spec.resources[storage]: Required value"]
    ),
    (
      "kind: PodDisruptionBudget\nspec: {minAvailable: 1, maxUnavailable: 101%}",
      [
        "spec: Invalid value: {\"MinAvailable\":1,\"Selector\":null,"
          + "\"MaxUnavailable\":\"101%\",\"UnhealthyPodEvictionPolicy\":null}: "
          + "minAvailable and maxUnavailable cannot be both set",
        "spec.maxUnavailable: Invalid value: \"101%\": must not be greater than 100%",
      ]
    ),
  ])
  func otherKinds(_ text: String, _ messages: [String]) throws {
    let verdict = try verdict(on: "apiVersion: v1\nmetadata: {name: web}\n\(text)\n")
    #expect(verdict.strictErrors.isEmpty)
    #expect(verdict.errors.map(\.message) == messages)
  }

  private static let webhook = """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingWebhookConfiguration
    metadata: {name: web}
    webhooks:
    - name: web.example.com
      clientConfig: {service: {name: web, namespace: shop, path: /check}}
      sideEffects: None
      admissionReviewVersions: [v1]
      rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
    """
  private static let policy = """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicy
    metadata: {name: web}
    spec:
      matchConstraints:
        resourceRules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
      variables: [{name: name, expression: 'object.metadata.?name.orValue("")'}]
      validations: [{expression: variables.name != ""}]
    """
  private static let binding = """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicyBinding
    metadata: {name: web}
    spec: {policyName: web, validationActions: [Deny]}
    """
  private static let customKind = """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: webs.example.com}
    spec:
      group: example.com
      names: {plural: webs, kind: Web}
      scope: Namespaced
      versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
    """
  private static let deviceClass = """
    apiVersion: resource.k8s.io/v1
    kind: DeviceClass
    metadata: {name: web}
    spec: {selectors: [{cel: {expression: device.driver == "web"}}]}
    """

  @Test(
    "extensions of the API server",
    arguments: [
      (webhook, "name: web.example.com", "name: web.example.com", []),
      (
        webhook, "name: web.example.com", "name: web",
        [
          "webhooks[0].name: Invalid value: \"web\": "
            + "should be a domain with at least three segments separated by dots"
        ]
      ),
      (
        webhook, "  sideEffects: None\n", "",
        [
          "webhooks[0].sideEffects: Required value: must specify one of None, NoneOnDryRun"
        ]
      ),
      (
        webhook, "service: {name: web, namespace: shop, path: /check}", "url: \"http://web/\"",
        [
          "webhooks[0].clientConfig.url: Invalid value: \"http\": "
            + "'https' is the only allowed URL scheme; desired format: https://host[/path]"
        ]
      ),
      (
        webhook, "[CREATE]", "[create]",
        [
          "webhooks[0].rules[0].operations[0]: Unsupported value: \"create\": "
            + "supported values: \"*\", \"CONNECT\", \"CREATE\", \"DELETE\", \"UPDATE\""
        ]
      ),
      (
        webhook, "[v1]\n", "[v2]\n",
        [
          "webhooks[0].admissionReviewVersions: Invalid value: [\"v2\"]: "
            + "must include at least one of v1, v1beta1"
        ]
      ),
      (policy, "web", "web", []),
      (
        policy, "variables.name != \"\"", "variables.name ==",
        [
          "spec.validations[0].expression: Invalid value: \"variables.name ==\": compilation failed: "
            + "Syntax error: mismatched input '<EOF>' expecting an expression"
        ]
      ),
      (binding, "web", "web", []),
      (
        binding, "[Deny]", "[]",
        ["spec.validationActions: Required value: at least one validation action is required"]
      ),
      (customKind, "web", "web", []),
      (
        customKind, "webs.example.com", "web.example.com",
        [
          "metadata.name: Invalid value: \"web.example.com\": "
            + "must be spec.names.plural+\".\"+spec.group"
        ]
      ),
      (
        customKind, "storage: true", "storage: false",
        ["spec.versions: Invalid value: must have exactly one version marked as storage version"]
      ),
      (
        customKind, ", schema: {openAPIV3Schema: {type: object}}", "",
        ["spec.versions[0].schema.openAPIV3Schema: Required value"]
      ),
      (deviceClass, "web", "web", []),
    ])
  func extensions(_ text: String, _ old: String, _ new: String, _ messages: [String]) throws {
    let verdict = try verdict(on: text.replacing(old, with: new))
    #expect(verdict.decodeError == nil)
    #expect(verdict.strictErrors.isEmpty)
    #expect(verdict.errors.map(\.message) == messages)
  }

  @Test func quotasThatAskForMoreThanTheyAllow() throws {
    let verdict = try verdict(
      on: """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: web}
        spec: {hard: {cpu: 2, limits.cpu: 1500m, requests.memory: 1Gi, limits.memory: 1Gi}}
        """)
    #expect(
      verdict.warnings.map(\.message) == [
        "ResourceQuota cpu (2) should be less than limits.cpu (1500m)"
      ])
  }

  @Test func foreignKindsAreLeftAlone() throws {
    let verdict = try verdict(on: "apiVersion: batch.volcano.sh/v1alpha1\nkind: Job\nspec: 1\n")
    #expect(verdict.decodeError == nil)
    #expect(verdict.errors.isEmpty)
  }

  @Test func anIPv6AddressHasOneSpelling() {
    #expect(AddressSyntax.warning(about: "2001:db8::1") == nil)
    #expect(
      AddressSyntax.warning(about: "2001:db8:0:0::1")
        == "IPv6 address \"2001:db8:0:0::1\" should be in RFC 5952 canonical format "
        + "(\"2001:db8::1\")")
    #expect(AddressSyntax.objections(to: "::ffff:1.2.3.4").count == 1)
    #expect(AddressSyntax.objections(to: "010.0.0.1") == ["must not have leading 0s"])
    #expect(AddressSyntax.objections(to: "::").isEmpty)
    #expect(AddressSyntax.objections(to: ":1::").count == 1)
  }

  @Test(arguments: [
    (
      "@every 5x", "failed to parse duration @every 5x: time: unknown unit \"x\" in duration \"5x\""
    ),
    ("@often", "unrecognized descriptor: @often"),
    ("1-2-3 * * * *", "too many hyphens: 1-2-3"),
    ("0 0 0 * *", "beginning of range (0) below minimum (1): 0"),
  ])
  func schedule(_ text: String, _ objection: String) {
    #expect(CronSchedule.objection(to: text) == objection)
  }

  @Test(arguments: [
    (
      31, "kind: Pod\nspec: {containers: [{name: a, image: a, env: [{name: 'a b', value: c}]}]}",
      [
        "spec.containers[0].env[0].name: Invalid value: \"a b\": a valid environment variable name "
          + "must consist of alphabetic characters, digits, '_', '-', or '.', and must not start "
          + "with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', "
          + "regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')"
      ]
    ),
    (
      32, "kind: Pod\nspec: {containers: [{name: a, image: a, env: [{name: 'a b', value: c}]}]}", []
    ),
  ])
  func whatWasRefusedEarlier(_ minor: Int, _ text: String, _ messages: [String]) throws {
    #expect(try self.messages(minor, "web", text) == messages)
  }

  @Test(arguments: [
    (
      35, "1web",
      [
        "metadata.name: Invalid value: \"1web\": a DNS-1035 label must consist of lower case "
          + "alphanumeric characters or '-', start with an alphabetic character, and end with an "
          + "alphanumeric character (e.g. 'my-name',  or 'abc-123', "
          + "regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"
      ]
    ),
    (35, "web-1", []), (36, "1web", []),
  ])
  func serviceNames(_ minor: Int, _ name: String, _ messages: [String]) throws {
    #expect(
      try self.messages(minor, name, "kind: Service\nspec: {ports: [{port: 80}]}") == messages)
  }

  private func messages(_ minor: Int, _ name: String, _ text: String) throws -> [String] {
    let text = "apiVersion: v1\nmetadata: {name: \(name)}\n\(text)\n"
    let root = try #require(DocumentReader(.kubectl).read(text, file: "f").documents.first).root
    return ManifestValidation(minor: minor).verdict(on: root).errors.map(\.message)
  }
}
