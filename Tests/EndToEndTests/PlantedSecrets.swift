/// Credentials of many makers and places in a dump, each with a value of its own.
struct PlantedSecrets {
  /// Each value, as it must not be seen.
  private(set) var values: [String] = []
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The files of a dump full of them, by their paths.
  mutating func dump() -> [String: String] {
    var files: [String: String] = [:]
    files["pods.yaml"] = (0..<8).map { pod($0) }.joined(separator: "---\n")
    files["rest.yaml"] = [secret(), configMap(), node(), events(), deployment()].joined(
      separator: "---\n")
    for number in 0..<8 { files["logs/shop/web-\(number)__app.log"] = log() }
    files["node-1/journald/kubelet"] = journal()
    files["broken.yaml"] = "password: \(plant(.plain))\n  token: [\(plant(.jwt))\n"
    return files
  }

  private enum Form: CaseIterable {
    case plain, jwt, github, gitlab, slack, amazonID, amazonKey, google, npm, stripe, base64
  }

  private mutating func plant(_ form: Form) -> String {
    let value =
      switch form {
      case .plain: "Pw" + letters(12) + "7x"
      case .jwt: "eyJ\(letters(20)).eyJ\(letters(30)).\(letters(24))"
      case .github: "ghp_\(letters(36))"
      case .gitlab: "glpat-\(letters(20))"
      case .slack: "xoxb-\(digits(12))-\(letters(24))"
      case .amazonID: "AKIA" + letters(16).uppercased()
      case .amazonKey: letters(40)
      case .google: "AIza\(letters(35))"
      case .npm: "npm_\(letters(36))"
      case .stripe: "sk_live_\(letters(24))"
      case .base64: letters(44)
      }
    values.append(value)
    return value
  }

  private mutating func letters(_ count: Int) -> String {
    let alphabet = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    // Every third is a digit, so that a value looks as random as it is.
    return String(
      (0..<count).map { $0 % 3 == 2 ? alphabet[48 + next() % 8] : alphabet[next() % 48] })
  }

  private mutating func digits(_ count: Int) -> String {
    String((0..<count).map { _ in Character("\(next() % 10)") })
  }

  private mutating func next() -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33)
  }
}

extension PlantedSecrets {
  private mutating func pod(_ number: Int) -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web-\(number)
      namespace: shop
      creationTimestamp: 2026-08-12T06:00:00Z
      annotations:
        kubectl.kubernetes.io/last-applied-configuration: '{"spec":{"env":[{"name":"API_KEY","value":"\(plant(.plain))"}]}}'
        vault.example.com/token: \(plant(.jwt))
    spec:
      nodeName: node-1
      containers:
      - name: app
        image: user:\(plant(.plain))@registry.example.com/team/app:1
        command: [sh, -c, "mysql -u root -p\(plant(.plain)) && curl -u admin:\(plant(.plain)) https://u:\(plant(.plain))@h/"]
        args: ["--password=\(plant(.plain))", "--token", "\(plant(.github))", "--db=postgres://app:\(plant(.plain))@db.shop.svc:5432/x"]
        env:
        - {name: DB_PASSWORD, value: \(plant(.plain))}
        - {name: AWS_ACCESS_KEY_ID, value: \(plant(.amazonID))}
        - {name: AWS_SECRET_ACCESS_KEY, value: \(plant(.amazonKey))}
        - {name: DATABASE_URL, value: "redis://:\(plant(.plain))@cache:6379"}
        - {name: SLACK, value: \(plant(.slack))}
        livenessProbe:
          httpGet: {path: "/health?token=\(plant(.plain))", port: 8080, httpHeaders: [{name: Authorization, value: Bearer \(plant(.jwt))}]}
    status:
      phase: Running
      conditions: [{type: Ready, status: "False", message: "api_key=\(plant(.plain)) refused"}]
      containerStatuses:
      - name: app
        restartCount: 3
        state: {waiting: {reason: CrashLoopBackOff, message: "back-off, token \(plant(.gitlab))"}}
        lastState: {terminated: {exitCode: 1, reason: Error, message: "FATAL: password=\(plant(.plain)) key \(plant(.google))"}}

