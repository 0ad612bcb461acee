import Provenance

/// Tells the dumps of several clusters apart, by folders, archives and files in which objects of one name have
/// different uids.
struct ClusterPartition {
  /// The inputs of one cluster.
  struct Cluster {
    var name: String
    /// Positions among all sources.
    var members: [Int]
  }

  /// Empty when all inputs are of one cluster, as far as they tell.
  private(set) var clusters: [Cluster] = []

  /// What is deeper than this inside of what the user named is one dump, whose objects may have been made anew
  /// while it was taken.
  private static let deepest = 4
  /// How many folders a cluster is called by at the most.
  private static let namedUnits = 3

  /// An object's uid in one of the sources.
  private struct Sighting {
    var identity: ObjectIdentity
    var source: Int
  }

  private let trails: [[String]]
  /// The sightings of each object that was seen in more than one source.
  private var repeated: [[Sighting]] = []

  init(of trails: [[String]], identities: [[ObjectIdentity]]) {
    self.trails = trails
    guard identities.count(where: { !$0.isEmpty }) > 1 else { return }
    var first: [ObjectReference: Sighting] = [:]
    var others: [ObjectReference: [Sighting]] = [:]
    for (source, identities) in identities.enumerated() {
      for identity in identities {
        let sighting = Sighting(identity: identity, source: source)
        guard let known = first[identity.reference] else {
          first[identity.reference] = sighting
          continue
        }
        if known.source != source { others[identity.reference, default: []].append(sighting) }
      }
    }
    repeated = others.sorted { $0.key < $1.key }.map { reference, sightings in
      (first[reference].map { [$0] } ?? []) + sightings
    }
    guard repeated.contains(where: Self.differ) else { return }
    clusters = named(groups(of: Array(trails.indices), depth: 0, level: 0) ?? [])
  }

  private static func differ(_ sightings: [Sighting]) -> Bool {
    sightings.contains { $0.identity.uid != sightings[0].identity.uid }
  }

  /// The sources of each cluster among `members`, which share their trail up to `depth`; nil when it is only one.
  ///
  /// `level` counts the folders on the way that have anything beside them.
  private func groups(of members: [Int], depth: Int, level: Int) -> [[Int]]? {
    let units = ClusterUnits(of: members, trails, depth: depth)
    guard level <= Self.deepest, let first = units.members.first,
      !trails[members[0]].prefix(depth).contains(where: BundleLayouts.innerFolders.contains)
    else { return nil }
    guard units.members.count > 1 else {
      return units.isFile[0] ? nil : groups(of: first, depth: depth + 1, level: level)
    }
    var evidence = UnitEvidence(units)
    for sightings in repeated {
      evidence.add(
        sightings.map { ($0.source, $0.identity.uid) },
        isLasting: sightings[0].identity.isLasting)
    }
    if let apart = evidence.groups(level: level) {
      return apart.flatMap { group in
        groups(of: group, depth: depth + 1, level: level + 1) ?? [group]
      }
    }
    let inner = units.members.map { groups(of: $0, depth: depth + 1, level: level + 1) }
    guard inner.contains(where: { $0 != nil }) else { return nil }
    return zip(units.members, inner).flatMap { $1 ?? [$0] }
  }

  /// Calls each cluster by the first part of its trail that no other shares.
  private func named(_ groups: [[Int]]) -> [Cluster] {
    let common = groups.map { group in
      group.map { trails[$0] }.reduce(trails[group[0]]) { shared, trail in
        zip(shared, trail).prefix { $0 == $1 }.map(\.0)
      }
    }
    return groups.indices.map { index in
      let others = groups.indices.filter { $0 != index }.flatMap { groups[$0] }
      let own = common[index].indices.first { part in
        others.allSatisfy { !trails[$0].starts(with: common[index][...part]) }
      }
      let parts = own.map { [common[index][$0]] } ?? units(of: groups[index], common[index].count)
      let name = parts.map(Self.shortened).joined(separator: "+")
      return Cluster(name: name.isEmpty ? "rest" : name, members: groups[index])
    }
  }

  /// The first folders, archives or files of a cluster that has several.
  private func units(of members: [Int], _ depth: Int) -> [String] {
    let names = members.compactMap { trails[$0].dropFirst(depth).first }
    return Array(Set(names).sorted().prefix(Self.namedUnits))
  }

  /// The last part of a path that the user gave.
  private static func shortened(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
