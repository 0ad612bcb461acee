import Basics

/// A file that the user named in an option.
enum NamedFile {
  /// The bytes of the file at a path, of which no more than `limit` are read.
  static func bytes(of path: String, limit: Int) throws(ConsultationError) -> [UInt8] {
    do {
      let mapped = try MappedFile(path, limit: limit)
      let span = mapped.span
      return unsafe [UInt8](unsafeUninitializedCapacity: span.count) { buffer, count in
        for index in span.indices { unsafe buffer[index] = span[index] }
        count = span.count
      }
    } catch {
      throw .invalidOption("\(error)")
    }
  }
}
