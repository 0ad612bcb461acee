import Basics

/// The text of a FailedScheduling event or PodScheduled condition, taken apart.
///
/// `0/6 nodes are available: 1 Insufficient cpu, 4 node(s) had untolerated taint(s). preemption: ...`; older
/// releases put `, ` before the pod-wide reasons and close with other texts (see framework.FitError).
struct SchedulingMessage: Sendable, Equatable {
  /// One clause; `count` is nil where it speaks of the pod and not of nodes.
  struct Reason: Sendable, Equatable {
    var count: Int?
    var text: String
  }

  var available: Int
  var nodes: Int
  var reasons: [Reason]
  /// What stands behind `preemption: `, empty when preemption was not tried.
  var preemption: String

  init(available: Int, nodes: Int, reasons: [Reason], preemption: String) {
    self.available = available
    self.nodes = nodes
    self.reasons = reasons
    self.preemption = preemption
  }

  init?(_ message: String) {
    guard let middle = message.range(of: " nodes are available: ") else { return nil }
    let counts = message[..<middle.lowerBound].split(separator: "/")
    guard counts.count == 2, let available = Int(counts[0]), let nodes = Int(counts[1]) else {
      return nil
    }
    self.available = available
    self.nodes = nodes
    var body = message[middle.upperBound...]
    preemption = ""
    if let start = body.range(of: " preemption: ") {
      preemption = String(body[start.upperBound...])
      body = body[..<start.lowerBound]
    }
    if body.last == "." { body = body.dropLast() }
    reasons = Self.clauses(of: body).map(Self.reason)
  }

  /// Splits at `, ` outside of braces: taints and claims are listed inside them.
  private static func clauses(of body: Substring) -> [Substring] {
    var clauses: [Substring] = []
    let octets = body.utf8
    var depth = 0
    var start = octets.startIndex
    for index in octets.indices {
      switch octets[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ",") where depth <= 0:
        clauses.append(body[start..<index])
        start = octets.index(after: index)
      default: break
      }
    }
    clauses.append(body[start...])
    return clauses.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
  }

  private static func reason(_ clause: Substring) -> Reason {
    let parts = clause.split(separator: " ", maxSplits: 1)
    if parts.count == 2, let count = Int(parts[0]) {
      return Reason(count: count, text: String(parts[1]))
    }
    return Reason(count: nil, text: String(clause))
  }
}
