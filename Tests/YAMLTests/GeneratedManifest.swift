import Provenance

/// A pod's manifest in one of many styles: what is there already, how it is indented, quoted and commented.
struct GeneratedManifest {
  static let patch = """
    spec:
      hostPID: false
      serviceAccountName: "yes"
      containers:
        - name: b
          securityContext:
            privileged: false
            capabilities: {drop: [ALL]}
    """

  private var state: UInt64
  private var comments = 0
  private(set) var mark = Mark(line: 1, column: 1)

  init(seed: UInt64) {
    state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
  }

  /// Whether a line of the manifest is one that the patch may change.
  static func isChanged(_ line: Substring) -> Bool {
    ["hostPID", "serviceAccountName", "privileged", "drop", "{"].contains { line.contains($0) }
  }

  private mutating func chance(_ count: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % count
  }

  private mutating func one(of choices: [String]) -> String {
    choices[Int(chance(UInt64(choices.count)))]
  }

  /// A comment at the end of a line, or none; every one is another.
  private mutating func comment() -> String {
    comments += 1
    return chance(2) == 0 ? "" : " # note-\(comments)-ä"
  }

  private mutating func line(_ indent: Int, _ text: String) -> String {
    let margin = String(repeating: " ", count: indent)
    comments += 1
    let above = chance(4) == 0 ? "\(margin)# above-\(comments)-\n" : ""
    return above + margin + text + comment() + (chance(8) == 0 ? "\n\n" : "\n")
  }

  mutating func text() -> String {
    var text = ""
    if chance(3) == 0 { text = "# first\nkind: ConfigMap\ndata: {a: \"b: c\"}\n---\n" }
    mark = Mark(line: text.split(separator: "\n").count + 1, column: 1)
    // The mark is that of the mapping, so that nothing stands above its first key.
    text += "kind: Pod\n" + line(0, "metadata: {name: x}")
    text += line(0, "spec:")
    let keys = chance(3)
    let step = 2 + Int(chance(3))
    if keys == 1 { text += line(step, "hostPID: \(one(of: ["true", "\"true\"", "yes"]))") }
    text += line(step, one(of: ["restartPolicy: Never", "'nodeName': n"]))
    if keys == 2 { text += line(step, "serviceAccountName: \(one(of: ["a", "'a'", "\"a\""]))") }
    text += line(step, "containers:")
    text += containers(step + Int(chance(2)) * 2)
    if chance(2) == 0 { text += line(step, "volumes: [{name: v}]") }
    if chance(4) == 0 { text = String(text.dropLast(text.hasSuffix("\n\n") ? 2 : 1)) }
    return chance(4) == 0
      ? text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
      : text
  }

  private mutating func containers(_ indent: Int) -> String {
    let first = line(indent, "- {name: a, image: \"x:1\"}")
    if chance(4) == 0 {
      let inside = one(of: ["", ", securityContext: {}", ", securityContext: {privileged: true}"])
      return first + line(indent, "- {image: y, name: b\(inside)}")
    }
    var second = line(indent, "- name: \(one(of: ["b", "'b'", "\"b\""]))")
    second += line(indent + 2, "image: y")
    switch chance(4) {
    case 0: second += line(indent + 2, "securityContext: {runAsUser: 5}")
    case 1:
      second += line(indent + 2, "securityContext:")
      second += line(indent + 4, "privileged: true")
    case 2:
      second += line(indent + 2, "securityContext:")
      second += line(indent + 5, "capabilities:")
      second += line(indent + 6, "drop: [NET_RAW]")
    default: second += line(indent + 2, "args: [a, b]")
    }
    return first + second
  }
}
