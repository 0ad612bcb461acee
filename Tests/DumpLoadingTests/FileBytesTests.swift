import Dispatch
import DumpLoading
import Foundation
import Testing

@Suite("Bytes of files and pipes")
struct FileBytesTests {
  static let sizes = [0, 1, 65_535, 65_536, 65_537, 200_000, 1_000_000]

  private static func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
  }

  @Test("are all of them, in their order", arguments: sizes)
  func file(size: Int) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Self.bytes(size)).write(to: file)
    #expect(try FileBytes.read(file.path(percentEncoded: false)) == Self.bytes(size))
  }

  @Test("of a pipe are all that come out of it", arguments: sizes)
  func pipe(size: Int) throws {
    let pipe = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: pipe) }
    try #require(unsafe mkfifo(pipe.path(percentEncoded: false), 0o600) == 0)
    let bytes = Self.bytes(size)
    DispatchQueue.global().async {
      try? FileHandle(forWritingTo: pipe).write(contentsOf: Data(bytes))
    }
    #expect(try FileBytes.read(pipe.path(percentEncoded: false)) == bytes)
  }
}
