import Findings
import Provenance

/// Which finding explains which, drawn only where the dump ties the two together.
struct Derivation {
  /// For each finding, the findings that it explains.
  private var symptoms: [[Int]]

  /// Expects findings strongest first; the strongest of a cycle stays its root.
  init(among found: NumberedFindings) {
    let findings = found.findings
    let byAffected = PlacesByNumber(found.affected, count: found.objectCount)
    let byBlamed = PlacesByNumber(found.blamed, count: found.objectCount)
    symptoms = findings.indices.map { index in
      let explained = findings[index].explains
      guard !explained.isEmpty else { return [] }
      let affected = byAffected[found.affected[index]].filter { $0 != index }
      let blamed = byBlamed[found.affected[index]].filter { $0 != index }
      guard !affected.isEmpty || !blamed.isEmpty else { return [] }
      var symptoms: [Int] = []
      for name in explained {
        symptoms += affected.filter { findings[$0].isCalled(name) }
        symptoms += blamed.filter { findings[$0].isCalled(name) }
      }
      return symptoms.filter { findings[index].isTied(to: findings[$0]) }
    }
  }

  /// The findings that no other finding explains, and of each cycle that nothing outside explains its strongest.
  var roots: [Int] {
    var seen = [Bool](repeating: false, count: symptoms.count)
    var order: [Int] = []
    order.reserveCapacity(symptoms.count)
    for start in symptoms.indices { addPostorder(from: start, to: &order, seen: &seen) }
    var explained = [Bool](repeating: false, count: symptoms.count)
    var reached: [Int] = []
    var roots: [Int] = []
    for index in order.reversed() where !explained[index] {
      roots.append(index)
      addPostorder(from: index, to: &reached, seen: &explained)
    }
    return roots.sorted()
  }

  /// All that each finding explains, directly or by way of others, without itself.
  func reached(from roots: [Int]) -> [[Int]] {
    var seen = [Bool](repeating: false, count: symptoms.count)
    return roots.map { root in
      guard !symptoms[root].isEmpty else { return [] }
      var reached: [Int] = []
      addPostorder(from: root, to: &reached, seen: &seen)
      for index in reached { seen[index] = false }
      return reached.filter { $0 != root }.sorted()
    }
  }

  /// Walks on a stack of its own, so that no chain of findings is too long.
  private func addPostorder(from start: Int, to order: inout [Int], seen: inout [Bool]) {
    guard !seen[start] else { return }
    seen[start] = true
    guard !symptoms[start].isEmpty else { return order.append(start) }
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
  }
}

extension Finding {
  /// Whether others can explain this by that name.
  fileprivate func isCalled(_ name: String) -> Bool { cause == name || refines == name }

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
