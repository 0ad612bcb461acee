/// What speaks for units of the input being of one cluster, or of two.
struct UnitEvidence {
  private struct Pair: Hashable {
    var one: Int
    var other: Int
  }

  /// How many objects two units share, and how many have the same name only.
  private struct Weights {
    var together = 0
    var apart = 0
    /// Whether a namespace or a node is among the latter.
    var isLasting = false
  }

  private let units: ClusterUnits
  private var weights: [Pair: Weights] = [:]

  init(_ units: ClusterUnits) {
    self.units = units
  }

  /// Adds the uids that an object has in the sources that hold it.
  mutating func add(_ sightings: [(source: Int, uid: String)], isLasting: Bool) {
    var uids: [Int: String] = [:]
    for sighting in sightings {
      guard let unit = units.unitOfSource[sighting.source] else { continue }
      uids[unit] = uids[unit] ?? sighting.uid
    }
    let seen = uids.sorted { $0.key < $1.key }
    guard let first = seen.first else { return }
    // One unit of each cluster stands for the others, so that many units cost no more than they are.
    var representatives = [first]
    for unit in seen.dropFirst() {
      for known in representatives {
        note(Pair(one: known.key, other: unit.key), isSame: known.value == unit.value, isLasting)
      }
      if !representatives.contains(where: { $0.value == unit.value }) {
        representatives.append(unit)
      }
    }
  }

  private mutating func note(_ pair: Pair, isSame: Bool, _ isLasting: Bool) {
    if isSame {
      weights[pair, default: Weights()].together += 1
    } else {
      weights[pair, default: Weights()].apart += 1
      if isLasting { weights[pair, default: Weights()].isLasting = true }
    }
  }

  /// The sources of each cluster; nil when nothing speaks for more than one.
  func groups(level: Int) -> [[Int]]? {
    var group = Array(units.members.indices)
    for (pair, weight) in sortedWeights where weight.together > 0 && !isApart(pair, weight, level) {
      let (kept, dropped) = (group[pair.one], group[pair.other])
      for index in group.indices where group[index] == dropped { group[index] = kept }
    }
    let isSplit = sortedWeights.contains { pair, weight in
      group[pair.one] != group[pair.other] && isApart(pair, weight, level)
    }
    guard isSplit, everyFileHasItsPlace(group) else { return nil }
    return Set(group).sorted().map { number in
      group.indices.filter { group[$0] == number }.flatMap { units.members[$0] }.sorted()
    }
  }

  private var sortedWeights: [(Pair, Weights)] {
    weights.sorted { ($0.key.one, $0.key.other) < ($1.key.one, $1.key.other) }
  }

  /// A pod can be made anew while one cluster is dumped, so it proves less than a namespace or a node does.
  private func isApart(_ pair: Pair, _ weight: Weights, _ level: Int) -> Bool {
    guard weight.apart > weight.together else { return false }
    if weight.isLasting { return true }
    let areFiles = units.isFile[pair.one] || units.isFile[pair.other]
    return level <= 1 && weight.together == 0 && weight.apart >= (areFiles ? 3 : 1)
  }

  /// Whether no file lies beside others without anything that tells which it belongs to.
  private func everyFileHasItsPlace(_ group: [Int]) -> Bool {
    let files = units.isFile.indices.filter { units.isFile[$0] }
    guard files.count == units.isFile.count else { return true }
    let known = Set(weights.keys.flatMap { [$0.one, $0.other] })
    return files.allSatisfy(known.contains)
  }
}
