import Findings

/// Opens the archives of one dump, which share their limits.
struct ArchiveOpener: Sendable {
  private let limits: ArchiveLimits
  private let libraryNames: [String]
  private let sieve: LogSieve
  private var library: ArchiveLibrary?
  private var usage = ArchiveUsage()

  init(limits: ArchiveLimits, libraryNames: [String], sieve: LogSieve) {
    self.limits = limits
    self.sieve = sieve
    self.libraryNames = libraryNames
  }

  /// The files in an archive; where libarchive is missing, why there are none.
  mutating func contents(of bytes: Span<UInt8>, _ file: InputFile) -> ArchiveContents {
    do throws(ArchiveLibrary.Missing) {
      var reader = ArchiveReader(of: file, by: try loadedLibrary(), limits, usage, sieve)
      reader.read(bytes)
      usage = reader.usage
      return reader.listing.contents
    } catch {
      return ArchiveContents(problems: [.unreadable(file.path, error.description)])
    }
  }

  private mutating func loadedLibrary() throws(ArchiveLibrary.Missing) -> ArchiveLibrary {
    if let library { return library }
    let loaded = try ArchiveLibrary(libraryNames)
    library = loaded
    return loaded
  }
}
