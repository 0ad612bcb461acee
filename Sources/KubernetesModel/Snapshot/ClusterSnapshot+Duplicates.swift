import Findings
import Provenance
import YAML

extension ClusterSnapshot.Builder {
  /// The objects sorted by reference, each once.
  ///
  /// The newer of two documents wins, or the later where neither is newer; that they differ is noted.
  static func unique(
    _ objects: [LoadedObject], problems: inout [LoadProblem]
  ) -> [LoadedObject] {
    var result: [LoadedObject] = []
    result.reserveCapacity(objects.count)
    for index in ReferenceOrder(of: objects).places {
      let object = objects[index]
      guard let last = result.last, last.isSame(as: object) else {
        result.append(object)
        continue
      }
      let (winner, loser) = object.wins(over: last) ? (object, last) : (last, object)
      result[result.count - 1] = winner
      if let problem = loser.differs(from: winner) { problems.append(problem) }
    }
    return result
  }
}

extension LoadedObject {
  /// Objects without a struct are told apart by name only, so two groups may share a kind.
  fileprivate func isSame(as other: LoadedObject) -> Bool {
    reference == other.reference && !hasGeneratedName && !other.hasGeneratedName
      && (value == nil) == (other.value == nil)
  }

  private var hasGeneratedName: Bool {
    reference.name.isEmpty || value?.metadata.name.isEmpty == true
  }

  fileprivate func wins(over earlier: LoadedObject) -> Bool {
    guard origin == earlier.origin else { return origin > earlier.origin }
    if origin == .text { return size >= earlier.size }
    let (mine, its) = (UInt64(resourceVersion) ?? 0, UInt64(earlier.resourceVersion) ?? 0)
    return mine >= its
  }

  /// Of two texts about an object the one that shows more counts: a description, or the wider of two tables.
  private var size: Int { node?.document.nodeCount ?? 0 }

  /// What to say about a copy that is not used, if anything.
  fileprivate func differs(from winner: LoadedObject) -> LoadProblem? {
    guard origin == winner.origin, origin == .document, let place, !hasSameContent(as: winner)
    else { return nil }
    let used = winner.place.map { "; the one at \($0) is used" } ?? ""
    return LoadProblem(
      .duplicateObject, at: place, object: reference,
      says: "another copy of \(reference)\(used)")
  }

  private func hasSameContent(as other: LoadedObject) -> Bool {
    switch (value, other.value) {
    case (let mine?, let its?): mine.isEqual(to: its)
    case (nil, nil): node?.json() == other.node?.json()
    default: false
    }
  }
}

extension KubernetesObject {
  fileprivate func isEqual(to other: any KubernetesObject) -> Bool {
    self == (other as? Self)
  }
}
