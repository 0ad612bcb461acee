import Synchronization

/// A table that several threads number strings in.
final class SharedSymbols: Sendable {
  private let kept: Mutex<SymbolTable>

  init(_ table: SymbolTable) { kept = Mutex(table) }

  /// The table as it is now.
  var table: SymbolTable { kept.withLock { $0 } }

  fileprivate func intern(_ text: String) -> Symbol { kept.withLock { $0.intern(text) } }
}

/// One thread's way to a table that others use too: what it has met before it finds by itself.
struct SymbolReader: SymbolSource {
  private let shared: SharedSymbols
  private var known: [String: Symbol] = [:]

  init(_ shared: SharedSymbols) { self.shared = shared }

  mutating func intern(_ text: String) -> Symbol {
    if let symbol = known[text] { return symbol }
    let symbol = shared.intern(text)
    known[text] = symbol
    return symbol
  }
}
