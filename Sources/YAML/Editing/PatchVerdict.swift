/// Says whether an edited document is the one before with exactly what its patches want.
struct PatchVerdict {
  /// The patches by the offset at which their mapping began.
  let patches: [Int: MergePatch]

  func isAsMeant(_ before: [SourceNode], _ after: [SourceNode]) -> Bool {
    before.count == after.count && zip(before, after).allSatisfy { same($0, $1) }
  }

  private func same(_ before: SourceNode, _ after: SourceNode) -> Bool {
    if before.isMapping, let patch = patches[before.range.lowerBound] {
      return merges(before, after, patch)
    }
    switch (before.shape, after.shape) {
    case (.mapping, .mapping), (.sequence, .sequence): break
    case (.plain, .plain), (.doubleQuoted, .doubleQuoted), (.otherQuoted, .otherQuoted),
      (.alias, .alias):
      break
    default: return false
    }
    return before.text == after.text && before.isMarked == after.isMarked
      && before.children.count == after.children.count
      && zip(before.children, after.children).allSatisfy { same($0, $1) }
  }

  private func merges(_ before: SourceNode, _ after: SourceNode, _ patch: MergePatch) -> Bool {
    switch patch {
    case .mapping(let entries) where before.isMapping && after.isMapping:
      merges(before, after, entries)
    case .named(let elements) where before.isSequence && after.isSequence:
      before.children.count == after.children.count
        && zip(before.children, after.children).allSatisfy { before, after in
          let name = before.entries.first { $0.key.text == "name" }?.value.text
          guard let element = elements.first(where: { $0.key == name }) else {
            return same(before, after)
          }
          return merges(before, after, element.value)
        }
    default: says(after, patch)
    }
  }

  private func merges(
    _ before: SourceNode, _ after: SourceNode, _ patch: [MergePatch.Entry]
  ) -> Bool {
    let wanted = patch.filter { $0.value != .removal }
    let gone = Set(patch.filter { $0.value == .removal }.map(\.key))
    let kept = before.entries.filter { !gone.contains($0.key.text) }
    let added = wanted.filter { entry in !kept.contains { $0.key.text == entry.key } }
    let (old, new) = (after.entries.prefix(kept.count), after.entries.dropFirst(kept.count))
    guard new.count == added.count else { return false }
    let isKept = zip(kept, old).allSatisfy { before, after in
      guard same(before.key, after.key) else { return false }
      guard let entry = wanted.first(where: { $0.key == before.key.text }) else {
        return same(before.value, after.value)
      }
      return merges(before.value, after.value, entry.value)
    }
    return isKept
      && zip(added, new).allSatisfy { $0.key == $1.key.text && says($1.value, $0.value) }
  }

  /// Whether a node says what a patch says.
  private func says(_ node: SourceNode, _ patch: MergePatch) -> Bool {
    switch patch {
    case .scalar(let text, let isString):
      return node.text == text && node.isScalar && node.isString == isString
    case .removal: return node.isNull
    case .mapping(let entries):
      let wanted = entries.filter { $0.value != .removal }
      return node.isMapping && node.entries.count == wanted.count
        && zip(node.entries, wanted).allSatisfy {
          $0.key.text == $1.key && says($0.value, $1.value)
        }
    case .named(let elements): return says(node, .list(elements.map(\.value)))
    case .list(let elements):
      return node.isSequence && node.children.count == elements.count
        && zip(node.children, elements).allSatisfy { says($0, $1) }
    }
  }
}
