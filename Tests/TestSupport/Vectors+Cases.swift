extension Vectors {
  /// The cases of a file that holds a JSON array (`.json`) or one case a line (`.jsonl`).
  package static func cases(_ path: String) throws -> [JSONValue] {
    let bytes = try bytes(path)
    if path.hasSuffix(".jsonl") {
      return try bytes.split(separator: UInt8(ascii: "\n")).map { try JSONValue(parsing: $0) }
    }
    return try JSONValue(parsing: bytes).elements
  }
}
