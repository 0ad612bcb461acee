/// Names that were seen so far: few are compared, for to hash one takes as long as to compare twenty; many are hashed.
package struct SeenNames {
  private static let few = 20

  private var names: [String] = []
  /// All names, once there are more than a few.
  private var table: Set<String> = []

  package init() {}

  package var isEmpty: Bool { names.isEmpty }
  package var count: Int { names.count }

  package func contains(_ name: String) -> Bool {
    if names.count > Self.few { return table.contains(name) }
    for known in names where known == name { return true }
    return false
  }

  /// Notes a name; tells whether it was not seen before.
  @discardableResult
  package mutating func insert(_ name: String) -> Bool {
    guard !contains(name) else { return false }
    names.append(name)
    if names.count > Self.few {
      if table.isEmpty { table = Set(names) } else { table.insert(name) }
    }
    return true
  }
}
