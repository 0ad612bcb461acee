import DumpLoading
import Findings
import Foundation
import KubernetesModel
import Provenance
import TestSupport
import Testing

@Suite("Archives")
struct ArchiveTests {
  private static func pod(_ name: String) -> String {
    "apiVersion: v1\nkind: Pod\nmetadata: {name: \(name), namespace: shop}\n"
  }

  private func load(
    _ bytes: [UInt8], named name: String = "dump.tar", by loader: DumpLoader = DumpLoader()
  ) throws -> LoadedDump {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: name)
      try Data(bytes).write(to: file)
      var dump = loader.load([file.path(percentEncoded: false)])
      let prefix = folder.path(percentEncoded: false)
      for index in dump.problems.indices {
        dump.problems[index].place.file.replace(prefix, with: "")
      }
      return dump
    }
  }

  private func load(
    limits change: (inout ArchiveLimits) -> Void = { _ in },
    _ build: (inout TarBuilder) -> Void
  ) throws -> LoadedDump {
    var (tar, limits) = (TarBuilder(), ArchiveLimits.standard)
    build(&tar)
    change(&limits)
    return try load(tar.finished, by: DumpLoader(archives: limits))
  }

  @Test(
    "of every kind are told by their octets and hold what the folder held",
    arguments: ["tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst", "zip"])
  func kinds(ending: String) throws {
    let bytes = try Fixtures.bytes("Archives/dump.\(ending)")
    let dump = try load(bytes, named: "no-telling-name")
    #expect(dump.snapshot.pods.map(\.spec.nodeName) == ["n1"])
    #expect(dump.snapshot.nodes.map(\.metadata.name) == ["n1"])
    #expect(dump.logs.map(\.pod) == ["web"])
    #expect(dump.problems == [])
  }

  @Test("a compressed file holds what its name says without the ending")
  func bareFiles() throws {
    let bytes = try Fixtures.bytes("Archives/pod.yaml.gz")
    let dump = try load(bytes, named: "pod.yaml.gz")
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["web"])
    #expect(dump.problems == [])
  }

  @Test("are read where they lie in a folder")
  func inFolders() throws {
    let bytes = try Fixtures.bytes("Archives/dump.tar.gz")
    let dump = try inTemporaryFolder { folder in
      try Data(bytes).write(to: folder.appending(path: "dump.tar.gz"))
      try Data(Self.pod("api").utf8).write(to: folder.appending(path: "pod.yaml"))
      return DumpLoader().load([folder.path(percentEncoded: false)])
    }
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["api", "web"])
  }

  @Test("hold archives, once")
  func nesting() throws {
    let inner = try Fixtures.bytes("Archives/dump.tar.gz")
    var (middle, outer) = (TarBuilder(), TarBuilder())
    middle.add("inner.tar.gz", inner)
    middle.add("pod.yaml", Self.pod("api"))
    #expect(try load(middle.finished).snapshot.pods.map(\.metadata.name) == ["api", "web"])
    outer.add("middle.tar", middle.finished)
    let dump = try load(outer.finished)
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["api"])
    #expect(dump.problems.map(\.place.file) == ["dump.tar!middle.tar!inner.tar.gz"])
  }

  static let names = [
    ("pods.yaml", "dump.tar!pods.yaml"), ("./a//./pods.yaml", "dump.tar!a/pods.yaml"),
    ("../../etc/pods.yaml", "dump.tar!../../etc/pods.yaml"),
    ("/etc/pods.yaml", "dump.tar!/etc/pods.yaml"),
    ("two\nlines\u{1B}[31m.yaml", "dump.tar!two\\nlines\\u{1B}[31m.yaml"),
    ("caf\u{E9}.yaml", "dump.tar!caf\u{E9}.yaml"),
  ]

  @Test("name their entries without harm", arguments: names)
  func entryNames(name: String, shown: String) throws {
    let dump = try load { $0.add(name, "[broken") }
    #expect(dump.problems.map(\.place.file) == [shown])
  }

  @Test(
    "are not followed where an entry leads elsewhere",
    arguments: [
      TarBuilder.Kind.hardLink, .symbolicLink, .characterDevice, .blockDevice, .pipe, .folder,
    ])
  func links(kind: TarBuilder.Kind) throws {
    let dump = try load { tar in
      tar.add("other.yaml", kind: kind)
      tar.add("pod.yaml", Self.pod("web"))
    }
    #expect(dump.snapshot.pods.count == 1)
    #expect(dump.problems == [])
  }

  @Test("of two entries of one name the later counts, and hidden ones do not")
  func repeatedNames() throws {
    let dump = try load { tar in
      tar.add("pod.yaml", Self.pod("old"))
      tar.add("./pod.yaml", Self.pod("new"))
      tar.add(".git/pod.yaml", Self.pod("hidden"))
    }
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["new"])
  }

  @Test("that are damaged are read up to there")
  func damage() throws {
    var tar = TarBuilder()
    tar.add("a.yaml", Self.pod("whole"))
    tar.add("b.yaml", Self.pod("cut") + String(repeating: "# more\n", count: 1_000))
    let dump = try load(Array(tar.bytes.prefix(2_000)))
    #expect(dump.snapshot.pods.map(\.metadata.name) == ["cut", "whole"])
    #expect(dump.problems.map(\.kind) == [.damagedArchive])
    #expect(dump.problems.map(\.place.file) == ["dump.tar!b.yaml"])
  }

  @Test("that are no more than their first octets are told", arguments: [3, 12, 40])
  func stumps(length: Int) throws {
    let bytes = try Fixtures.bytes("Archives/dump.tar.gz").prefix(length)
    let dump = try load(Array(bytes))
    #expect(dump.snapshot.objectCount == 0)
    #expect(!dump.problems.isEmpty)
  }

  struct Limit: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var change: @Sendable (inout ArchiveLimits) -> Void
    var pods: [String]
    var says: String
  }

  static let limits = [
    Limit(
      testDescription: "entries", change: { $0.entries = 1 }, pods: ["a"],
      says: "archives are read up to 1 entries; the rest is left out"),
    Limit(
      testDescription: "the size of an entry", change: { $0.entrySize = 1 << 20 },
      pods: ["a", "c"],
      says: "the entry is larger than the 1 MiB that are read of one"),
    Limit(
      testDescription: "what is kept", change: { $0.keptSize = 1 << 20 }, pods: ["a"],
      says: "archives are read up to 1 MiB of manifests and logs; the rest is left out"),
    Limit(
      testDescription: "growth", change: { ($0.ratio, $0.freeSize) = (0, 1 << 20) }, pods: ["a"],
      says: "the archive grows to more than 0 times its size; it is read no further"),
  ]

  @Test("are bounded", arguments: limits)
  func bounds(_ limit: Limit) throws {
    let dump = try load(limits: limit.change) { tar in
      tar.add("a.yaml", Self.pod("a"))
      tar.add("b.yaml", Self.pod("b") + String(repeating: "# more\n", count: 400_000))
      tar.add("c.yaml", Self.pod("c"))
    }
    #expect(dump.snapshot.pods.map(\.metadata.name) == limit.pods)
    #expect(dump.problems.map(\.kind) == [.tooLarge])
    #expect(dump.problems.map(\.says) == [limit.says])
  }

  @Test("where libarchive is missing, the report says what to install")
  func missingLibrary() throws {
    let loader = DumpLoader(libraries: ["libarchive-that-is-nowhere.so"])
    let dump = try load(Fixtures.bytes("Archives/dump.tar.gz"), by: loader)
    #expect(dump.problems.map(\.kind) == [.unreadableFile])
    #expect(dump.problems.first?.says.contains("apt install libarchive13") == true)
  }
}
