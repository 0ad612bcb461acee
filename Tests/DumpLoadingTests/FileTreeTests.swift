import DumpLoading
import Findings
import Foundation
import KubernetesModel
import TestSupport
import Testing

@Suite("Links in folders")
struct FileTreeTests {
  private static func pod(_ name: String) -> String {
    "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name), namespace: shop}\n"
  }

  /// What is read of the folder `dump`, beside which another folder lies, once `link` made links in it.
  private func load(
    _ paths: [String] = ["dump"], _ link: (URL) throws -> Void
  ) throws -> LoadedDump {
    try inTemporaryFolder { folder in
      for name in ["dump/a", "dump/.hidden", "elsewhere"] {
        let inner = folder.appending(path: name)
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      }
      let files = [
        "dump/a/web.yaml": "web", "dump/.hidden/own.yaml": "own", "elsewhere/x.yaml": "x",
      ]
      for (path, name) in files {
        try Data(Self.pod(name).utf8).write(to: folder.appending(path: path))
      }
      try Data("panic: a\n".utf8).write(to: folder.appending(path: "dump/a/shop_web_app.log"))
      try link(folder)
      return DumpLoader().load(paths.map { folder.appending(path: $0).path(percentEncoded: false) })
    }
  }

  private func link(_ path: String, to target: String, in folder: URL) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: path).path(percentEncoded: false), withDestinationPath: target)
  }

  @Test("a file that two paths lead to counts once")
  func twice() throws {
    let dump = try load {
      try link("dump/b", to: "a", in: $0)
      try link("dump/shop_web_app.log", to: "a/shop_web_app.log", in: $0)
    }
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["web"])
    #expect(dump.logs.count == 1)
    #expect(dump.problems == [])
  }

  @Test("pipes, and links to them, are passed over")
  func pipe() throws {
    let dump = try load { folder in
      let pipe = folder.appending(path: "dump/a/pipe.yaml").path(percentEncoded: false)
      try #require(unsafe mkfifo(pipe, 0o600) == 0)
      try link("dump/b.yaml", to: "a/pipe.yaml", in: folder)
    }
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["web"])
    #expect(dump.problems == [])
  }

  @Test("circles of links end")
  func circle() throws {
    let dump = try load {
      try link("dump/a/up", to: "..", in: $0)
      try link("dump/a/self", to: "self", in: $0)
    }
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["web"])
  }

  @Test("what lies in the folder on no other way is read")
  func hidden() throws {
    let dump = try load { try link("dump/own.yaml", to: ".hidden/own.yaml", in: $0) }
    #expect(dump.snapshot.pods.map(\.metadata.name).sorted() == ["own", "web"])
    #expect(dump.problems == [])
  }

  @Test("links out of the folder and to nowhere are told, and not followed")
  func outside() throws {
    let dump = try load {
      try link("dump/out", to: "../elsewhere", in: $0)
      try link("dump/passwd.yaml", to: "/etc/passwd", in: $0)
      try link("dump/nowhere.yaml", to: "nowhere", in: $0)
    }
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["web"])
    #expect(dump.problems.map(\.kind) == [.unreadableFile])
    #expect(dump.problems[0].says.hasPrefix("the link and 2 others lead out of the folder"))
  }

  @Test("what a link leads to in another folder is read once, whichever way the folder is named")
  func once() throws {
    for name in ["dump", "dump/", "dump//"] {
      let dump = try load([name]) {
        try link("dump/again.yaml", to: "a/web.yaml", in: $0)
        try link("dump/b", to: "a", in: $0)
      }
      #expect(dump.logs.count == 1)
      #expect(dump.problems == [])
    }
  }

  @Test("a file that is named beside its folder counts once")
  func named() throws {
    let dump = try load(["dump", "dump/a/web.yaml", "dump/a/shop_web_app.log"]) { _ in }
    #expect(dump.logs.count == 1)
    #expect(dump.problems == [])
  }
}
