package import Provenance

/// Changes a text of YAML or JSON so that comments, order and formatting stay.
package struct YAMLEditor: Sendable {
  /// A patch for the mapping that begins at a mark.
  package struct Change: Sendable {
    package var mark: Mark
    package var patch: MergePatch

    package init(at mark: Mark, _ patch: MergePatch) {
      self.mark = mark
      self.patch = patch
    }
  }

  /// What became of a text.
  package struct Outcome: Sendable {
    package var bytes: [UInt8]
    /// For every change why it was left out; nil when it was made.
    package var refusals: [EditRefusal?]
  }

  private let source: SourceText

  package init(_ bytes: [UInt8]) {
    source = SourceText(bytes)
  }

  /// Makes all changes that can be made; each is made whole or not at all.
  package func applying(_ changes: [Change]) -> Outcome {
    let documents: [SourceNode]
    do { documents = try SourceTreeReader.documents(of: source) } catch {
      return Outcome(bytes: source.bytes, refusals: changes.map { _ in error })
    }
    let plans = changes.map { plan(of: $0, in: documents) }
    if let outcome = applying(plans, to: documents) { return outcome }
    // One of them is not as meant; the others are made all the same.
    return applyingSingly(plans, to: documents)
  }

  /// The edits of one change, or why there are none.
  private struct Plan {
    var offset: Int
    var patch: MergePatch
    var edits: Result<[TextEdit], EditRefusal>
  }

  private func plan(of change: Change, in documents: [SourceNode]) -> Plan {
    let offset = source.offset(
      of: Position(line: UInt32(change.mark.line), column: UInt32(change.mark.column)))
    return Plan(
      offset: offset, patch: change.patch,
      edits: Result { () throws(EditRefusal) in
        try edits(for: change, at: offset, in: documents)
      })
  }

  private func applying(_ plans: [Plan], to documents: [SourceNode]) -> Outcome? {
    var edits: [TextEdit] = []
    var patches: [Int: MergePatch] = [:]
    for plan in plans {
      guard case .success(let planned) = plan.edits else { continue }
      guard patches.updateValue(plan.patch, forKey: plan.offset) == nil else { return nil }
      edits += planned
    }
    guard let bytes = edited(edits, patches, documents) else { return nil }
    return Outcome(
      bytes: bytes,
      refusals: plans.map { if case .failure(let refusal) = $0.edits { refusal } else { nil } })
  }

  private func applyingSingly(_ plans: [Plan], to documents: [SourceNode]) -> Outcome {
    var outcome = Outcome(bytes: source.bytes, refusals: [])
    var edits: [TextEdit] = []
    var patches: [Int: MergePatch] = [:]
    for plan in plans {
      guard case .success(let planned) = plan.edits else {
        if case .failure(let refusal) = plan.edits { outcome.refusals.append(refusal) }
        continue
      }
      let all = patches.merging([plan.offset: plan.patch]) { earlier, _ in earlier }
      guard patches[plan.offset] == nil, let bytes = edited(edits + planned, all, documents) else {
        outcome.refusals.append(.notAsMeant)
        continue
      }
      (outcome.bytes, edits, patches) = (bytes, edits + planned, all)
      outcome.refusals.append(nil)
    }
    return outcome
  }

  private func edits(
    for change: Change, at offset: Int, in documents: [SourceNode]
  ) throws(EditRefusal) -> [TextEdit] {
    for document in documents where document.range.contains(offset) {
      let mapping = try Self.mapping(at: offset, in: document)
      var edits = PatchEdits(source, notation(of: mapping))
      try edits.merge(change.patch, into: mapping, at: "")
      return edits.edits
    }
    throw .objectNotFound
  }

  /// JSON quotes its keys.
  private func notation(of mapping: SourceNode) -> PatchText.Notation {
    guard mapping.isFlow, let key = mapping.entries.first?.key, case .doubleQuoted = key.shape
    else { return .yaml }
    return .json
  }

  /// Goes down to the mapping at an offset, through nothing that is used elsewhere too.
  private static func mapping(
    at offset: Int, in root: SourceNode
  ) throws(EditRefusal) -> SourceNode {
    var node = root
    while true {
      if node.isMarked { throw .anchor("a part of the document") }
      if node.isMapping, node.range.lowerBound == offset { return node }
      guard let child = node.children.last(where: { $0.range.lowerBound <= offset }),
        child.range.contains(offset)
      else { throw .objectNotFound }
      node = child
    }
  }

  /// The edited text; nil when it does not say exactly what is meant.
  private func edited(
    _ edits: [TextEdit], _ patches: [Int: MergePatch], _ before: [SourceNode]
  ) -> [UInt8]? {
    guard let bytes = TextEdit.apply(edits, to: source.bytes),
      let after = try? SourceTreeReader.documents(of: SourceText(bytes)),
      PatchVerdict(patches: patches).isAsMeant(before, after)
    else { return nil }
    return bytes
  }
}
