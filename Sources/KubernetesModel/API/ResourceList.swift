/// Amounts by the name of the resource, always sorted by name.
package struct ResourceList: FieldValue {
  private struct Entry: Hashable, Sendable {
    var name: String
    var quantity: Quantity
  }

  private var entries: [Entry] = []

  package init() {}

  package static var absent: ResourceList { ResourceList() }

  /// The names of the resources, sorted.
  package var keys: [String] { entries.map(\.name) }

  /// The amounts, in the order of their names.
  package var values: [Quantity] { entries.map(\.quantity) }

  /// The amount of a resource; nil when the list does not name it.
  package subscript(name: String) -> Quantity? {
    get {
      let index = position(of: name)
      return holds(name, at: index) ? entries[index].quantity : nil
    }
    set {
      let index = position(of: name)
      switch (holds(name, at: index), newValue) {
      case (true, let quantity?): entries[index].quantity = quantity
      case (true, nil): entries.remove(at: index)
      case (false, let quantity?): entries.insert(Entry(name: name, quantity: quantity), at: index)
      case (false, nil): break
      }
    }
  }

  /// The amount of a resource, or another where the list does not name it.
  package subscript(name: String, default amount: @autoclosure () -> Quantity) -> Quantity {
    get { self[name] ?? amount() }
    set { self[name] = newValue }
  }

  /// Makes room for so many amounts.
  mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }

  private func holds(_ name: String, at index: Int) -> Bool {
    index < entries.count && entries[index].name == name
  }

  /// Where the resource is, or belongs; lists are short, so the search goes from the end.
  private func position(of name: String) -> Int {
    var index = entries.count
    while index > 0, name <= entries[index - 1].name { index -= 1 }
    return index
  }
}

extension ResourceList: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int { entries.count }

  package subscript(position: Int) -> (key: String, value: Quantity) {
    (entries[position].name, entries[position].quantity)
  }
}

extension ResourceList {
  /// Goes over the amounts by calls that other modules make directly, not by way of a protocol.
  package struct Iterator: IteratorProtocol, Sendable {
    private let entries: [Entry]
    private var position = 0

    fileprivate init(_ list: ResourceList) { entries = list.entries }

    package mutating func next() -> (key: String, value: Quantity)? {
      guard position < entries.count else { return nil }
      defer { position += 1 }
      return (entries[position].name, entries[position].quantity)
    }
  }

  package func makeIterator() -> Iterator { Iterator(self) }

  /// Whether an amount is finer than a thousandth, as a list of the API server never is.
  package var isFinerThanMilli: Bool { entries.contains { $0.quantity.isFinerThanMilli } }
}

extension ResourceList: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, Quantity)...) {
    for (name, quantity) in elements { self[name] = quantity }
  }
}
