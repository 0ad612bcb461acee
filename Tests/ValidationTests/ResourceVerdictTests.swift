import Testing
import YAML

@testable import Validation

/// What is said about quotas, limits, endpoints, runtimes and devices, as pkg/apis/core, discovery, node and resource of
/// Kubernetes have it.
@Suite struct ResourceVerdictTests {
  private static let quotas: [(String, String, [String])] = [
    (
      "v1",
      "kind: ResourceQuota\nspec: {hard: {pods: 4, requests.cpu: 2, count/jobs.batch: 3, requests.nvidia.com/gpu: 4}, scopes: [NotBestEffort]}",
      []
    ),
    (
      "v1", "kind: ResourceQuota\nspec: {hard: {cpus: 2, storage: 1Gi, pods: 1500m, memory: -1}}",
      [
        "spec.hard[cpus]: Invalid value: \"cpus\": "
          + "must be a standard resource type or fully qualified",
        "spec.hard[cpus]: Invalid value: \"cpus\": must be a standard resource for quota",
        "spec.hard[memory]: Invalid value: \"-1\": must be greater than or equal to 0",
        "spec.hard[pods]: Invalid value: \"1500m\": must be an integer",
        "spec.hard[storage]: Invalid value: \"storage\": must be a standard resource for quota",
      ]
    ),
    (
      "v1",
      "kind: ResourceQuota\nspec: {hard: {services: 4}, scopes: [BestEffort, Never, NotBestEffort]}",
      [
        "spec.scopes: Invalid value: [\"BestEffort\",\"Never\",\"NotBestEffort\"]: "
          + "unsupported scope applied to resource",
        "spec.scopes: Invalid value: [\"BestEffort\",\"Never\",\"NotBestEffort\"]: unsupported scope",
        "spec.scopes: Invalid value: [\"BestEffort\",\"Never\",\"NotBestEffort\"]: "
          + "unsupported scope applied to resource",
        "spec.scopes: Invalid value: [\"BestEffort\",\"Never\",\"NotBestEffort\"]: conflicting scopes",
      ]
    ),
    (
      "v1",
      "kind: ResourceQuota\nspec: {hard: {pods: 4}, scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [high]}]}}",
      []
    ),
    (
      "v1",
      "kind: ResourceQuota\nspec: {hard: {secrets: 4}, scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In}, {scopeName: Terminating, operator: NotIn, values: [a]}]}}",
      [
        "spec.scopeSelector.matchExpressions: Invalid value: {\"MatchExpressions\":[{\"ScopeName\":\"PriorityClass\",\"Operator\":\"In\",\"Values\":null},{\"ScopeName\":\"Terminating\",\"Operator\":\"NotIn\",\"Values\":[\"a\"]}]}: unsupported scope applied to resource",
        "spec.scopeSelector.matchExpressions.values: Required value: "
          + "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector",
        "spec.scopeSelector.matchExpressions: Invalid value: {\"MatchExpressions\":[{\"ScopeName\":\"PriorityClass\",\"Operator\":\"In\",\"Values\":null},{\"ScopeName\":\"Terminating\",\"Operator\":\"NotIn\",\"Values\":[\"a\"]}]}: unsupported scope applied to resource",
        "spec.scopeSelector.matchExpressions.operator: Invalid value: \"NotIn\": must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity",
      ]
    ),
    (
      "v1",
      "kind: LimitRange\nspec: {limits: [{type: Container, max: {gpu: 1, storage: 1Gi}}, {type: PersistentVolumeClaim, max: {storage: 1Gi}}]}",
      [
        "spec.limits[0].max[gpu]: Invalid value: \"gpu\": "
          + "must be a standard resource type or fully qualified",
        "spec.limits[0].max[gpu]: Invalid value: \"gpu\": "
          + "must be a standard resource for containers",
        "spec.limits[0].max[storage]: Invalid value: \"storage\": "
          + "must be a standard resource for containers",
      ]
    ),
    (
      "v1",
      "kind: LimitRange\nspec: {limits: [{type: Container, min: {cpu: 300m}, max: {cpu: 1}, maxLimitRequestRatio: {cpu: 4}}, {type: Pod, min: {cpu: 250m}, max: {cpu: 1}, maxLimitRequestRatio: {cpu: 4}}]}",
      [
        "spec.limits[0].maxLimitRequestRatio[cpu]: Invalid value: \"4\": "
          + "ratio 4 is greater than max/min = 3.333333"
      ]
    ),
  ]

