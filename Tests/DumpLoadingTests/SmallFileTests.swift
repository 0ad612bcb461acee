import DumpLoading
import Findings
import Foundation
import KubernetesModel
import Provenance
import TestSupport
import Testing

@Suite("Small files")
struct SmallFileTests {
  /// Manifests of one file, with a comment of so many bytes before them.
  private static func manifest(_ name: String, commented count: Int) -> String {
    """
    #\(String(repeating: "x", count: count))
    apiVersion: v1
    kind: Pod
    metadata: {name: \(name), namespace: shop}
    # poddoctor:ignore image-tag-latest because
    spec: {containers: [{name: app, image: a, tty: 3}]}
    """
  }

  private static let files: [(name: String, text: String)] = [
    ("a.yaml", manifest("a", commented: 10)), ("b.txt", "no manifest\n"), ("c.yaml", ""),
    ("d.yaml", manifest("d", commented: 16 << 10)), ("e.bin", "passed over"),
    ("f.yaml", manifest("f", commented: 40 << 10)), ("z.yaml", "a: [\n"), ("é.yaml", "kind: Pod\n"),
  ]

  @Test("of a folder are read as those in memory are, in the order of the bytes of their names")
  func folder() throws {
    try inTemporaryFolder { folder in
      for (name, text) in Self.files {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      let path = folder.path(percentEncoded: false)
      let root = path.hasSuffix("/") ? path : path + "/"
      let read = DumpLoader().manifests(at: [path])
      let held = Dictionary(
        uniqueKeysWithValues: Self.files.map { (root + $0.name, Array($0.text.utf8)) })
      let inMemory = DumpLoader().manifests(at: [path], held: held)
      #expect(read.digest == inMemory.digest)
      #expect(read.problems == inMemory.problems)
      #expect(read.remarks == inMemory.remarks)
      #expect(read.files == inMemory.files)
      #expect(read.objects.map(\.reference.name) == ["a", "d", "f"])
      #expect(read.remarks.map(\.place.file) == ["a", "d", "f"].map { "\(root)\($0).yaml" })
    }
  }

  @Test("that are unreadable are told, and the others read")
  func unreadable() throws {
    try inTemporaryFolder { folder in
      let text = Self.manifest("a", commented: 0)
      try Data(text.utf8).write(to: folder.appending(path: "a.yaml"))
      let target = folder.appending(path: "b.yaml").path(percentEncoded: false)
      try FileManager.default.createSymbolicLink(
        atPath: target, withDestinationPath: "nowhere.yaml")
      let read = DumpLoader().manifests(at: [folder.path(percentEncoded: false)])
      #expect(read.objects.map(\.reference.name) == ["a"])
      #expect(read.problems.map(\.kind).contains(.unreadableFile))
    }
  }
}
