import DumpLoading
import Foundation
import KubernetesModel
import TestSupport
import Testing

/// Logs of which only what can matter is kept.
@Suite("Long logs")
struct LongLogTests {
  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop}
    spec: {containers: [{name: app, image: a}]}

    """
  /// Knows lines with `panic` as number 0, and with `slow` as number 1.
  private static let sieve = LogSieve { line in
    let text = String(decoding: (0..<line.count).map { line[$0] }, as: UTF8.self)
    return (text.contains("panic") ? [0] : []) + (text.contains("slow") ? [1] : [])
  }

  /// 120,000 lines of 60 octets, in which some matter.
  private static func text(_ prefix: String = "") -> [UInt8] {
    var text = ""
    for number in 1...120_000 {
      let word = [40_000: "panic", 50_000: "panic slow", 60_000: "slow"][number] ?? "usual"
      text += "\(prefix)line \(number) \(word) \(String(repeating: ".", count: 40))\n"
    }
    return Array(text.utf8)
  }

  private func excerpt(of log: [UInt8]) throws -> LogExcerpt {
    let dump = try inTemporaryFolder { folder in
      try Data(Self.pod.utf8).write(to: folder.appending(path: "pod.yaml"))
      try Data(log).write(to: folder.appending(path: "shop_web_app.log"))
      let dump = DumpLoader(sieve: Self.sieve).load([folder.path(percentEncoded: false)])
      return (dump.logs.count, dump.logs.first?.excerpt)
    }
    #expect(dump.0 == 1)
    return try #require(dump.1)
  }

  private func check(_ excerpt: LogExcerpt) {
    let lines = String(decoding: excerpt.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == excerpt.lineNumbers.count)
    #expect(lines.count + excerpt.omittedLines == 120_000)
    let areNumbered = zip(lines, excerpt.lineNumbers).allSatisfy { $0.hasPrefix("line \($1) ") }
    #expect(areNumbered)
    #expect(lines.last?.hasPrefix("line 120000 ") == true)
    let kept = excerpt.lineNumbers.filter { $0 > 30_000 && $0 < 70_000 }
    #expect(kept == [50_000, 60_000])
    #expect(excerpt.omittedMarks == [0: 1])
    #expect(excerpt.bytes.count < 3 << 20)
  }

  @Test("keep their beginning, their end and the last line for each pattern, with their places")
  func plain() throws {
    check(try excerpt(of: Self.text()))
  }

  @Test("are known through what a runtime writes around their lines")
  func runtime() throws {
    check(try excerpt(of: Self.text("2026-11-22T10:00:00.123456789Z stderr F ")))
  }

  @Test("of which a line has no end are kept in part")
  func endless() throws {
    let log = Array("first\n".utf8) + [UInt8](repeating: 120, count: 6 << 20)
    let excerpt = try excerpt(of: log)
    #expect(excerpt.lineNumbers == [1, 2])
    #expect(excerpt.bytes.count < 64 << 10)
  }

  @Test("that are short stay as they are")
  func short() throws {
    let excerpt = try excerpt(of: Array("one\ntwo".utf8))
    #expect(excerpt.bytes == Array("one\ntwo".utf8))
    #expect(excerpt.lineNumbers == [])
    #expect(excerpt.omittedLines == 0)
  }

  @Test("in archives are condensed while they are unpacked")
  func archived() throws {
    var tar = TarBuilder()
    tar.add("pod.yaml", Self.pod)
    tar.add("shop_web_app.log", Self.text())
    let excerpt = try inTemporaryFolder { folder in
      let file = folder.appending(path: "dump.tar")
      try Data(tar.finished).write(to: file)
      return DumpLoader(sieve: Self.sieve).load([file.path(percentEncoded: false)]).logs.first?
        .excerpt
    }
    check(try #require(excerpt))
  }
}
