import Testing
import YAML

@testable import Validation

/// What is said about network policies, ingresses and autoscalers.
@Suite struct NetworkVerdictTests {
  private func messages(_ head: String, _ spec: String) throws -> [String] {
    let text = "\(head)\nmetadata: {name: web}\nspec: \(spec)\n"
    let root = try #require(DocumentReader(.kubectl).read(text, file: "f").documents.first).root
    let verdict = ManifestValidation().verdict(on: root)
    #expect(verdict.decodeError == nil)
    #expect(verdict.strictErrors.isEmpty)
    return verdict.errors.map(\.message)
  }

  private static let networkCases: [(String, [String])] = [
    ("{podSelector: {}}", []),
    (
      "{podSelector: {matchExpressions: [{key: app, operator: In}]}, policyTypes: [ingress]}",
      [
        "spec.podSelector.matchExpressions[0].values: Required value: "
          + "must be specified when `operator` is 'In' or 'NotIn'",
        "spec.policyTypes[0]: Unsupported value: \"ingress\": "
          + "supported values: \"Ingress\", \"Egress\"",
      ]
    ),
    (
      "{policyTypes: [Ingress, Egress, Ingress]}",
      [
        "spec.policyTypes: Invalid value: [\"Ingress\",\"Egress\",\"Ingress\"]: "
          + "may not specify more than two policyTypes"
      ]
    ),
    (
      "{ingress: [{from: [{}, {ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]}",
      [
        "spec.ingress[0].from[0]: Required value: must specify a peer",
        "spec.ingress[0].from[1]: Forbidden: may not specify both ipBlock and another peer",
      ]
    ),
    (
      "{egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16, 10.0.0.0/8, 11.0.0.0/16, x]}}]}]}",
      [
        "spec.egress[0].to[0].ipBlock.except[1]: Invalid value: \"10.0.0.0/8\": "
          + "must be a strict subset of `cidr`",
        "spec.egress[0].to[0].ipBlock.except[2]: Invalid value: \"11.0.0.0/16\": "
          + "must be a strict subset of `cidr`",
        "spec.egress[0].to[0].ipBlock.except[3]: Invalid value: \"x\": "
          + "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)",
      ]
    ),
    (
      "{egress: [{to: [{ipBlock: {cidr: \"2001:db8::/32\", except: [\"2001:db8:1::/48\"]}}]}]}", []
    ),
    (
      "{egress: [{to: [{ipBlock: {cidr: 10.0.0.1}}, {ipBlock: {}}]}]}",
      [
        "spec.egress[0].to[0].ipBlock.cidr: Invalid value: \"10.0.0.1\": "
          + "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)",
        "spec.egress[0].to[1].ipBlock.cidr: Required value",
      ]
    ),
    (
      "{ingress: [{ports: [{port: 90, endPort: 80}, {port: http, endPort: 1}, {endPort: 1}]}]}",
      [
        "spec.ingress[0].ports[0].endPort: Invalid value: 90: "
          + "must be greater than or equal to `port`",
        "spec.ingress[0].ports[1].endPort: Invalid value: 1: "
          + "may not be specified when `port` is non-numeric",
        "spec.ingress[0].ports[2].endPort: Invalid value: 1: "
          + "may not be specified when `port` is not specified",
      ]
    ),
    (
      "{ingress: [{ports: [{port: 0, protocol: tcp}]}]}",
      [
        "spec.ingress[0].ports[0].protocol: Unsupported value: \"tcp\": "
          + "supported values: \"TCP\", \"UDP\", \"SCTP\"",
        "spec.ingress[0].ports[0].port: Invalid value: 0: "
          + "must be between 1 and 65535, inclusive",
      ]
    ),
  ]

