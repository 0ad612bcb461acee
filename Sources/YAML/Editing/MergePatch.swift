/// A strategic merge patch: what a document is to say, and what it is to say no more.
package indirect enum MergePatch: Hashable, Sendable {
  /// What a key, or the element of a name, is to say.
  package struct Entry: Hashable, Sendable {
    package var key: String
    package var value: MergePatch
  }

  case scalar(text: String, isString: Bool)
  /// The key goes.
  case removal
  case mapping([Entry])
  /// Elements that are merged into those of the same name.
  case named([Entry])
  /// A list that replaces another.
  case list([MergePatch])

  package init(_ node: YAMLNode) {
    switch node.kind {
    case .scalar:
      self = node.isNull ? .removal : .scalar(text: node.text, isString: node.string != nil)
    case .mapping:
      self = .mapping(node.entries.map { Entry(key: $0.key, value: MergePatch($0.value)) })
    case .sequence:
      let names = node.elements.compactMap { $0["name"]?.string }
      if !names.isEmpty, names.count == node.elements.count {
        self = .named(
          zip(names, node.elements).map { Entry(key: $0, value: MergePatch($1)) })
      } else {
        self = .list(node.elements.map(MergePatch.init))
      }
    }
  }

  /// Reads a patch; nil when the text is none.
  package init?(parsing text: String) {
    let reading = DocumentReader().read(text, file: "patch")
    guard reading.problems.isEmpty, let root = reading.documents.first?.root, root.isMapping
    else { return nil }
    self.init(root)
  }

  /// Both patches at once; nil when they want different things of the same field.
  package func joined(with other: MergePatch) -> MergePatch? {
    switch (self, other) {
    case (.mapping(let ours), .mapping(let theirs)):
      Self.joined(ours, theirs).map(MergePatch.mapping)
    case (.named(let ours), .named(let theirs)):
      Self.joined(ours, theirs).map(MergePatch.named)
    default: self == other ? self : nil
    }
  }

  private static func joined(_ ours: [Entry], _ theirs: [Entry]) -> [Entry]? {
    var all = ours
    for entry in theirs {
      guard let index = all.firstIndex(where: { $0.key == entry.key }) else {
        all.append(entry)
        continue
      }
      guard let value = all[index].value.joined(with: entry.value) else { return nil }
      all[index].value = value
    }
    return all
  }
}
