#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds and reads the YAML files of a rule folder.
package enum RuleFolder {
  /// The most bytes that a rule file may have.
  package static let largestFile = 1 << 20
  /// The most files that a rule folder may have.
  package static let mostFiles = 10_000

  /// A folder or file that cannot be read.
  package struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
    package var path: String
    package var says: String

    package var description: String { "\(path): \(says)" }
  }

  /// The rule files at `path`, a folder with folders below it or a single file, sorted by path.
  package static func files(at path: String) throws(Unreadable) -> [RuleFile] {
    var paths: [String] = []
    try collect(path, depth: 0, into: &paths)
    var files: [RuleFile] = []
    for path in paths.sorted() { files.append(try file(at: path)) }
    return files
  }

  /// One file, read whole.
  package static func file(at path: String) throws(Unreadable) -> RuleFile {
    guard let stream = unsafe fopen(path, "r") else { throw Unreadable(path, errno) }
    defer { unsafe fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: largestFile + 1)
    let count = unsafe fread(&bytes, 1, bytes.count, stream)
    guard unsafe ferror(stream) == 0 else { throw Unreadable(path, errno) }
    guard count <= largestFile else {
      throw Unreadable(path: path, says: "a rule file may have at most \(largestFile) bytes")
    }
    guard let text = String(validating: bytes.prefix(count), as: UTF8.self) else {
      throw Unreadable(path: path, says: "is not valid UTF-8")
    }
    return RuleFile(path: path, text: text)
  }

  private static func collect(
    _ path: String, depth: Int, into paths: inout [String]
  ) throws(Unreadable) {
    guard let folder = unsafe opendir(path) else {
      guard errno == ENOTDIR else { throw Unreadable(path, errno) }
      return paths.append(path)
    }
    defer { unsafe closedir(folder) }
    guard depth < 16 else {
      throw Unreadable(path: path, says: "too many folders inside one another")
    }
    while let entry = unsafe readdir(folder) {
      let name = unsafe entryName(entry)
      guard !name.hasPrefix(".") else { continue }
      let child = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      if isFolder(child) {
        try collect(child, depth: depth + 1, into: &paths)
      } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
        paths.append(child)
      }
      guard paths.count <= mostFiles else { throw Unreadable(path: path, says: "too many files") }
    }
  }

  private static func entryName(_ entry: UnsafeMutablePointer<dirent>) -> String {
    unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
      unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

extension RuleFolder.Unreadable {
  fileprivate init(_ path: String, _ number: Int32) {
    self.init(path: path, says: unsafe String(cString: strerror(number)).lowercased())
  }
}

extension RuleFolder {
  /// Writes a whole file, in place of what it held, and makes the folders that it is in.
  package static func write(_ text: String, to path: String) throws(Unreadable) {
    for end in path.utf8.indices where path.utf8[end] == UInt8(ascii: "/") {
      _ = unsafe mkdir(String(path[..<end]), 0o777)
    }
    guard let stream = unsafe fopen(path, "w") else { throw Unreadable(path, errno) }
    var text = text
    let isWritten = text.withUTF8 { bytes in
      unsafe fwrite(bytes.baseAddress, 1, bytes.count, stream) == bytes.count
    }
    guard unsafe fclose(stream) == 0, isWritten else { throw Unreadable(path, errno) }
  }
}
