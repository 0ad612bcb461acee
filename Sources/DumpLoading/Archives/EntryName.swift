import Basics

/// The name of an archive's entry: a label for reports, never a path of this machine.
struct EntryName {
  /// No name that anybody means is longer, in octets.
  static let maxLength = 4_096

  /// The folders and the file, without `.` and empty ones; control characters are spelled out.
  let parts: [String]

  /// Nil for a name that leads nowhere or is too long to show.
  init?(_ octets: [UInt8]) {
    guard octets.count <= Self.maxLength else { return nil }
    let parts = octets.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let named = parts.filter { !$0.isEmpty && !$0.elementsEqual([UInt8(ascii: ".")]) }
    guard !named.isEmpty else { return nil }
    let isAbsolute = octets.first == UInt8(ascii: "/")
    self.parts = (isAbsolute ? [""] : []) + named.map(Self.text)
  }

  /// The name of a part of another archive.
  var path: String { parts.joined(separator: "/") }

  /// Whether the entry, or a folder that it is in, is hidden as `.git` is.
  var isHidden: Bool { parts.contains { $0.hasPrefix(".") && $0 != ".." } }

  /// Text that no terminal obeys: what is no printable UTF-8 is written as `\u{1B}`.
  private static func text(_ octets: ArraySlice<UInt8>) -> String {
    String(decoding: octets, as: UTF8.self).escapingControls
  }
}

extension EntryName {
  /// The order in which a walk through the unpacked folders would meet the files.
  static func precedes(_ one: EntryName, _ other: EntryName) -> Bool {
    one.parts.lexicographicallyPrecedes(other.parts) {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}
