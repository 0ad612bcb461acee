import Dispatch
import Synchronization

extension Collection where Self: Sendable, Element: Sendable, Index == Int {
  /// Applies `transform` to every element on as many processors as there are, results in the order of the elements.
  ///
  /// The elements are cut into chunks, because handing one to another processor costs about ten microseconds; take
  /// `chunkSize` so large that a chunk is worth a hundred. The caller works too, and waits for the others; loops
  /// may stand in each other, and in tasks.
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
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let results = Mutex<(First?, Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { position in
    if position == 0 {
      let value = first()
      results.withLock { $0.0 = value }
    } else {
      let value = second()
      results.withLock { $0.1 = value }
    }
  }
  guard case (let one?, let other?) = results.withLock({ $0 }) else {
    preconditionFailure("concurrentPerform returns when all iterations have")
  }
  return (one, other)
}
