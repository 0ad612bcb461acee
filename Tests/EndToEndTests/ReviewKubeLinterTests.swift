import Foundation
import Testing

/// Reviews with a configuration of kube-linter.
@Suite struct ReviewKubeLinterTests {
  private static let manifests = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, annotations: {foo: bar}}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          volumes: [{name: e, hostPath: {path: /etc}}]
          containers:
            - name: app
              image: theirs/web:1
              imagePullPolicy: Never
              securityContext: {privileged: true}
              ports: [{containerPort: 23}]
              env: [{name: SECRET_A, value: b}]
              resources: {requests: {cpu: 3}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web}
    spec: {type: LoadBalancer, ports: [{port: 80}], selector: {app: web}}
    ---
    apiVersion: example.com/v1beta1
    kind: Foo
    metadata: {name: a}
    """

  private static func review(_ config: String) throws -> Program.Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, linter) = (folder.appending(path: "all.yaml"), folder.appending(path: "kl.yaml"))
    try Data(manifests.utf8).write(to: file)
    try Data(config.utf8).write(to: linter)
    return try Program.run(
      ["review", "-o", "json", "--config"]
        + [linter, file].map { $0.path(percentEncoded: false) })
  }

  /// The checks that found something, as `RULE OBJECT`.
  private static func found(_ config: String) throws -> Set<String> {
    struct Report: Decodable {
      struct Finding: Decodable {
        struct Object: Decodable { var name: String }
        struct Suppression: Decodable {}
        var rule: String
        var object: Object
        var suppressed: Suppression?
      }
      var findings: [Finding]
    }
    let outcome = try review(config)
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    return Set(
      report.findings.filter { $0.suppressed == nil }.map { "\($0.rule) \($0.object.name)" })
  }

  @Test(
    "finds the configuration by itself where the annotations are honoured, and no other is there")
  func isFound() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let deploy = folder.appending(path: "deploy")
    try FileManager.default.createDirectory(at: deploy, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.manifests.utf8).write(to: deploy.appending(path: "all.yaml"))
    try Data("checks: {exclude: [privileged-container]}".utf8)
      .write(to: folder.appending(path: ".kube-linter.yaml"))
    func findsPrivileged(_ options: String...) throws -> Bool {
      let path = deploy.path(percentEncoded: false)
      return try Program.run(["review", path, "-o", "json"] + options).output
        .contains("\"rule\": \"privileged\"")
    }
    #expect(try findsPrivileged())
    #expect(try !findsPrivileged("--compat-ignores"))
    #expect(try findsPrivileged("--compat-ignores", "--no-config"))
    try Data("profile: default".utf8).write(to: folder.appending(path: ".poddoctor.yaml"))
    #expect(try findsPrivileged("--compat-ignores"))
  }

  @Test(
    "custom checks become rules",
    arguments: [
      ("required-label", "{key: owner}", "scope: {objectKinds: [DeploymentLike]}", ["own web"]),
      ("required-label", "{key: owner}", "scope: {objectKinds: [Job]}", []),
      (
        "required-annotation", "{key: foo, value: \"!^bar$\"}", "scope: {objectKinds: [Foo]}",
        ["own a"]
      ),
      ("forbidden-annotation", "{key: ^foo, value: a}", "", ["own web"]),
      ("forbidden-annotation", "{key: ^foo, value: c}", "", []),
      ("env-var", "{name: ^SECRET, value: .+}", "", ["own web"]),
      ("env-var", "{name: ^SECRET, value: x}", "", []),
      ("latest-tag", "{AllowList: [^ours/]}", "", ["own web"]),
      ("latest-tag", "{BlockList: [^ours/]}", "", []),
      ("image-pull-policy", "{forbiddenPolicies: [Never]}", "", ["own web"]),
      ("ports", "{port: 23, protocol: TCP}", "", ["own web"]),
      ("ports", "{port: 23, protocol: UDP}", "", []),
      ("cpu-requirements", "{requirementsType: any, lowerBoundMillis: 2000}", "", ["own web"]),
      (
        "cpu-requirements",
        "{requirementsType: request, lowerBoundMillis: 0, upperBoundMillis: 0}", "", []
      ),
      (
        "memory-requirements", "{requirementsType: limit, lowerBoundMB: 0, upperBoundMB: 0}", "",
        ["own web"]
      ),
      ("minimum-replicas", "{minReplicas: 2}", "scope: {objectKinds: [Deployment]}", ["own web"]),
      ("minimum-replicas", "{minReplicas: 1}", "", []),
      ("forbidden-service-types", "{forbiddenServiceTypes: [LoadBalancer]}", "", ["own web"]),
      ("disallowed-api-obj", "{version: \"v\\\\d+beta\"}", "", ["own a"]),
      ("host-mounts", "{dirs: [^/etc$]}", "", ["own web"]),
      ("service-account", "{serviceAccount: ^$}", "", ["own web"]),
      ("service-account", "{serviceAccount: ^default$}", "", []),
      ("cel-expression", "{check: 'object.kind == \"Foo\" ? \"no Foo\" : \"\"'}", "", ["own a"]),
      ("privileged", "{}", "", ["privileged web"]),
    ])
  func templates(
    _ template: String, _ params: String, _ scope: String, _ expected: [String]
  ) throws {
    let config = """
      checks: {doNotAutoAddDefaults: true}
      customChecks:
        - name: own
          template: \(template)
          params: \(params)
          \(scope)
      """
    #expect(try Self.found(config) == Set(expected), "\(template) \(params)")
  }

  @Test(
    "checks are chosen by the names that kube-linter gives them",
    arguments: [
      ("{doNotAutoAddDefaults: true, include: [privileged-container]}", ["privileged web"]),
      (
        "{doNotAutoAddDefaults: true, include: [required-label-owner, required-annotation-email]}",
        ["required-label web", "annotation-policy web"]
      ),
      (
        "{doNotAutoAddDefaults: true, include: [privileged-container], exclude: [privileged-container]}",
        []
      ),
      (
        "{doNotAutoAddDefaults: true, include: [privileged-container], ignorePaths: [\"**/all.yaml\"]}",
        []
      ),
    ])
  func choices(_ checks: String, _ expected: [String]) throws {
    #expect(try Self.found("checks: \(checks)") == Set(expected))
  }

  @Test(
    "what cannot be done is refused with its place",
    arguments: [
      ("checks: {includ: []}", ":1:10: unknown key includ; did you mean include?"),
      ("checks: {include: [nope]}", ":1:20: no rule finds what the check nope finds"),
      (
        "customChecks: [{name: a, template: required-lable, params: {key: b}}]",
        ":1:36: template required-lable with params cannot be made a rule; did you mean required-label?"
      ),
      (
        "customChecks: [{name: a, template: ports, params: {prt: 1}}]",
        ":1:57: template ports has no parameter prt"
      ),
      (
        "customChecks: [{name: a, template: required-label, params: {key: \"(\"}}]",
        ":1:66: error parsing regexp: missing closing ): `(`"
      ),
      (
        "customChecks: [{name: a, template: cel-expression, params: {check: \"objects.size()\"}}]",
        ":1:60: expressions about objects, all at once, cannot be made a rule"
      ),
      (
        "customChecks: [{name: A b, template: ports, params: {port: 1}}]",
        ":1:23: a check is named in kebab-case, as in no-latest-tag"
      ),
    ])
  func refusals(_ config: String, _ says: String) throws {
    let outcome = try Self.review(config)
    #expect(outcome.exitCode == 2)
    #expect(outcome.diagnostics.contains(says), "\(outcome.diagnostics)")
  }
}
