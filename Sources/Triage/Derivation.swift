import Findings
import Provenance

/// Which finding explains which, drawn only where the dump ties the two together.
struct Derivation {
  private struct Place: Hashable {
    var object: ObjectReference
    var cause: String
  }

  /// For each finding, the findings that it explains.
  private var symptoms: [[Int]]

  /// Expects `findings` strongest first; the strongest of a cycle stays its root.
  init(among findings: [Finding]) {
    var byAffected: [Place: [Int]] = [:]
    var byBlamed: [Place: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      for cause in Set([finding.cause, finding.refines ?? finding.cause]) {
        byAffected[Place(object: finding.affected.object, cause: cause), default: []].append(index)
        byBlamed[Place(object: finding.object, cause: cause), default: []].append(index)
      }
    }
    symptoms = findings.indices.map { index in
      let cause = findings[index]
      return cause.explains.flatMap { name in
        let place = Place(object: cause.affected.object, cause: name)
        return (byAffected[place] ?? []) + (byBlamed[place] ?? [])
      }
      .filter { $0 != index && cause.isTied(to: findings[$0]) }
    }
  }

  /// The findings that no other finding explains, and of each cycle that nothing outside explains its strongest.
  var roots: [Int] {
    var seen = Set<Int>()
    var order: [Int] = []
    for start in symptoms.indices { order += postorder(from: start, seen: &seen) }
    var explained = Set<Int>()
    var roots: [Int] = []
    for index in order.reversed() where !explained.contains(index) {
      roots.append(index)
      _ = postorder(from: index, seen: &explained)
    }
    return roots.sorted()
  }

  /// All that a finding explains, directly or by way of others, without itself.
  func reached(from root: Int) -> [Int] {
    var seen = Set<Int>()
    return postorder(from: root, seen: &seen).filter { $0 != root }.sorted()
  }

  /// Walks on a stack of its own, so that no chain of findings is too long.
  private func postorder(from start: Int, seen: inout Set<Int>) -> [Int] {
    guard seen.insert(start).inserted else { return [] }
    var order: [Int] = []
    var path = [(index: start, next: 0)]
    while let (index, next) = path.last {
      guard next < symptoms[index].count else {
        order.append(index)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let symptom = symptoms[index][next]
      if seen.insert(symptom).inserted { path.append((symptom, 0)) }
    }
    return order
  }
}

extension Finding {
  /// Whether `other` can be a symptom of this: both concern one object (and one container, where both name one),
  /// or `other` blames the very object that this is about.
  fileprivate func isTied(to other: Finding) -> Bool {
    if affected.object == other.affected.object {
      return affected.sharesContainer(with: other.affected)
    }
    return affected.object == other.object
  }
}

extension AffectedObject {
  /// Whether both can mean the same container: only two different names rule that out.
  func sharesContainer(with other: AffectedObject) -> Bool {
    guard let container, let other = other.container else { return true }
    return container == other
  }
}
