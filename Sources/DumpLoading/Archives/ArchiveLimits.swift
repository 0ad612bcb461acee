/// How much of the archives of a dump is read, so that a small file cannot fill the memory.
package struct ArchiveLimits: Sendable {
  /// Entries in all archives together.
  package var entries = 200_000
  /// The octets of one entry.
  package var entrySize = 512 << 20
  /// The octets that are kept to be diagnosed, of all archives together.
  package var keptSize = 1 << 30
  /// The octets that are unpacked, kept or not, of all archives together.
  package var unpackedSize = 4 << 30
  /// How many times its own size an archive may grow, and up to which size nobody asks.
  package var ratio = 400
  package var freeSize = 64 << 20
  /// How many archives may lie in each other.
  package var nesting = 2

  package init() {}

  package static let standard = ArchiveLimits()

  /// What an archive of `size` octets may grow to.
  func growth(of size: Int) -> Int {
    let (grown, overflows) = size.multipliedReportingOverflow(by: ratio)
    return overflows ? unpackedSize : max(freeSize, grown)
  }
}

/// What the archives of a dump have used up of their limits.
struct ArchiveUsage: Sendable {
  var entries = 0
  var keptSize = 0
  var unpackedSize = 0
}

/// The limit that an archive goes beyond.
enum ArchiveExcess: Error, CustomStringConvertible {
  case entries(Int)
  case entrySize(Int)
  case keptSize(Int)
  case unpackedSize(Int)
  case ratio(Int)
  case nesting
  case nameLength

  /// Whether only the one entry is too large, so that the rest of the archive can be read.
  var concernsOneEntry: Bool {
    switch self {
    case .entrySize, .nameLength: true
    case .entries, .keptSize, .unpackedSize, .ratio, .nesting: false
    }
  }

  var description: String {
    switch self {
    case .entries(let count): "archives are read up to \(count) entries; the rest is left out"
    case .entrySize(let size): "the entry is larger than the \(size >> 20) MiB that are read of one"
    case .keptSize(let size):
      "archives are read up to \(size >> 20) MiB of manifests and logs; the rest is left out"
    case .unpackedSize(let size):
      "archives are unpacked up to \(size >> 30) GiB; the rest is left out"
    case .ratio(let ratio):
      "the archive grows to more than \(ratio) times its size; it is read no further"
    case .nesting: "an archive in an archive in an archive is not read; unpack the outer one"
    case .nameLength: "the entry's name is longer than \(EntryName.maxLength) octets"
    }
  }
}
