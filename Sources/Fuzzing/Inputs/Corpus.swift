import Basics
import DumpLoading
import FoundationEssentials
import YAML

/// Where the seeds of a target come from.
enum SeedSource: Sendable {
  /// The files below a folder whose paths hold one of the given parts.
  case files(below: String, holding: [String])
  /// The text at a key of every element of a list in JSON.
  case texts(file: String, key: String)
  /// The node at a key of every line of JSON, as JSON.
  case nodes(file: String, key: String)
}

/// The well-formed inputs that a target's inputs are made of.
struct Corpus {
  private enum Seed {
    case file(String)
    case bytes([UInt8])
  }

  /// What of a file becomes part of an input.
  private static let largestExcerpt = 12 << 10

  private let seeds: [Seed]

  /// Finds the seeds below the folder of the package.
  init(_ sources: [SeedSource], in root: String) {
    seeds = sources.flatMap { Self.seeds(of: $0, in: root) }
  }

  var isEmpty: Bool { seeds.isEmpty }

  /// One of the seeds, or a stretch of one that is long.
  func excerpt(using generator: inout SeededGenerator) -> [UInt8] {
    guard !seeds.isEmpty else { return [] }
    let bytes = bytes(of: seeds[generator.number(below: seeds.count)])
    guard bytes.count > Self.largestExcerpt else { return bytes }
    return items(of: bytes, using: &generator) ?? stretch(of: bytes, using: &generator)
  }

  private func bytes(of seed: Seed) -> [UInt8] {
    switch seed {
    case .file(let path): (try? FileBytes.read(path)) ?? []
    case .bytes(let bytes): bytes
    }
  }

  /// A few of the items of a list, as a shorter list; nil when the text is none.
  private func items(
    of bytes: [UInt8], using generator: inout SeededGenerator
  ) -> [UInt8]? {
    let lines = Lines.of(bytes)
    guard lines.count > 3, Array(lines[1]) == Array("items:\n".utf8) else { return nil }
    let starts = lines.indices.filter { lines[$0].starts(with: [0x2D, 0x20]) }
    guard !starts.isEmpty else { return nil }
    let end = lines.lastIndex { $0.starts(with: Array("kind:".utf8)) } ?? lines.endIndex
    var list = Array(lines[..<2].joined())
    for _ in 0...generator.number(below: 4) {
      let position = generator.number(below: starts.count)
      let next = position + 1 < starts.count ? starts[position + 1] : end
      let item = lines[starts[position]..<max(starts[position], next)].joined()
      if list.count + item.count <= 2 * Self.largestExcerpt { list += item }
    }
    return list + Array("kind: List\n".utf8)
  }

  /// Some lines from anywhere, mostly from the start.
  private func stretch(of bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    let start =
      generator.number(below: 3) == 0 ? generator.number(below: bytes.count) : 0
    let line = start == 0 ? 0 : bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? start
    return Array(bytes[line..<min(bytes.count, line + Self.largestExcerpt)])
  }
}

extension Corpus {
  private static func seeds(of source: SeedSource, in root: String) -> [Seed] {
    switch source {
    case .files(let folder, let parts):
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
      let chosen = paths.sorted().filter { path in
        !isFolder("\(root)/\(folder)/\(path)") && parts.contains { "/\(path)".contains($0) }
      }
      return chosen.map { .file("\(root)/\(folder)/\($0)") }
    case .texts(let file, let key):
      return documents(in: "\(root)/\(file)").flatMap(\.root.elements).compactMap { node in
        node[key]?.string.map { .bytes(Array($0.utf8)) }
      }
    case .nodes(let file, let key):
      return documents(in: "\(root)/\(file)").compactMap { document in
        document.root[key].map { .bytes($0.json(.pretty)) }
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func documents(in path: String) -> [Document] {
    guard let bytes = try? FileBytes.read(path) else { return [] }
    return DocumentReader().read(bytes, file: path).documents
  }
}
