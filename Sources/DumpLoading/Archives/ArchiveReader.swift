import Basics
import Findings
import Provenance

/// Reads the entries of an archive, and of archives in it, into memory, as far as the limits go.
struct ArchiveReader {
  private let library: ArchiveLibrary
  private let limits: ArchiveLimits
  private let sieve: LogSieve
  /// One for an archive that lies in no other.
  private let depth: Int
  /// What all archives of the dump have used up.
  private(set) var usage: ArchiveUsage
  private var size = 0
  /// How many octets this archive may still grow by.
  private var room = 0
  private(set) var listing: ArchiveListing
  /// The entry that was read last; nil before the first.
  private var last: String?

  init(
    of file: InputFile, by library: ArchiveLibrary, _ limits: ArchiveLimits, _ usage: ArchiveUsage,
    _ sieve: LogSieve, depth: Int = 1
  ) {
    self.library = library
    self.limits = limits
    self.usage = usage
    self.sieve = sieve
    self.depth = depth
    listing = ArchiveListing(of: file)
  }

  /// Reads until the end, damage or a limit; all of these leave what was read before.
  mutating func read(_ bytes: Span<UInt8>) {
    size = bytes.count
    room = limits.growth(of: size)
    let isOpened: Void? = ArchiveStream.reading(bytes, by: library) { stream in
      while advance(&stream) {}
    }
    if isOpened == nil {
      listing.note(.unreadable(listing.archive.path, "there is no memory to open it"))
    }
  }

  /// Reads one entry; false when it was the last that can be read.
  private mutating func advance(_ stream: inout ArchiveStream) -> Bool {
    do {
      usage.entries += 1
      guard usage.entries <= limits.entries else {
        throw ArchiveExcess.entries(limits.entries)
      }
      guard try stream.advance() else { return false }
      return try readEntry(&stream)
    } catch let damage as ArchiveStream.Damage {
      let place = last == nil ? "" : " behind this entry"
      listing.note(.damage(damage, place, at: last ?? listing.archive.path))
      return !damage.isFinal
    } catch let excess as ArchiveExcess {
      listing.note(.excess(excess, at: last ?? listing.archive.path))
      return excess.concernsOneEntry
    } catch {
      return false
    }
  }

  private mutating func readEntry(_ stream: inout ArchiveStream) throws(ArchiveExcess) -> Bool {
    if stream.isBare {
      try readBareFile(&stream)
      return false
    }
    guard depth <= limits.nesting else { throw .nesting }
    let octets = stream.name ?? []
    guard octets.count <= EntryName.maxLength else { throw .nameLength }
    guard let name = EntryName(octets), !name.isHidden, name.parts.count <= FileTree.maxDepth,
      stream.isPlainFile
    else { return true }
    let path = listing.path(of: name)
    last = path
    let file = InputFile(foundAt: name.path, shownAs: path)
    let content = try content(of: file, &stream)
    listing.add(contents(of: file, content), named: name)
    return content.damage?.isFinal != true
  }

  private mutating func readBareFile(_ stream: inout ArchiveStream) throws(ArchiveExcess) {
    let file = listing.archive.uncompressed
    var content = try content(of: file, &stream)
    if content.bytes.count == size, ArchiveMagic.isArchive(content.bytes.span) {
      // What libarchive knows no way to unpack it hands over as it is.
      content.bytes = []
      content.damage = .init(says: "it begins like an archive and is none", isFinal: true)
    }
    guard depth <= limits.nesting || !ArchiveMagic.isArchive(content.bytes.span) else {
      throw .nesting
    }
    listing.add(contents(of: file, content))
  }
}

extension ArchiveReader {
  /// Reads an entry; of one that is passed over only as much as tells whether it is an archive.
  private mutating func content(
    of file: InputFile, _ stream: inout ArchiveStream
  ) throws(ArchiveExcess) -> EntryContent {
    var content = EntryContent(of: file, sieve)
    let reader = self
    do throws(ArchiveStream.Damage) {
      try stream.forEachPiece { piece in
        content.add(piece)
        if file.isPassedOver, !ArchiveMagic.isArchive(content.bytes.span) {
          return content.size < ArchiveMagic.length
        }
        content.excess = reader.excess(of: content)
        return content.excess == nil
      }
    } catch {
      content.damage = error
    }
    try charge(max(file.isPassedOver ? stream.statedSize ?? 0 : 0, content.size))
    if let excess = content.excess { throw excess }
    return content
  }

  private func excess(of content: EntryContent) -> ArchiveExcess? {
    if content.size > room { return .ratio(limits.ratio) }
    if content.size > limits.unpackedSize - usage.unpackedSize {
      return .unpackedSize(limits.unpackedSize)
    }
    if content.keptSize > limits.keptSize - usage.keptSize { return .keptSize(limits.keptSize) }
    return content.keptSize > limits.entrySize ? .entrySize(limits.entrySize) : nil
  }

  /// Counts what was unpacked, and what is about to be skipped.
  private mutating func charge(_ size: Int) throws(ArchiveExcess) {
    guard size <= room else { throw .ratio(limits.ratio) }
    guard size <= limits.unpackedSize - usage.unpackedSize else {
      throw .unpackedSize(limits.unpackedSize)
    }
    room -= size
    usage.unpackedSize += size
  }

  /// The file that an entry is, or the files of the archive that it is.
  private mutating func contents(
    of file: InputFile, _ content: EntryContent
  ) -> ArchiveContents {
    var contents = ArchiveContents()
    if ArchiveMagic.isArchive(content.bytes.span) {
      var reader = ArchiveReader(of: file, by: library, limits, usage, sieve, depth: depth + 1)
      reader.read(content.bytes.span)
      usage = reader.usage
      contents = reader.listing.contents
    } else {
      let source = content.source
      usage.keptSize += source.size
      let isLost = source.size == 0 && content.damage != nil
      contents.sources = isLost ? [] : [source]
    }
    if let damage = content.damage {
      contents.problems.append(.damage(damage, " in this entry", at: file.path))
    }
    return contents
  }
}

extension LoadProblem {
  fileprivate static func damage(
    _ damage: ArchiveStream.Damage, _ place: String, at path: String
  ) -> LoadProblem {
    LoadProblem(
      .damagedArchive, at: Place(file: path, mark: Mark(line: 1, column: 1)),
      says: "the archive is damaged\(place): \(damage.says.escapingControls)")
  }

  fileprivate static func excess(_ excess: ArchiveExcess, at path: String) -> LoadProblem {
    LoadProblem(
      .tooLarge, at: Place(file: path, mark: Mark(line: 1, column: 1)), says: excess.description)
  }
}
