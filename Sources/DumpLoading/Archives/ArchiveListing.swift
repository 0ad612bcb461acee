import Findings

/// What an archive holds: its files in the order of a walk through its folders, and what is wrong with it.
struct ArchiveContents {
  var sources: [DumpSource] = []
  var problems: [LoadProblem] = []
}

/// The files that were found in an archive so far.
struct ArchiveListing {
  /// What the archive is called, and what it would hold if it were no archive.
  let archive: InputFile
  private var files: [String: (name: EntryName, contents: ArchiveContents)] = [:]
  private var nameless = ArchiveContents()

  init(of archive: InputFile) {
    self.archive = archive
  }

  /// The path that reports call an entry by.
  func path(of name: EntryName) -> String { "\(archive.path)!\(name.path)" }

  /// Adds what an entry holds; of two entries of one name the later counts, as it does in the unpacked folder.
  mutating func add(_ contents: ArchiveContents, named name: EntryName) {
    files[name.path] = (name, contents)
  }

  /// Adds what a compressed file holds that is no archive.
  mutating func add(_ contents: ArchiveContents) {
    nameless.sources += contents.sources
    nameless.problems += contents.problems
  }

  mutating func note(_ problem: LoadProblem) {
    nameless.problems.append(problem)
  }

  /// Everything, in the order of a walk through the folders.
  var contents: ArchiveContents {
    var contents = nameless
    for file in files.values.sorted(by: { EntryName.precedes($0.name, $1.name) }) {
      contents.sources += file.contents.sources
      contents.problems += file.contents.problems
    }
    return contents
  }
}