  private static let endpoints: [(String, String, [String])] = [
    (
      "discovery.k8s.io/v1",
      "kind: EndpointSlice\naddressType: IPv4\nendpoints: [{addresses: [10.0.0.1], hints: {forZones: [{name: a}]}}]\nports: [{name: web, port: 80}]",
      []
    ),
    (
      "discovery.k8s.io/v1",
      "kind: EndpointSlice\naddressType: IPv6\nendpoints: [{addresses: [\"2001:db8::1\", \"::1\", 10.0.0.1]}]",
      [
        "endpoints[0].addresses[1]: Invalid value: \"::1\": "
          + "may not be in the loopback range (127.0.0.0/8, ::1/128)",
        "endpoints[0].addresses[2]: Invalid value: \"10.0.0.1\": must be a valid IPv6 address",
      ]
    ),
    (
      "discovery.k8s.io/v1",
      "kind: EndpointSlice\nendpoints: [{}]\nports: [{port: 80}, {port: 81, protocol: HTTP}]",
      [
        "addressType: Required value",
        "endpoints[0].addresses: Required value: must contain at least 1 address",
        "ports[1].name: Duplicate value: \"\"",
        "ports[1].protocol: Unsupported value: \"HTTP\": "
          + "supported values: \"SCTP\", \"TCP\", \"UDP\"",
      ]
    ),
    (
      "discovery.k8s.io/v1",
      "kind: EndpointSlice\naddressType: FQDN\nendpoints: [{addresses: [db.example.com., db]}]",
      [
        "endpoints[0].addresses[1]: Invalid value: \"db\": "
          + "should be a domain with at least two segments separated by dots"
      ]
    ),
    (
      "node.k8s.io/v1",
      "kind: RuntimeClass\nhandler: runsc\noverhead: {podFixed: {memory: 120Mi}}\nscheduling: {nodeSelector: {a: b}, tolerations: [{key: a, operator: Exists}]}",
      []
    ),
    (
      "node.k8s.io/v1", "kind: RuntimeClass\nhandler: a.b\noverhead: {podFixed: {cpus: 1}}",
      [
        "handler: Invalid value: \"a.b\": must not contain dots",
        "overhead.limits[cpus]: Invalid value: \"cpus\": "
          + "must be a standard resource type or fully qualified",
        "overhead.limits[cpus]: Invalid value: \"cpus\": "
          + "must be a standard resource for containers",
      ]
    ),
  ]

