import KubernetesModel
import Provenance
import Testing
import YAML

@testable import DumpLoading

@Suite("Hostile tables")
struct HostileTableTests {
  static let tables =
    EventTableTests.cases.map(\.text) + ObjectTableTests.cases.map(\.text)
    + TableReaderTests.cases.map(\.text)

  /// A generator whose numbers are the same in every run.
  private struct Numbers {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
  }

  @Test("are read as far as they are whole, wherever they are cut")
  func cuts() {
    for text in Self.tables {
      for length in stride(from: 0, to: text.utf8.count, by: 3) {
        let table = TableText(String(decoding: text.utf8.prefix(length), as: UTF8.self))
        #expect(table.loaded.allSatisfy { !$0.reference.name.isEmpty })
      }
    }
  }

  @Test("never take more lines than there are, whatever stands in them", arguments: 0..<8)
  func noise(_ seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    let marks = Array("  \t\n\u{0}/:()-.,<>=#A0\u{FF}\u{E9}…".utf8) + [0xFF, 0xC0, 0x80]
    for _ in 0..<200 {
      var bytes = Array(Self.tables[numbers.next(below: Self.tables.count)].utf8)
      for _ in 0...numbers.next(below: 12) {
        bytes[numbers.next(below: bytes.count)] = marks[numbers.next(below: marks.count)]
      }
      let lines = TextLine.lines(of: bytes)
      let present = TextPresent(time: TableText("").present, isNominal: false)
      let reading = TableReader.read(lines[...], file: "f", present: present, namespace: "n")
      #expect(reading?.lineCount ?? 0 <= lines.count)
      for document in reading?.objects ?? [] { _ = ObjectReader(document.root) }
    }
  }

  @Test(
    "count no further than pods have containers",
    arguments: [
      "0/2147483647", "0/99999999999", "-1/1", "1/-1", "2/1", "1/", "/", "1/1/1", "",
    ])
  func counts(_ ready: String) {
    let table = TableText(
      "NAME    READY   STATUS    RESTARTS   AGE\nweb-1   \(ready)   Running   0   5m")
    #expect(table.pods.isEmpty)
  }

  @Test("keep a very long message short")
  func longMessage() {
    let text = """
      LAST SEEN   TYPE     REASON   OBJECT      MESSAGE
      5s          Normal   Pulled   pod/web-1   \(String(repeating: "x", count: 1 << 20))
      """
    #expect(TableText(text).events.map { $0.message.utf8.count < 1 << 16 } == [true])
  }
}
