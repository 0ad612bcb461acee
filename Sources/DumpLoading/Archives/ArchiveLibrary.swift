import CArchive

/// The libarchive of this system, loaded when the first archive is opened so that nobody else pays for it.
@safe package final class ArchiveLibrary: Sendable {
  /// Says that libarchive is nowhere to be found, and how to get it.
  struct Missing: Error, CustomStringConvertible {
    var description: String {
      "archives are read by libarchive, which is not installed; install it with "
        + "'apt install libarchive13', 'dnf install libarchive' or 'brew install libarchive', "
        + "or unpack the archive and name the folder"
    }
  }

  nonisolated(unsafe) let handle: OpaquePointer

  /// Where libarchive is, on Linux and on macOS, the likeliest place first.
  package static let usualNames = [
    "libarchive.so.13", "libarchive.so", "/usr/lib/libarchive.2.dylib",
    "/opt/homebrew/opt/libarchive/lib/libarchive.13.dylib",
    "/usr/local/opt/libarchive/lib/libarchive.13.dylib",
  ]

  /// Loads the first of `names` that can be.
  init(_ names: [String]) throws(Missing) {
    for name in names {
      if let library = unsafe carchive_load(name) {
        unsafe handle = library
        return
      }
    }
    throw Missing()
  }

  deinit {
    unsafe carchive_unload(handle)
  }
}
