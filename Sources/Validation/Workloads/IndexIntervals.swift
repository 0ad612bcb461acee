import KubernetesModel

/// Indexes of a job's pods, written as `1,3-5`.
struct IndexIntervals {
  /// How many indexes there are; zero when the text is malformed.
  private(set) var total: Int64 = 0
  /// What is wrong with the text; nil when nothing is.
  private(set) var objection: String?

  init(_ text: String, completions: Int64) {
    guard !text.isEmpty else { return }
    var last: Int64?
    var sum: Int64 = 0
    for part in text.parts(at: ",") {
      guard let (first, end) = interval(part, completions) else { return }
      if let last, last >= first {
        objection = "non-increasing order, previous: \(last), current: \(first)"
        return
      }
      sum += end - first + 1
      last = end
    }
    total = sum
  }

  private mutating func interval(
    _ text: String, _ completions: Int64
  ) -> (first: Int64, end: Int64)? {
    let limits = text.parts(at: "-")
    guard limits.count <= 2 else {
      objection =
        "the fragment \(GoNotation.quoted(text)) violates the requirement that "
        + "an index interval can have at most two parts separated by '-'"
      return nil
    }
    guard let first = index(limits[0], completions) else { return nil }
    guard limits.count == 2 else { return (first, first) }
    guard let end = index(limits[1], completions) else { return nil }
    guard first < end else {
      objection = "non-increasing order, previous: \(first), current: \(end)"
      return nil
    }
    return (first, end)
  }

  private mutating func index(_ text: String, _ completions: Int64) -> Int64? {
    guard let index = Int64(text) else {
      objection = "cannot convert string to integer for index: \(GoNotation.quoted(text))"
      return nil
    }
    guard index < completions else {
      objection = "too large index: \(GoNotation.quoted(text))"
      return nil
    }
    return index
  }
}
