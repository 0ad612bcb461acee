import Provenance
import YAML

/// Reads an input as a long list that is cut into small parts, and each of its items again by itself.
struct ListCutTrial {
  private static let partSize = 96

  /// Requires that each item is the same when it is read by itself, at the same places.
  static func requireSameItems(in input: TrialInput) throws(Breach) {
    let reader = DocumentReader(partSize: partSize)
    let reading = reader.readList(input.bytes.span, file: input.path) { part, text in
      breach(of: part, in: text)
    }
    guard case .parts(let breaches) = reading else { return }
    if let breach = breaches.compactMap(\.self).first { throw breach }
  }

  private static func breach(of part: ListPart, in text: Span<UInt8>) -> Breach? {
    guard let items = part.items, let elements = part.document.root["items"]?.elements else {
      return nil
    }
    let source = ItemSource(items, in: text) { _ in nil }
    if source.item(0) != nil { return Breach("an item came from nowhere") }
    let start = part.range.lowerBound
    for (number, element) in elements.enumerated() {
      let range = items.range(of: number)
      let own = text.extracting(range.lowerBound - start..<range.upperBound - start)
      guard let item = items.item(number, from: own) else {
        return Breach("the item at \(element.place) cannot be read by itself")
      }
      do throws(Breach) {
        try TreeComparison.requireSame(element, item, in: "an item that was read by itself")
      } catch {
        return error
      }
      guard places(in: element) == places(in: item) else {
        return Breach("the item at \(element.place) has other places by itself")
      }
    }
    return nil
  }

  private static func places(in node: YAMLNode) -> [Int32] {
    var places: [Int32] = []
    var waiting = [node]
    while let node = waiting.popLast() {
      places += [node.mark.line, node.mark.column]
      waiting += node.elements
      waiting += node.entries.map(\.value)
    }
    return places
  }
}
