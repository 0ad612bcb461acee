import RuleEngine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Checks rule files and packs them into one Swift source file: `rulepack OUTPUT RULE-FILE...`.
@main struct RulePacker {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2 else { fail("usage: rulepack OUTPUT RULE-FILE...") }
    do {
      let files = try arguments.dropFirst(2).map { path in try RuleFolder.file(at: path) }
      let source = PackedSource(of: try RulePack(packing: files))
      try RuleFolder.write(source.text, to: arguments[1])
    } catch {
      fail("\(error)")
    }
  }

  private static func fail(_ message: String) -> Never {
    // The build shows what a tool writes to its standard output.
    print(message)
    exit(1)
  }
}
