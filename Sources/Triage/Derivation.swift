import Findings
import Provenance

/// Which finding explains which, drawn only where the dump ties the two together.
struct Derivation {
  /// For each finding, the findings that it explains.
  private var symptoms: [[Int]]

  /// Expects findings strongest first; the strongest of a cycle stays its root.
  init(among found: NumberedFindings) {
    symptoms = Array(repeating: [], count: found.findings.count)
    let byAffected = PlacesByNumber(found.affected, count: found.objectCount)
    let byBlamed = PlacesByNumber(found.blamed, count: found.objectCount)
    for object in 0..<found.objectCount {
      draw(from: byAffected[object], to: byBlamed[object], among: found.findings)
    }
  }

  /// Draws what the findings about one object explain: others about it, and those that blame it.
  private mutating func draw(
    from affected: ArraySlice<Int>, to blamed: ArraySlice<Int>, among findings: [Finding]
  ) {
    let explaining = affected.filter { !findings[$0].explains.isEmpty }
    guard !explaining.isEmpty, affected.count > 1 || !blamed.elementsEqual(affected) else { return }
    let places = [affected, blamed].map { findings.placesByCause(among: $0) }
    for index in explaining {
      for name in findings[index].explains {
        for place in places.flatMap({ $0[name] ?? [] })
        where place != index && findings[index].isTied(to: findings[place]) {
          symptoms[index].append(place)
        }
      }
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

extension [Finding] {
  /// Some of the places by the names by which others can explain what is there.
  fileprivate func placesByCause(among places: ArraySlice<Int>) -> [String: [Int]] {
    var byCause: [String: [Int]] = [:]
    for place in places {
      for cause in self[place].causes { byCause[cause, default: []].append(place) }
    }
    return byCause
  }
}

extension AffectedObject {
  /// Whether both can mean the same container: only two different names rule that out.
  func sharesContainer(with other: AffectedObject) -> Bool {
    guard let container, let other = other.container else { return true }
    return container == other
  }
}