  private static let devices: [(String, String, [String])] = [
    (
      "resource.k8s.io/v1",
      "kind: ResourceClaim\nspec: {devices: {requests: [{name: gpu, exactly: {deviceClassName: gpu.example.com, count: 2}}, {name: nic, firstAvailable: [{name: fast, deviceClassName: a}, {name: slow, deviceClassName: a}]}], constraints: [{requests: [gpu, nic/fast], matchAttribute: example.com/numa}], config: [{requests: [gpu], opaque: {driver: gpu.example.com, parameters: {a: 1}}}]}}",
      []
    ),
    (
      "resource.k8s.io/v1",
      "kind: ResourceClaim\nspec: {devices: {requests: [{name: gpu}, {name: gpu, exactly: {allocationMode: All, count: 2}}], constraints: [{requests: [tpu]}], config: [{}]}}",
      [
        "spec.devices.requests[0]: Required value: "
          + "exactly one of `exactly` or `firstAvailable` is required",
        "spec.devices.requests[1].exactly.deviceClassName: Required value",
        "spec.devices.requests[1].exactly.count: Invalid value: 2: "
          + "must not be specified when allocationMode is 'All'",
        "spec.devices.requests[1]: Duplicate value: \"gpu\"",
        "spec.devices.constraints[0].requests[0]: Invalid value: \"tpu\": must be the name of a request in the claim or the name of a request and a subrequest separated by '/'",
        "spec.devices.constraints[0]: Required value: exactly one of \"matchAttribute\" or \"distinctAttribute\" is required, but multiple fields are set",
        "spec.devices.config[0].opaque: Required value",
      ]
    ),
    (
      "resource.k8s.io/v1",
      "kind: ResourceClaimTemplate\nspec: {spec: {devices: {requests: [{exactly: {deviceClassName: a, selectors: [{}], allocationMode: Some}}]}}}",
      [
        "spec.spec.devices.requests[0].name: Required value",
        "spec.spec.devices.requests[0].exactly.selectors[0].cel: Required value",
        "spec.spec.devices.requests[0].exactly.allocationMode: Unsupported value: \"Some\": "
          + "supported values: \"All\", \"ExactCount\"",
      ]
    ),
    (
      "resource.k8s.io/v1",
      "kind: DeviceClass\nspec: {selectors: [{cel: {expression: \"device.driver == 'a'\"}}]}", []
    ),
    ("resource.k8s.io/v1beta1", "kind: ResourceClaim\nspec: {devices: {requests: [{}]}}", []),
    (
      "v1", "kind: Service\nspec: {ports: [{port: 80}], externalIPs: [127.0.0.1, 10.0.0.1]}",
      [
        "spec.externalIPs[0]: Invalid value: \"127.0.0.1\": "
          + "may not be in the loopback range (127.0.0.0/8, ::1/128)"
      ]
    ),
  ]

  private static let others: [(String, String, [String])] = [
    (
      "v1", "kind: Namespace\nspec: {finalizers: [kubernetes, example.com/x, web]}",
      [
        "spec.finalizers: Invalid value: \"web\": "
          + "name is neither a standard finalizer name nor is it fully qualified"
      ]
    ),
    (
      "storage.k8s.io/v1",
      "kind: CSIDriver\nspec: {attachRequired: false, fsGroupPolicy: File, volumeLifecycleModes: [Persistent], tokenRequests: [{audience: a}, {audience: b, expirationSeconds: 3600}]}",
      []
    ),
    (
      "storage.k8s.io/v1",
      "kind: CSIDriver\nspec: {fsGroupPolicy: Some, nodeAllocatableUpdatePeriodSeconds: 5, volumeLifecycleModes: [Inline], tokenRequests: [{audience: a, expirationSeconds: 60}, {audience: a}]}",
      [
        "spec.fsGroupPolicy: Unsupported value: \"Some\": "
          + "supported values: \"File\", \"None\", \"ReadWriteOnceWithFSType\"",
        "spec.tokenRequests[0].expirationSeconds: Invalid value: 60: "
          + "may not specify a duration less than 10 minutes",
        "spec.tokenRequests[1].audience: Duplicate value: \"a\"",
        "spec.volumeLifecycleModes: Unsupported value: \"Inline\": "
          + "supported values: \"Persistent\", \"Ephemeral\"",
        "spec.nodeAllocatableUpdatePeriodSeconds: Invalid value: 5: "
          + "must be greater than or equal to 10 seconds",
      ]
    ),
    (
      "v1", "kind: Endpoints\nsubsets: [{addresses: [{ip: 10.0.0.1}], ports: [{port: 80}]}]", []
    ),
    (
      "v1",
      "kind: Endpoints\nsubsets: [{addresses: [{ip: 127.0.0.1}], ports: [{port: 80}, {name: b, port: 70000, protocol: HTTP}]}, {}]",
      [
        "subsets[0].addresses[0].ip: Invalid value: \"127.0.0.1\": "
          + "may not be in the loopback range (127.0.0.0/8, ::1/128)",
        "subsets[0].ports[0].name: Required value",
        "subsets[0].ports[1].port: Invalid value: 70000: must be between 1 and 65535, inclusive",
        "subsets[0].ports[1].protocol: Unsupported value: \"HTTP\": "
          + "supported values: \"SCTP\", \"TCP\", \"UDP\"",
        "subsets[1]: Required value: must specify `addresses` or `notReadyAddresses`",
      ]
    ),
    (
      "v1",
      "kind: Secret\ntype: kubernetes.io/dockerconfigjson\ndata: {.dockerconfigjson: eyJhdXRocyI6e319}",
      []
    ),
    (
      "v1",
      "kind: Secret\ntype: kubernetes.io/dockerconfigjson\nstringData: {.dockerconfigjson: \"\"}",
      [
        "data[.dockerconfigjson]: Invalid value: \"<secret contents redacted>\": "
          + "unexpected end of JSON input"
      ]
    ),
    (
      "v1", "kind: Secret\ntype: kubernetes.io/dockercfg\ndata: {.dockercfg: aHVudGVyMg==}",
      [
        "data[.dockercfg]: Invalid value: \"<secret contents redacted>\": "
          + "invalid character looking for beginning of value"
      ]
    ),
  ]

