import Provenance

/// One input, in memory and as the file in which it lies.
struct TrialInput {
  let path: String
  let bytes: [UInt8]
  /// What is read together with it.
  let companions: [String]
  private let extent: TextExtent

  init(path: String, bytes: [UInt8], companions: [String]) {
    self.path = path
    self.bytes = bytes
    self.companions = companions
    extent = TextExtent(of: bytes)
  }

  /// All files of the dump that the input is part of.
  var sources: [String] { companions + [path] }

  /// Requires that a place which claims to lie in this input does so.
  func require(_ place: Place?, in what: String) throws(Breach) {
    guard let place, place.file == path, !extent.contains(place.mark) else { return }
    throw Breach("\(what) has the place \(place), outside of the input")
  }

  /// Requires that both runs said the same.
  func requireEqual(_ one: [UInt8], _ other: [UInt8], in what: String) throws(Breach) {
    guard one != other else { return }
    let position = zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset
    let start = max(0, (position ?? min(one.count, other.count)) - 60)
    let (first, second) = (Self.quote(one, from: start), Self.quote(other, from: start))
    throw Breach("\(what): \(first)\n  is not: \(second)")
  }

  private static func quote(_ bytes: [UInt8], from start: Int) -> String {
    String(decoding: bytes.dropFirst(start).prefix(120), as: UTF8.self).debugDescription
  }
}