  @Test(arguments: networkCases)
  func networkPolicies(_ spec: String, _ expected: [String]) throws {
    #expect(
      try messages("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy", spec) == expected)
  }

  private static let backend = "backend: {service: {name: web, port: {number: 80}}}"

  private static let ingressCases: [(String, [String])] = [
    (
      "{}",
      ["spec: Invalid value: null: either `defaultBackend` or `rules` must be specified"]
    ),
    ("{rules: [{http: {paths: [{path: /, pathType: Prefix, \(backend)}]}}]}", []),
    (
      "{rules: [{host: 10.0.0.1}, {host: \"*.example.com\"}, {http: {paths: []}}]}",
      [
        "spec.rules[0].host: Invalid value: \"10.0.0.1\": must be a DNS name, not an IP address",
        "spec.rules[2].http.paths: Required value",
      ]
    ),
    (
      "{rules: [{http: {paths: [{\(backend)}, {pathType: Exact, path: a//b, \(backend)}]}}]}",
      [
        "spec.rules[0].http.paths[0].pathType: Required value: pathType must be specified",
        "spec.rules[0].http.paths[1].path: Invalid value: \"a//b\": must be an absolute path",
        "spec.rules[0].http.paths[1].path: Invalid value: \"a//b\": must not contain '//'",
      ]
    ),
    (
      "{defaultBackend: {}}",
      [
        "spec.defaultBackend: Invalid value: \"\": resource or service backend is required"
      ]
    ),
    (
      "{defaultBackend: {service: {port: {}}}}",
      [
        "spec.defaultBackend.service.name: Required value",
        "spec.defaultBackend: Required value: port name or number is required",
      ]
    ),
    (
      "{defaultBackend: {service: {name: web, port: {name: http, number: 80}}}}",
      [
        "spec.defaultBackend: Invalid value: \"\": cannot set both port name & port number"
      ]
    ),
  ]

  @Test(arguments: ingressCases)
  func ingresses(_ spec: String, _ expected: [String]) throws {
    #expect(try messages("apiVersion: networking.k8s.io/v1\nkind: Ingress", spec) == expected)
  }

  @Test func olderIngressesAreLeftAlone() throws {
    #expect(
      try messages(
        "apiVersion: extensions/v1beta1\nkind: Ingress", "{backend: {serviceName: web}}") == [])
  }

  private static let target =
    "scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, maxReplicas: 3"

  private static let autoscalerCases: [(String, [String])] = [
    ("{\(target)}", []),
    (
      "{\(target), metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization}}}]}",
      [
        "spec.metrics[0].resource.target.averageUtilization: Required value: "
          + "must set either a target raw value or a target utilization"
      ]
    ),
    (
      "{\(target), metrics: [{type: Pods, resource: {name: cpu, target: {type: Utilization, "
        + "averageUtilization: 0, averageValue: 1}}}]}",
      [
        "spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: "
          + "must be greater than 0",
        "spec.metrics[0].resource.target.averageValue: Forbidden: "
          + "may not set both a target raw value and a target utilization",
        "spec.metrics[0].pods: Required value: "
          + "must populate information for the given metric source",
      ]
    ),
    (
      "{\(target), metrics: [{type: External, external: {metric: {name: queue}, "
        + "target: {type: value, value: \"-1\"}}}]}",
      [
        "spec.metrics[0].external.target.type: Invalid value: \"value\": "
          + "must be either Utilization, Value, or AverageValue",
        "spec.metrics[0].external.target.value: Invalid value: \"-1\": must be positive",
      ]
    ),
    (
      "{\(target), behavior: {scaleDown: {stabilizationWindowSeconds: 3601, selectPolicy: max, "
        + "policies: [{type: Pods, value: 0, periodSeconds: 1801}]}, scaleUp: {policies: []}}}",
      [
        "spec.behavior.scaleUp.policies: Required value: must specify at least one Policy",
        "spec.behavior.scaleDown.stabilizationWindowSeconds: Invalid value: 3601: "
          + "must be less than or equal to 3600",
        "spec.behavior.scaleDown.selectPolicy: Unsupported value: \"max\": "
          + "supported values: \"Disabled\", \"Max\", \"Min\"",
        "spec.behavior.scaleDown.policies[0].value: Invalid value: 0: must be greater than zero",
        "spec.behavior.scaleDown.policies[0].periodSeconds: Invalid value: 1801: "
          + "must be less than or equal to 1800",
      ]
    ),
  ]

  @Test(arguments: autoscalerCases)
  func autoscalers(_ spec: String, _ expected: [String]) throws {
    #expect(
      try messages("apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler", spec) == expected)
  }
}
