import DumpLoading

/// Files in the portable archive format of POSIX; the same files make the same bytes.
struct TarArchive {
  private static let block = 512

  private(set) var bytes: [UInt8] = []

  init(of files: [MemoryFile], in folder: String) {
    for file in files { add(file.bytes, named: "\(folder)/\(file.path)") }
    bytes += [UInt8](repeating: 0, count: Self.block * 2)
  }

  private mutating func add(_ content: [UInt8], named name: String) {
    if name.utf8.count > 100 {
      // A name that does not fit stands in an extended header before.
      let record = Self.record("path", name)
      append(record, named: "long-name", type: "x")
      append(content, named: String(decoding: name.utf8.prefix(100), as: UTF8.self), type: "0")
    } else {
      append(content, named: name, type: "0")
    }
  }

  private mutating func append(_ content: [UInt8], named name: String, type: Character) {
    bytes += header(named: name, size: content.count, type: type)
    bytes += content
    bytes += [UInt8](repeating: 0, count: (Self.block - content.count % Self.block) % Self.block)
  }

  /// `LENGTH path=NAME`, whose length counts itself.
  private static func record(_ key: String, _ value: String) -> [UInt8] {
    let rest = " \(key)=\(value)\n"
    var length = rest.utf8.count + 1
    while "\(length)".utf8.count + rest.utf8.count != length {
      length = "\(length)".utf8.count + rest.utf8.count
    }
    return Array("\(length)\(rest)".utf8)
  }

  private func header(named name: String, size: Int, type: Character) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: Self.block)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.prefix(100).enumerated() { header[offset + index] = byte }
    }
    put(name, at: 0)
    put("0000600", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(Self.octal(size, digits: 11), at: 124)
    put("00000000000", at: 136)
    put("        ", at: 148)
    put(String(type), at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    let sum = header.reduce(0) { $0 + Int($1) }
    put(Self.octal(sum, digits: 6), at: 148)
    header[154] = 0
    return header
  }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
