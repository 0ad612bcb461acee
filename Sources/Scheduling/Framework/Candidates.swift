/// The nodes still in the running, and why each of the others fell out.
package struct Candidates: Sendable {
  /// Which rejection each node met; zero for a node that remains.
  package private(set) var verdicts: [Int32]
  private var rejections: [Rejection] = []
  /// The place in the order of filters of the filter that spoke each rejection.
  private var orders: [Int] = []
  private var numbers: [Numbered: Int32] = [:]
  private var plugin: PluginName = ""
  private var order = 0
  /// The first failure of a plugin, which ends the attempt.
  package private(set) var failure: Rejection?

  private struct Numbered: Hashable {
    var rejection: Rejection
    var order: Int
  }

  package init(count: Int) {
    verdicts = Array(repeating: 0, count: count)
  }

  package var indices: Range<Int> { verdicts.indices }

  /// Whether the filter whose turn it is has to look at this node.
  package func remains(_ index: Int) -> Bool {
    let verdict = verdicts[index]
    return verdict == 0 || orders[Int(verdict) - 1] > order
  }

  package func fits(_ index: Int) -> Bool { verdicts[index] == 0 }

  /// Makes `filter`, at `order` among the filters, the one whose turn it is.
  mutating func turn(to filter: PluginName, at order: Int) {
    plugin = filter
    self.order = order
  }

  package mutating func reject(_ index: Int, _ rejection: Rejection) {
    verdicts[index] = number(of: rejection)
    if rejection.code == .error && failure == nil { failure = rejection.by(plugin) }
  }

  /// Turns the node away for the rejection that ``number(of:)`` numbered.
  mutating func reject(_ index: Int, as number: Int32) { verdicts[index] = number }

  /// A short name for what the filter whose turn it is says, good until the next turn.
  mutating func number(of rejection: Rejection) -> Int32 {
    let rejection = rejection.by(plugin)
    let key = Numbered(rejection: rejection, order: order)
    if let number = numbers[key] { return number }
    rejections.append(rejection)
    orders.append(order)
    numbers[key] = Int32(rejections.count)
    return Int32(rejections.count)
  }

  package func rejection(_ index: Int) -> Rejection? {
    let verdict = verdicts[index]
    return verdict == 0 ? nil : rejections[Int(verdict) - 1]
  }

  /// Puts a node back into the running.
  mutating func clear(_ index: Int) { verdicts[index] = 0 }

  /// Takes over the verdicts of an earlier state of these candidates.
  mutating func reset(to verdicts: [Int32]) { self.verdicts = verdicts }
}
