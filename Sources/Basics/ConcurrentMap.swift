import Dispatch
import Synchronization

extension Collection where Self: Sendable, Element: Sendable, Index == Int {
  /// Applies `transform` to every element on as many processors as there are, results in the order of the elements.
  ///
  /// The elements are cut into chunks, because handing one to another processor costs about ten microseconds; take
  /// `chunkSize` so large that a chunk is worth a hundred. The caller works too, and waits for the others. Loops may
  /// stand in each other and in tasks; of loops in each other, the inner ones share the processors of the outer one,
  /// so that on few processors they run one after the other.
  package func concurrentMap<Result: Sendable>(
    chunkSize: Int = 1, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let size = Swift.max(chunkSize, 1)
    let chunkCount = (count + size - 1) / size
    guard chunkCount > 1 else { return map(transform) }
    let chunks = Mutex([[Result]](repeating: [], count: chunkCount))
    DispatchQueue.concurrentPerform(iterations: chunkCount) { position in
      let start = startIndex + position * size
      let results = (start..<Swift.min(start + size, endIndex)).map { transform(self[$0]) }
      chunks.withLock { $0[position] = results }
    }
    return chunks.withLock { $0.flatMap { $0 } }
  }

  /// Applies `transform` to every element as above, with something to work with of which each chunk has its own copy.
  package func concurrentMap<Aid: Sendable, Result: Sendable>(
    chunkSize: Int, with aid: Aid, _ transform: @Sendable (inout Aid, Element) -> Result
  ) -> [Result] {
    let size = Swift.max(chunkSize, 1)
    let starts = Array(stride(from: startIndex, to: endIndex, by: size))
    return starts.concurrentMap { start in
      var aid = aid
      return (start..<Swift.min(start + size, endIndex)).map { transform(&aid, self[$0]) }
    }.flatMap { $0 }
  }
}

/// Does both on two processors where there are two, and waits for the slower one.
///
/// The second is done by the caller, so that loops in it have all processors. Where there is little to do, both are:
/// to wake another processor takes longer.
package func concurrently<First: Sendable, Second: Sendable>(
  when isMuch: Bool = true, _ first: @escaping @Sendable () -> First, _ second: () -> Second
) -> (First, Second) {
  guard isMuch else { return (first(), second()) }
  let result = Once(first)
  DispatchQueue.global().async { _ = result.value }
  let other = second()
  return (result.value, other)
}
