import CArchive

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The entries of one archive in the order in which they stand there.
///
/// Owns libarchive's reader and frees it on every path.
@safe struct ArchiveStream: ~Copyable {
  /// Why an archive, or one entry of it, cannot be read any further; in libarchive's words.
  struct Damage: Error {
    var says: String
    /// Whether the entries behind it are lost, too.
    var isFinal: Bool
  }

  private let reader: OpaquePointer

  /// Reads an archive while `body` runs; the stream cannot leave `body`, nor the bytes go away before it.
  ///
  /// Nil where memory ran out.
  static func reading<Result>(
    _ bytes: Span<UInt8>, by library: ArchiveLibrary, _ body: (inout ArchiveStream) -> Result
  ) -> Result? {
    unsafe bytes.withUnsafeBytes { buffer in
      let opened = unsafe carchive_open(library.handle, buffer.baseAddress, buffer.count)
      guard let reader = unsafe opened else { return nil }
      var stream = unsafe ArchiveStream(reader: reader)
      return body(&stream)
    }
  }

  private init(reader: OpaquePointer) {
    unsafe self.reader = unsafe reader
  }

  deinit {
    unsafe carchive_close(reader)
  }

  /// Moves on to the next entry; false at the end.
  mutating func advance() throws(Damage) -> Bool {
    while true {
      switch Int(unsafe carchive_next(reader)) {
      case Int(CARCHIVE_END): return false
      case Int(CARCHIVE_OK), Int(CARCHIVE_WARN): return true
      case Int(CARCHIVE_RETRY): continue
      case let result: throw damage(result)
      }
    }
  }

  /// The octets of the entry's name; nil when it has none.
  var name: [UInt8]? {
    guard let name = unsafe carchive_name(reader) else { return nil }
    return unsafe UnsafeRawBufferPointer(start: name, count: strlen(name)).map { $0 }
  }

  /// What the archive says of the entry's size, which need not be true; nil when it says nothing.
  var statedSize: Int? {
    let size = unsafe carchive_size(reader)
    return size < 0 ? nil : Int(size)
  }

  /// Whether the entry is a file without holes, and neither a folder nor a link nor a device.
  var isPlainFile: Bool { unsafe carchive_is_plain_file(reader) }
  var isFolder: Bool { unsafe carchive_is_folder(reader) }
  /// Whether this is no archive but one compressed file.
  var isBare: Bool { unsafe carchive_is_bare(reader) }

  /// Shows the entry's content, a piece at a time, for as long as `body` wants more.
  mutating func forEachPiece(_ body: (Span<UInt8>) -> Bool) throws(Damage) {
    var position: Int64 = 0
    while true {
      var start: UnsafeRawPointer?
      var count = 0
      var offset: Int64 = 0
      let result = Int(unsafe carchive_block(reader, &start, &count, &offset))
      if result == Int(CARCHIVE_END) { return }
      if result == Int(CARCHIVE_RETRY) { continue }
      guard result >= Int(CARCHIVE_WARN) else { throw damage(result) }
      guard offset == position else { throw Damage(says: "the entry has holes", isFinal: false) }
      position += Int64(count)
      let piece = unsafe UnsafeRawBufferPointer(start: start, count: count)
      let isWanted = unsafe piece.withMemoryRebound(to: UInt8.self) { unsafe body($0.span) }
      guard isWanted else { return }
    }
  }

  private func damage(_ result: Int) -> Damage {
    let says = unsafe String(cString: carchive_error(reader))
    return Damage(says: says, isFinal: result != Int(CARCHIVE_FAILED))
  }
}
