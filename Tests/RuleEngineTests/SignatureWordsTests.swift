import RuleEngine
import TestSupport
import Testing
import YAML

@Suite("Words that signatures need")
struct SignatureWordsTests {
  static let patterns: [(String, [String])] = [
    ("manifest unknown", ["manifest unknown"]),
    ("(?i)Manifest Unknown", ["manifest unknown"]),
    (#"no such host: (?P<host>\S+)"#, ["no such host: "]),
    (#"a\.b\[c\]"#, ["a.b[c]"]),
    ("colou?r changed", ["r changed"]),
    ("ab*longer", ["longer"]),
    ("wo+rdy", ["rdy"]),
    ("(?:first|second) words", [" words"]),
    ("(?:first|second)[a-z]", ["first", "second"]),
    ("first|second", ["first", "second"]),
    ("first|[0-9]+", []),
    ("(?:first)? [0-9]", []),
    ("(?:first){0,2}x", []),
    ("(?:first){2}x", ["first"]),
    ("[]abc]+ and[^]x]", [" and"]),
    ("[[:alpha:]]xyz", ["xyz"]),
    (#"\bword\b"#, ["word"]),
    (#"\pL{Greek}"#, []),
    (#"\Qa.b\E"#, []),
    (#"\x{41}bcd"#, []),
    ("é then", [" then"]),
    ("a{b} literal", ["a{b} literal"]),
    (".*", []), ("", []), ("ab", []),
  ]

  @Test("are words of which every match holds one", arguments: patterns)
  func words(_ pattern: String, _ words: [String]) {
    let signature = Signature(
      name: "a", group: "g", cause: "c", weight: 1, pattern: pattern)
    #expect(signature.words == words)
  }

  /// The samples of all bundled signatures, by the file that they are in.
  private static let bundled: [(file: RuleFile, samples: [String])] = {
    let files = (try? RuleFolder.files(at: "\(PackageFolder.path)/Rules/signatures")) ?? []
    return files.map { file in
      let root = DocumentReader().read(file.text, file: file.path).documents.first?.root
      let samples = root?.entries.flatMap { group in
        group.value.elements.flatMap { signature in
          ["finds", "ignores"].flatMap { signature[$0]?.elements.map(\.text) ?? [] }
        }
      }
      return (file, samples ?? [])
    }
  }()

  @Test("give what all patterns at once give")
  func same() throws {
    #expect(Self.bundled.count >= 2)
    for (file, samples) in Self.bundled {
      let signatures = try SignatureFile(reading: file).signatures
      let whole = SignatureSet(signatures)
      _ = whole.matches(in: String(repeating: "x", count: 1 << 16))
      #expect(samples.count > 100)
      for sample in samples {
        #expect(SignatureSet(signatures).matches(in: sample) == whole.matches(in: sample))
      }
    }
  }

  @Test("do not hide what stands beside letters of other scripts")
  func otherScripts() {
    let signature = Signature(name: "a", group: "g", cause: "c", weight: 1, pattern: "(?i)risk")
    #expect(SignatureSet([signature]).matches(in: "ri\u{17F}\u{212A}") == [0])
  }
}
