import KubernetesModel
import Provenance
import YAML

/// What one document of a file turned out to be.
struct DocumentContent: Sendable {
  /// The objects in it; none where it is not meant as objects.
  private(set) var readers: [ObjectReader] = []
  /// What reads the objects' documents again; nil while they are at hand.
  private(set) var source: ItemSource?
  /// Whether it may be meant as objects.
  let isManifest: Bool
  /// Whether a collector may have written it because there was nothing to collect.
  let isEmptyList: Bool
  /// Why the collector got no objects, where it is the API server's refusal.
  let failure: CollectionFailure?

  /// Looks at a document, and decodes its objects.
  ///
  /// - Parameters:
  ///   - root: the document.
  ///   - file: the file that it is in.
  ///   - kind: the kind that the file is named after.
  init(_ root: YAMLNode, in file: InputFile, namedAfter kind: String?) {
    isManifest = root.isManifest(in: file)
    isEmptyList = root.isEmptyList
    failure = CollectionFailure(refusal: root)
    if isManifest { readers = ObjectReader.readers(of: root, inFileOf: kind) }
  }

  /// Lets the documents of the objects go where they are the items of a list and few of them will be asked for.
  ///
  /// - Parameters:
  ///   - items: the items.
  ///   - makeSource: makes what reads them again.
  mutating func letGo(_ items: ListItems, to makeSource: (ListItems) -> ItemSource) {
    let objects = readers.flatMap(\.objects)
    guard objects.count == items.count, readers.allSatisfy(\.problems.isEmpty),
      objects.allSatisfy(\.mayBeReadAgain),
      objects.count(where: \.isOfInterest) * Self.fewest <= objects.count
    else { return }
    let source = makeSource(items)
    self.source = source
    var first = 0
    for index in readers.indices {
      readers[index].letGo(to: source, from: first)
      first += readers[index].objects.count
    }
  }

  /// Where one of so many objects is of interest, it is quicker to keep them all than to read the one again.
  private static let fewest = 8
}

extension LoadedObject {
  /// Whether the object is one of a cluster whose document is asked for when something is said about it, and not else.
  fileprivate var mayBeReadAgain: Bool {
    value != nil && !uid.isEmpty && reference.kind != Secret.kind
  }

  /// Whether something is likely to be said about the object.
  fileprivate var isOfInterest: Bool {
    switch reference.kind {
    case Pod.kind: (value as? Pod).map { !$0.seemsWell } ?? true
    case Event.kind: (value as? Event)?.type != "Normal"
    default: false
    }
  }
}

extension Pod {
  /// Whether the pod has done its work or does it, as far as its phase and condition tell.
  fileprivate var seemsWell: Bool {
    guard !isTerminating else { return false }
    return switch status.phase {
    case "Succeeded": true
    case "Running": isReady
    default: false
    }
  }
}
