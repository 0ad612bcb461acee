import Basics
import KubernetesModel
import YAML

extension ObjectReader {
  /// Lists with fewer items are read on one processor.
  private static let longList = 128
  /// How many items are worth handing to another processor.
  private static let chunk = 64

  /// The objects of a document, in its order; those of a long list are decoded on all processors.
  static func readers(of document: YAMLNode) -> [ObjectReader] {
    guard let items = plainListItems(of: document) else { return [ObjectReader(document)] }
    let starts = Array(stride(from: 0, to: items.count, by: chunk))
    return starts.concurrentMap { ObjectReader(items[$0..<min($0 + chunk, items.count)]) }
  }

  /// The items of a long `List`, each of which says itself what it is, as kubectl prints them.
  private static func plainListItems(of document: YAMLNode) -> [YAMLNode]? {
    guard document.isMapping, document["kind"]?.string == "List",
      document["apiVersion"]?.string == "v1", document["metadata"]?["name"] == nil,
      let items = document["items"], items.isSequence
    else { return nil }
    let isLong = longList..<mostObjects ~= items.elements.count
    guard isLong else { return nil }
    let elements = Array(items.elements)
    return elements.allSatisfy { $0.isMapping && $0["items"] == nil } ? elements : nil
  }
}
