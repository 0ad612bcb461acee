import YAML

extension DocumentBuilder {
  /// `http-get http://:8080/ready delay=0s timeout=1s period=10s #success=1 #failure=3`, and likewise `exec [a b]`,
  /// `tcp-socket :80`, `grpc <pod>:80 name`.
  mutating func describedProbe(_ name: String, _ node: OutlineNode?) {
    guard let node, let text = node.given else { return }
    mark = node.mark
    mapping(name) { probe in
      let (action, settings) = Self.parts(of: text)
      probe.describedAction(action)
      for (label, field) in Self.settings {
        if let value = settings[label]?.leadingNumber { probe.field(field, value) }
      }
    }
  }

  /// kubectl 1.36 writes two of the names in full.
  private static let settings = [
    ("delay", "initialDelaySeconds"), ("timeout", "timeoutSeconds"), ("period", "periodSeconds"),
    ("#success", "successThreshold"), ("successThreshold", "successThreshold"),
    ("#failure", "failureThreshold"), ("failureThreshold", "failureThreshold"),
  ]

  private static func parts(of text: String) -> (action: String, settings: [String: String]) {
    guard let start = text.ranges(of: " delay=").last?.lowerBound else { return (text, [:]) }
    let pairs = text[start...].split(separator: " ").compactMap { $0.parted(at: "=") }
    return (String(text[..<start]), Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
  }

  private mutating func describedAction(_ action: String) {
    let (kind, rest) = action.parted(at: " ") ?? (action, "")
    switch kind {
    case "exec": describedExec(rest)
    case "http-get": describedRequest(rest)
    case "tcp-socket": mapping("tcpSocket") { $0.describedAddress(rest) }
    case "grpc": mapping("grpc") { $0.describedGRPC(rest) }
    default: break
    }
  }

  private mutating func describedExec(_ text: String) {
    let words = text.between("[", "]")?.split(separator: " ").map(String.init) ?? []
    let command = DescribedCommand.joiningScript(ofWords: words)
    mapping("exec") { exec in
      exec.field("command", sequence: { list in for word in command { list.string(word) } })
    }
  }

  private mutating func describedRequest(_ text: String) {
    let (scheme, rest) = text.parted(at: "://") ?? ("http", text)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    mapping("httpGet") { request in
      request.field("scheme", scheme.uppercased())
      request.describedAddress(String(rest[..<slash]))
      request.fill("path", String(rest[slash...]))
    }
  }

  /// `host:port`, either of which may be missing; a port is a number or a name.
  private mutating func describedAddress(_ text: String) {
    let colon = text.lastIndex(of: ":") ?? text.endIndex
    let host = String(text[..<colon])
    fill("host", host == "<pod>" ? "" : host)
    let port = String(text[colon...].dropFirst())
    key("port")
    if let number = Int64(port) { int(number) } else { string(port) }
  }

  private mutating func describedGRPC(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    let port = words.first.flatMap { $0.split(separator: ":").last }.flatMap { Int64($0) }
    if let port { field("port", port) }
    fill("service", words.dropFirst().first ?? "")
  }
}
