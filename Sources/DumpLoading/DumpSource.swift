import Basics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One input of a dump, which any number of threads may read.
struct DumpSource: Sendable {
  let file: InputFile
  /// How many bytes there are, as far as the system tells before they are read.
  let size: Int
  /// The bytes of a small file, and of what is no file, such as a pipe: those can be had only once.
  private let held: Result<[UInt8], FileBytes.Failure>?
  /// What was kept of a long log when it was unpacked, and what tells the whole from others.
  private let condensed: (excerpt: LogExcerpt, digest: ByteDigest)?

  /// An input that the user named or that was found; a small file is read at once where there is `room` for it.
  init(_ file: InputFile, within room: HeldRoom) {
    self.file = file
    condensed = nil
    var status = stat()
    let isKnown = file.path != "-" && Self.isFound(file.path, &status)
    let isFile = isKnown && status.st_mode & S_IFMT == S_IFREG
    if isFile || file.isPassedOver {
      size = Int(status.st_size)
      held = isFile && file.isReadAtOnce ? Self.bytes(ofSmall: file, size, room) : nil
    } else {
      let bytes = Result { () throws(FileBytes.Failure) in try FileBytes.read(file.path) }
      held = bytes
      size = (try? bytes.get().count) ?? 0
    }
  }

  private static func isFound(_ path: String, _ status: inout stat) -> Bool {
    unsafe stat(path, &status) == 0
  }

  /// The bytes of a file that is small; nil where it is not, or is not what it was any more.
  private static func bytes(
    ofSmall file: InputFile, _ size: Int, _ room: HeldRoom
  ) -> Result<[UInt8], FileBytes.Failure>? {
    guard size > 0, room.take(size) else { return nil }
    return FileBytes.read(file.path, ofSize: size).map { .success($0) }
  }

  /// An input that is in memory already.
  init(_ file: InputFile, bytes: [UInt8]) {
    self.file = file
    size = bytes.count
    held = .success(bytes)
    condensed = nil
  }

  /// A long log of which this much was kept.
  init(_ file: InputFile, _ excerpt: LogExcerpt, digest: ByteDigest) {
    self.file = file
    size = excerpt.bytes.count
    held = .success(excerpt.bytes)
    condensed = (excerpt, digest)
  }

  /// Whether the file begins like an archive or a compressed file; one that cannot be read does not.
  var isArchive: Bool {
    guard let held else {
      return (try? FileBytes.readHead(of: file.path, ArchiveMagic.length))
        .map { ArchiveMagic.isArchive($0.span) } ?? false
    }
    return (try? held.get()).map { ArchiveMagic.isArchive($0.span) } ?? false
  }

  /// Shows the bytes: those of a file where they lie, so that they are not copied.
  func withBytes<Answer>(
    _ body: (Span<UInt8>) -> Answer
  ) throws(FileBytes.Failure) -> Answer {
    try withPages { bytes, _ in body(bytes) }
  }

  /// Shows the bytes as above, and the pages that they take in memory.
  func withPages<Answer>(
    _ body: (Span<UInt8>, MappedPages) -> Answer
  ) throws(FileBytes.Failure) -> Answer {
    if held == nil {
      do {
        let mapped = try MappedFile(file.path, limit: FileBytes.limit)
        return body(mapped.span, mapped.pages)
      } catch {
        // What cannot be mapped may yet be read; where not, the system's own words are better.
      }
    }
    let read = try bytes()
    return body(read.span, .none)
  }

  /// Adds the name and the bytes, a piece at a time, so that they take no memory beside the reading.
  func add(to digest: inout ByteDigest) throws(FileBytes.Failure) {
    var longer = digest
    longer.add(file.path)
    if let condensed {
      longer.add(condensed.digest.description)
    } else if let held {
      let bytes = try held.get()
      longer.add(bytes.span)
    } else {
      try FileBytes.readPieces(of: file.path) { longer.add($0) }
    }
    digest = longer
  }

  /// The bytes, to be kept.
  func bytes() throws(FileBytes.Failure) -> [UInt8] {
    guard let held else { return try FileBytes.read(file.path) }
    return try held.get()
  }
}

extension DumpSource {
  /// The first bytes, `length` of them where there are so many.
  func head(_ length: Int) throws(FileBytes.Failure) -> [UInt8] {
    guard let held else { return try FileBytes.readHead(of: file.path, length) }
    return Array(try held.get().prefix(length))
  }

  /// All bytes of what is no longer than `length`, else the first ones.
  func start(_ length: Int) throws(FileBytes.Failure) -> [UInt8] {
    size > length ? try head(length) : try bytes()
  }

  /// Some of the bytes once more; nil when they cannot be had.
  func bytes(in range: Range<Int>) -> [UInt8]? {
    guard let held else { return FileBytes.read(range, of: file.path) }
    guard let bytes = try? held.get(), range.upperBound <= bytes.count else { return nil }
    return Array(bytes[range])
  }

  /// Shows the bytes piece by piece.
  func forEachPiece(_ body: (Span<UInt8>) -> Void) throws(FileBytes.Failure) {
    guard let held else { return try FileBytes.readPieces(of: file.path, body) }
    let bytes = try held.get()
    body(bytes.span)
  }

  /// The file as a log: all of a short one, and of a long one what can matter.
  ///
  /// - Parameters:
  ///   - form: what is around its lines.
  ///   - sieve: which lines of a long one matter.
  /// - Returns: the lines, with their numbers in the file.
  /// - Throws: why the file cannot be read.
  func excerpt(_ form: LogForm, _ sieve: LogSieve) throws(FileBytes.Failure) -> LogExcerpt {
    if let condensed { return condensed.excerpt }
    guard size > LogCondenser.wholeSize else { return LogExcerpt(bytes: try bytes()) }
    var condenser = LogCondenser(form, sieve)
    try forEachPiece { condenser.add($0) }
    return condenser.finish()
  }
}

extension InputFile {
  /// Whether a look at the file is a look at all of it; the bytes of logs stay where they are.
  fileprivate var isReadAtOnce: Bool {
    switch content {
    case .objects, .any, .failures: true
    case .log, .journal, .other: false
    }
  }
}