    """
  }

  private mutating func secret() -> String {
    """
    apiVersion: v1
    kind: Secret
    metadata: {name: db, namespace: shop}
    stringData:
      password: \(plant(.plain))
      tls.key: "-----BEGIN PRIVATE KEY-----\\n\(plant(.base64))\\n-----END PRIVATE KEY-----"
    data:
      token: \(plant(.base64))
      .dockerconfigjson: \(plant(.base64))

    """
  }

  private mutating func configMap() -> String {
    """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings, namespace: shop}
    data: {application.yaml: "spring.datasource.password: \(plant(.plain))", npmrc: "//r/:_authToken=\(plant(.npm))"}

    """
  }

  private mutating func node() -> String {
    """
    apiVersion: v1
    kind: Node
    metadata: {name: node-1, annotations: {join-token: \(plant(.plain))}, labels: {stripe: \(plant(.stripe))}}
    status: {conditions: [{type: Ready, status: "False", message: "kubelet: Authorization: Bearer \(plant(.jwt))", lastTransitionTime: 2026-08-12T06:00:00Z}]}

    """
  }

  private mutating func events() -> String {
    (0..<4).map { number in
      """
      apiVersion: v1
      kind: Event
      metadata: {name: web-\(number).1, namespace: shop}
      involvedObject: {kind: Pod, name: web-\(number), namespace: shop}
      type: Warning
      reason: \(number % 2 == 0 ? "Failed" : "FailedMount")
      message: 'Error: Get "https://app:\(plant(.plain))@registry.example.com/v2/": 401 Unauthorized, x-api-key: \(plant(.plain)), no basic auth credentials \(plant(.stripe))'
      lastTimestamp: 2026-08-12T06:10:00Z

      """
    }.joined(separator: "---\n")
  }

  private mutating func deployment() -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec:
      replicas: 1
      template:
        metadata: {labels: {app: web}}
        spec:
          nodeSelector: {token: \(plant(.github))}
          containers: [{name: app, image: x, env: [{name: JWT_SECRET, value: \(plant(.plain))}]}]
    status: {conditions: [{type: ReplicaFailure, status: "True", reason: FailedCreate, message: "admission webhook denied: secret=\(plant(.plain))"}]}

    """
  }

  private mutating func log() -> String {
    """
    starting with DB_PASSWORD=\(plant(.plain)) and {"apiKey": "\(plant(.plain))"}
    Authorization: Basic \(plant(.base64))
    using \(plant(.amazonID)) / \(plant(.amazonKey))
    psycopg2.OperationalError: could not connect to postgresql://app:\(plant(.plain))@db:5432/x: FATAL: password authentication failed for user "app" password='\(plant(.plain))'
    requests.exceptions.ConnectionError: https://hooks/?sig=\(plant(.plain))&token=\(plant(.slack))
    ModuleNotFoundError: No module named '\(plant(.npm))'

    """
  }

  private mutating func journal() -> String {
    """
    Aug 12 06:12:07 node-1 kubelet[99]: E0812 06:12:07.123456 99 pod_workers.go:951] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"app\\" with CreateContainerConfigError: \\"secret \\\\\\"db\\\\\\" not found, token=\(plant(.plain))\\"" pod="shop/web-1"
    Aug 12 06:12:08 node-1 kubelet[99]: E0812 06:12:08.123456 99 kuberuntime_manager.go:1341] "Unhandled Error" err="container &Container{Name:app,Image:x,Env:[]EnvVar{EnvVar{Name:DB_PASSWORD,Value:\(plant(.plain)),},},} start failed in pod web-2_shop(0a1b2c3d-1111-2222-3333-444455556666): CreateContainerConfigError: password=\(plant(.plain))" logger="UnhandledError"

    """
  }
}
