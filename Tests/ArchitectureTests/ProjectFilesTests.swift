import Foundation
import Testing

@Suite("Project files")
struct ProjectFilesTests {
  @Test("CI runs the very test command of the README")
  func testCommand() throws {
    let commands = try text(of: "README.md").split(separator: "\n")
      .filter { $0.hasPrefix("./bootstrap.sh && ") }
    #expect(commands.count == 2)
    let tests = try #require(commands.last)
    #expect(tests.contains("swift test"))
    #expect(try text(of: ".ci/run").contains("'\(tests)'"))
  }

  @Test("the table of layers in the documentation is the one that is tested")
  func layerTable() throws {
    let table = try text(of: "Documentation/Architecture.md")
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, let layer = Int(cells[0]) else { continue }
      for name in cells[1].components(separatedBy: ", ").map({ $0.trimmingCharacters(in: ["`"]) }) {
        #expect(layers[name] == layer, "\(name)")
      }
    }
    for module in layers.keys { #expect(table.contains("`\(module)`"), "\(module)") }
  }

  @Test("links of the documentation lead somewhere")
  func links() throws {
    for document in ["README.md", "CONTRIBUTING.md"] {
      for match in try text(of: document).matches(of: /\]\(([^):]+)\)/) {
        let target = SourceFile.root.appending(path: String(match.1)).path
        #expect(FileManager.default.fileExists(atPath: target), "\(document): \(match.1)")
      }
    }
  }

  private func text(of file: String) throws -> String {
    try String(contentsOf: SourceFile.root.appending(path: file), encoding: .utf8)
  }
}
