import Basics
import Foundation
import Testing

@Suite struct MappedFileTests {
  @Test("maps what a file holds", arguments: [0, 1, 5_000, 16_384, 16_385, 70_000])
  func content(count: Int) throws {
    let path = try Self.file(holding: [UInt8](repeating: 7, count: count))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try MappedFile(path)
    #expect(file.count == count)
    let span = file.span
    #expect(span.count == count)
    #expect(count == 0 || span[count - 1] == 7)
  }

  @Test("says why a file cannot be read") func failures() throws {
    let path = try Self.file(holding: [1, 2, 3])
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: FileError(path, .tooLarge(limit: 2))) { _ = try MappedFile(path, limit: 2) }
    #expect(throws: FileError("/", .isDirectory)) { _ = try MappedFile("/") }
    #expect(throws: FileError("/nowhere/x", .missing)) { _ = try MappedFile("/nowhere/x") }
    #expect(throws: FileError("/dev/zero", .tooLarge(limit: 99))) {
      _ = try MappedFile("/dev/zero", limit: 99)
    }
  }

  private static func file(holding bytes: [UInt8]) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }
}