  private static let key = "-----BEGIN RSA PRIVATE KEY-----"
  private static let certificate = "-----BEGIN CERTIFICATE-----"
  private static let pairs: [(String, String, [String])] = [
    (certificate, key, []),
    (
      key, certificate,
      [
        "tls: failed to find certificate PEM data in certificate input, "
          + "but did find a private key; PEM inputs may have been switched"
      ]
    ),
    ("hunter2", key, ["tls: failed to find any PEM data in certificate input"]),
    (certificate, "hunter2", ["tls: failed to find any PEM data in key input"]),
    (
      certificate, certificate,
      [
        "tls: found a certificate rather than a key in the PEM for the private key"
      ]
    ),
    (
      "-----BEGIN CERTIFICATE REQUEST-----", key,
      [
        "tls: failed to find \"CERTIFICATE\" PEM block in certificate input "
          + "after skipping PEM blocks of the following types: [CERTIFICATE REQUEST]"
      ]
    ),
  ]

  @Test("tells what stands where a certificate and its key belong", arguments: pairs)
  func certificates(_ certificate: String, _ key: String, _ expected: [String]) throws {
    let text = """
      apiVersion: v1
      kind: Secret
      metadata: {name: test}
      type: kubernetes.io/tls
      stringData: {tls.crt: "\(certificate)", tls.key: "\(key)"}
      """
    let document = try #require(DocumentReader().read(text, file: "-").documents.first)
    let verdict = ManifestValidation().verdict(on: document.root)
    #expect(verdict.warnings.map(\.message) == expected)
  }

  @Test(arguments: quotas + endpoints + devices + others)
  func verdicts(_ version: String, _ text: String, _ expected: [String]) throws {
    let full = "apiVersion: \(version)\n\(text)\nmetadata: {name: test}"
    let document = try #require(DocumentReader().read(full, file: "-").documents.first)
    let verdict = ManifestValidation().verdict(on: document.root)
    #expect(verdict.decodeError == nil && verdict.strictErrors.isEmpty, "\(verdict)")
    #expect(verdict.errors.map(\.message) == expected)
  }

  @Test("a field that a type of the same name has elsewhere is unknown")
  func namesakes() throws {
    let text =
      "apiVersion: resource.k8s.io/v1\nkind: ResourceClaim\nrequest: a\nmetadata: {name: a}"
    let document = try #require(DocumentReader().read(text, file: "-").documents.first)
    let verdict = ManifestValidation().verdict(on: document.root)
    #expect(verdict.strictErrors.map(\.message) == ["unknown field \"request\""])
  }
}
