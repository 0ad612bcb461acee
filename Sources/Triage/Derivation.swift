import Findings
import Provenance

/// Which finding explains which, drawn only where the dump ties the two together.
struct Derivation {
  /// For each finding, the findings that it explains.
  private var symptoms: [[Int]]

  /// Expects `findings` strongest first; the strongest of a cycle stays its root.
  init(among findings: [Finding]) {
    var byAffected: [ObjectReference: [String: [Int]]] = [:]
    var byBlamed: [ObjectReference: [String: [Int]]] = [:]
    for index in findings.indices {
      for cause in findings[index].causes {
        byAffected[findings[index].affected.object, default: [:]][cause, default: []].append(index)
        byBlamed[findings[index].object, default: [:]][cause, default: []].append(index)
      }
    }
    symptoms = findings.indices.map { index in
      let explained = findings[index].explains
      guard !explained.isEmpty else { return [] }
      let affected = byAffected[findings[index].affected.object]
      let blamed = byBlamed[findings[index].affected.object]
      var symptoms: [Int] = []
      for name in explained {
        for place in [affected?[name], blamed?[name]] { symptoms += place ?? [] }
      }
      return symptoms.filter { $0 != index && findings[index].isTied(to: findings[$0]) }
    }
  }

  /// The findings that no other finding explains, and of each cycle that nothing outside explains its strongest.
  var roots: [Int] {
    var seen = [Bool](repeating: false, count: symptoms.count)
    var order: [Int] = []
    for start in symptoms.indices { order += postorder(from: start, seen: &seen) }
    var explained = [Bool](repeating: false, count: symptoms.count)
    var roots: [Int] = []
    for index in order.reversed() where !explained[index] {
      roots.append(index)
      _ = postorder(from: index, seen: &explained)
    }
    return roots.sorted()
  }

  /// All that each finding explains, directly or by way of others, without itself.
  func reached(from roots: [Int]) -> [[Int]] {
    var seen = [Bool](repeating: false, count: symptoms.count)
    return roots.map { root in
      let reached = postorder(from: root, seen: &seen)
      for index in reached { seen[index] = false }
      return reached.filter { $0 != root }.sorted()
    }
  }

  /// Walks on a stack of its own, so that no chain of findings is too long.
  private func postorder(from start: Int, seen: inout [Bool]) -> [Int] {
    guard !seen[start] else { return [] }
    seen[start] = true
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
      guard !seen[symptom] else { continue }
      seen[symptom] = true
      path.append((symptom, 0))
    }
    return order
  }
}

extension Finding {
  /// The names by which others can explain this.
  fileprivate var causes: [String] {
    guard let refines, refines != cause else { return [cause] }
    return [cause, refines]
  }

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
