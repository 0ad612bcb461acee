/// Tells archives and compressed files by their first octets, whatever they are called.
enum ArchiveMagic {
  /// How many octets of a file tell what it is.
  static let length = 512

  private static let starts: [[UInt8]] = [
    [0x1F, 0x8B],  // gzip
    [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],  // xz
    [0x28, 0xB5, 0x2F, 0xFD],  // zstd
    [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06],  // zip, and an empty one
  ]

  static func isArchive(_ head: Span<UInt8>) -> Bool {
    starts.contains { head.begins(with: $0) } || isBzip2(head) || isTar(head)
  }

  /// Any block size, then the first six digits of pi.
  private static func isBzip2(_ head: Span<UInt8>) -> Bool {
    guard head.count >= 10, head.begins(with: Array("BZh".utf8)) else { return false }
    return head.extracting(4...).begins(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
  }

  /// A tar header holds the sum of its own octets, its field for the sum counting as blanks.
  private static func isTar(_ head: Span<UInt8>) -> Bool {
    guard head.count >= 512, head[0] != 0 else { return false }
    if head.extracting(257...).begins(with: Array("ustar".utf8)) { return true }
    var sum = 0
    for index in 0..<512 { sum += 148..<156 ~= index ? 0x20 : Int(head[index]) }
    return octal(head.extracting(148..<156)) == sum
  }

  private static func octal(_ field: Span<UInt8>) -> Int? {
    var value: Int?
    for index in field.indices {
      switch field[index] {
      case 0x30...0x37: value = (value ?? 0) * 8 + Int(field[index] - 0x30)
      case 0x20 where value == nil: continue
      case 0x20, 0x00: return value
      default: return nil
      }
    }
    return value
  }
}

extension Span<UInt8> {
  fileprivate func begins(with bytes: [UInt8]) -> Bool {
    guard count >= bytes.count else { return false }
    for index in bytes.indices where self[index] != bytes[index] { return false }
    return true
  }
}
