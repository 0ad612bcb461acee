import KubernetesModel

/// Since when a described namespace is being deleted.
enum DescribedDeletion {
  /// The first time at which its controller reported on the deletion; nil when it did not, or it is no namespace.
  static func start(ofNamespace description: Description) -> Timestamp? {
    guard description["Status"]?.value == "Terminating", !description.has("Namespace") else {
      return nil
    }
    let rows = description["Conditions"].map { Array($0.children) } ?? []
    return rows.compactMap { row in
      let cells = row.content.cells(limit: 4).map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 4, cells[0].hasPrefix("Namespace") else { return nil }
      return Timestamp(described: cells[2])
    }.min()
  }
}
