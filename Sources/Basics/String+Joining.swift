extension String {
  /// The texts one after the other, in no more room than they take.
  ///
  /// A text that grows by appending keeps up to twice the room, which counts where there are hundreds of thousands.
  package init(joining texts: [String]) {
    guard texts.count != 1 else {
      self = texts[0]
      return
    }
    self.init()
    let count = texts.reduce(0) { $0 + $1.utf8.count }
    // Fifteen octets stand in the text itself.
    if count > 15 { reserveCapacity(count) }
    for text in texts { self += text }
  }
}
