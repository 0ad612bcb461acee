/// Puts bytes into archives that are well-formed around them, so that damage in the bytes is reached.
enum ArchiveEnvelope {
  /// A compressed file, in blocks that are stored as they are (RFC 1951, 3.2.4, and RFC 1952).
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var start = 0
    repeat {
      let end = min(start + 0xFFFF, bytes.count)
      let length = UInt16(end - start)
      file.append(end == bytes.count ? 1 : 0)
      file += little(length) + little(~length) + bytes[start..<end]
      start = end
    } while start < bytes.count
    return file + little(checksum(of: bytes)) + little(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// An archive of one entry, as POSIX has it (ustar).
  static func tar(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func set(_ offset: Int, _ field: String) {
      for (index, byte) in field.utf8.enumerated() { header[offset + index] = byte }
    }
    set(0, name)
    set(100, "0000644")
    set(124, octal(bytes.count, digits: 11))
    set(156, "0")
    set(257, "ustar")
    set(263, "00")
    let padding = [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512 + 1024)
    return withTarChecksums(header) + bytes + padding
  }

  /// The bytes with the checksum of every tar header in them put right.
  static func withTarChecksums(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for start in stride(from: 0, to: max(0, bytes.count - 511), by: 512)
    where bytes[(start + 257)...].starts(with: "ustar".utf8) {
      for index in (start + 148)..<(start + 156) { bytes[index] = 0x20 }
      let sum = bytes[start..<(start + 512)].reduce(0) { $0 + Int($1) }
      for (index, byte) in octal(sum, digits: 6).utf8.enumerated() {
        bytes[start + 148 + index] = byte
      }
      bytes[start + 154] = 0
    }
    return bytes
  }

  /// An archive of one entry that is stored as it is (APPNOTE.TXT, 4.3).
  static func zip(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    let size = little(UInt32(truncatingIfNeeded: bytes.count))
    let common: [UInt8] =
      [0, 0, 0, 0, 0, 0, 0, 0] + little(checksum(of: bytes)) + size + size
      + little(UInt16(name.utf8.count)) + [0, 0]
    let entry = [0x50, 0x4B, 3, 4, 20, 0] + common + Array(name.utf8) + bytes
    let directory =
      [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + common + [UInt8](repeating: 0, count: 14)
      + Array(name.utf8)
    let end: [UInt8] =
      [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0] + little(UInt32(directory.count))
      + little(UInt32(truncatingIfNeeded: entry.count)) + [0, 0]
    return entry + directory + end
  }

  /// The CRC-32 of gzip and zip.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
