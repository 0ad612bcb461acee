/// Makes small tar archives, also such as no tar program would.
struct TarBuilder {
  private(set) var bytes: [UInt8] = []

  /// The types of entries that are told apart.
  enum Kind: UInt8 {
    case file = 0x30
    case hardLink, symbolicLink, characterDevice, blockDevice, folder, pipe
  }

  mutating func add(_ name: String, _ content: String = "", kind: Kind = .file) {
    add(name, Array(content.utf8), kind: kind)
  }

  mutating func add(_ name: String, _ content: [UInt8], kind: Kind = .file) {
    var header = [UInt8](repeating: 0, count: 512)
    func set(_ offset: Int, _ field: some Collection<UInt8>) {
      for (index, byte) in field.enumerated() { header[offset + index] = byte }
    }
    set(0, name.utf8.prefix(100))
    set(100, "0000644".utf8)
    set(124, octal(content.count, digits: 11))
    set(136, octal(0, digits: 11))
    set(148, "        ".utf8)
    set(156, [kind.rawValue])
    set(157, (kind == .hardLink || kind == .symbolicLink ? "/etc/hostname" : "").utf8)
    set(257, "ustar\u{0}00".utf8)
    set(148, octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + [0, 0x20])
    bytes += header + content
    bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  /// The archive with its end.
  var finished: [UInt8] { bytes + [UInt8](repeating: 0, count: 1_024) }

  private func octal(_ value: Int, digits: Int) -> [UInt8] {
    let text = String(value, radix: 8)
    return Array((String(repeating: "0", count: digits - text.count) + text).utf8)
  }
}
