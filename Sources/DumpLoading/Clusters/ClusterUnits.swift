/// What lies side by side at one place of the input: folders, archives and files.
struct ClusterUnits {
  /// The sources in each unit.
  private(set) var members: [[Int]] = []
  /// Whether the unit is a single file.
  private(set) var isFile: [Bool] = []
  private(set) var unitOfSource: [Int: Int] = [:]

  /// - Parameters:
  ///   - sources: the sources, which share their trail up to `depth`.
  ///   - trails: where all sources lie.
  ///   - depth: the part of the trails by which the units are told apart.
  init(of sources: [Int], _ trails: [[String]], depth: Int) {
    var units: [String: Int] = [:]
    for source in sources {
      let trail = trails[source]
      let name = depth < trail.count ? trail[depth] : ""
      let unit = units[name] ?? members.count
      if unit == members.count {
        units[name] = unit
        members.append([])
        isFile.append(depth >= trail.count - 1)
      }
      members[unit].append(source)
      unitOfSource[source] = unit
    }
  }
}
