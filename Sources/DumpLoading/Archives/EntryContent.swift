import Basics

/// What was read of an archive's entry.
struct EntryContent {
  private let file: InputFile
  private let sieve: LogSieve
  /// All of it, unless it is a long log.
  var bytes: [UInt8] = []
  /// How much was unpacked.
  private(set) var size = 0
  /// Why there is no more of it.
  var damage: ArchiveStream.Damage?
  var excess: ArchiveExcess?
  private var condenser: LogCondenser?
  private var digest = ByteDigest()

  /// An entry of which nothing was read yet; of a long log the lines that the sieve knows are kept.
  init(of file: InputFile, _ sieve: LogSieve) {
    (self.file, self.sieve) = (file, sieve)
  }

  /// How much of it is in memory.
  var keptSize: Int { bytes.count }

  mutating func add(_ piece: Span<UInt8>) {
    size += piece.count
    guard condenser == nil else { return condense(piece) }
    unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    guard file.isLog, size > LogCondenser.wholeSize, !ArchiveMagic.isArchive(bytes.span) else {
      return
    }
    condenser = LogCondenser(LogForm(of: Array(bytes.prefix(LogFile.headSize))), sieve)
    let start = bytes
    bytes = []
    condense(start.span)
  }

  private mutating func condense(_ piece: Span<UInt8>) {
    condenser?.add(piece)
    digest.add(piece)
  }

  /// The entry as an input of the dump.
  var source: DumpSource {
    if file.isPassedOver { return DumpSource(file, bytes: []) }
    guard let condenser else { return DumpSource(file, bytes: bytes) }
    return DumpSource(file, condenser.finish(), digest: digest)
  }
}
