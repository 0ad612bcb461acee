extension String {
  /// The texts one after the other, in no more room than they take.
  ///
  /// A text that grows by appending keeps up to twice the room, which counts where there are hundreds of thousands.
  package init(joining texts: [String]) {
    guard texts.count != 1 else {
      self = texts[0]
      return
    }
    let count = texts.reduce(0) { $0 + $1.utf8.count }
    unsafe self.init(unsafeUninitializedCapacity: count) { room in
      var end = 0
      for text in texts {
        let octets = text.utf8Span.span
        let part = unsafe room[end..<end &+ octets.count]
        unsafe octets.withUnsafeBufferPointer { source in
          _ = unsafe UnsafeMutableBufferPointer(rebasing: part).initialize(fromContentsOf: source)
        }
        end &+= octets.count
      }
      return end
    }
  }
}
