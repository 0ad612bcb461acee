import ArgumentParser

/// What to read: paths and `-f`, in any mixture.
struct InputOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .customLong("filename")], parsing: .singleValue,
    help: ArgumentHelp(
      "A file or folder to read; '-' is standard input. May be repeated.",
      valueName: "path"),
    completion: .file())
  var files: [String] = []

  @Argument(
    help: ArgumentHelp(
      "Files, folders or '-' to read, and objects to look at: TYPE/NAME or TYPE NAME.",
      valueName: "path-or-object"),
    completion: .file())
  var words: [String] = []

  @Flag(name: [.customShort("R"), .customLong("recursive")], help: .hidden)
  var isRecursive = false

  /// The paths to read and the objects to look at.
  func sorted() throws -> SortedWords {
    var sorted = try SortedWords(words)
    sorted.sources = files.flatMap(Self.paths) + sorted.sources
    guard !sorted.sources.isEmpty else { throw UsageError.nothingToRead }
    return sorted
  }

  /// The paths of a list with commas, unless a file has that very name.
  private static func paths(in list: String) -> [String] {
    Terminal.exists(list) ? [list] : list.split(separator: ",").map(String.init)
  }
}
