import Foundation
import Testing

@Suite("Architecture")
struct ArchitectureTests {
  static let files = SourceFile.all.filter { !buildModules.contains($0.module) }

  @Test("every module has its layer")
  func modules() {
    #expect(!Self.files.isEmpty)
    #expect(Set(Self.files.map(\.module)).subtracting(layers.keys).sorted() == [])
  }

  @Test("a file imports only modules below its own", arguments: files)
  func imports(_ file: SourceFile) {
    let layer = layers[file.module] ?? 0
    let wrong = file.imports.filter { (layers[$0] ?? -1) >= layer }
    #expect(wrong == [], "\(file.module) is in layer \(layer)")
  }

  @Test("no file imports the whole of Foundation", arguments: files)
  func foundation(_ file: SourceFile) {
    #expect(!file.imports.contains("Foundation"))
  }

  @Test("no file is longer than 400 lines", arguments: files)
  func length(_ file: SourceFile) {
    #expect(file.lines.count <= 401)
  }

  @Test("every type that other modules use says what it is for", arguments: files)
  func summaries(_ file: SourceFile) {
    #expect(file.undocumentedTypes == [])
  }
}

extension SourceFile {
  /// The `package` and `public` types without a doc comment.
  fileprivate var undocumentedTypes: [String] {
    let declaration =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:package|public)\s+(?:final\s+|indirect\s+)*(?:struct|enum|class|actor|protocol)\s+(\w+)/
    return lines.indices.compactMap { index in
      guard let match = lines[index].firstMatch(of: declaration) else { return nil }
      let before = lines[..<index].last { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("@") }
      let isDocumented = before?.trimmingPrefix(while: \.isWhitespace).hasPrefix("///") ?? false
      return isDocumented ? nil : String(match.1)
    }
  }
}
