extension Collection where Self: Sendable, Element: Sendable, Index == Int {
  /// Applies `transform` to every element on as many processors as there are, results in the order of the elements.
  ///
  /// The elements are cut into chunks, because starting a task costs about a microsecond; take `chunkSize` so large
  /// that a chunk is worth a hundred.
  package func concurrentMap<Result: Sendable>(
    chunkSize: Int = 1, _ transform: @Sendable @escaping (Element) -> Result
  ) async -> [Result] {
    let size = Swift.max(chunkSize, 1)
    let starts = stride(from: startIndex, to: endIndex, by: size)
    return await withTaskGroup(of: (position: Int, results: [Result]).self) { group in
      for (position, start) in starts.enumerated() {
        let end = Swift.min(start + size, endIndex)
        group.addTask { (position, (start..<end).map { transform(self[$0]) }) }
      }
      var chunks = [[Result]](repeating: [], count: (count + size - 1) / size)
      for await chunk in group { chunks[chunk.position] = chunk.results }
      return chunks.flatMap { $0 }
    }
  }
}
