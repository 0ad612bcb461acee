import DumpLoading
import PodDoctorKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a collection is written: an archive, or a folder.
struct CollectionOutput {
  /// What the path's ending asks for.
  private enum Form {
    case folder, tar, compressed
  }

  let path: String

  private var form: Form {
    if path.hasSuffix("/") { return .folder }
    return path.hasSuffix(".tar") ? .tar : .compressed
  }

  /// The folder's or archive's name without folders and endings, under which its files stand.
  private var title: String {
    let name = path.split(separator: "/").last.map(String.init) ?? "poddoctor-collection"
    let endings = [".tar.gz", ".tgz", ".tar"]
    let title =
      endings.first(where: name.hasSuffix).map { String(name.dropLast($0.utf8.count)) } ?? name
    return title.isEmpty ? "poddoctor-collection" : title
  }

  /// Refuses a place that would mix the collection with other files, or a name that says no form.
  func validate() throws {
    switch form {
    case .folder:
      if Terminal.exists(path) { throw UsageError("\(path) is there already; name a new folder") }
    case .tar: break
    case .compressed:
      guard path.hasSuffix(".tar.gz") || path.hasSuffix(".tgz") else {
        throw UsageError(
          "-o \(path): name a .tar.gz, .tgz or .tar file, or a folder with / at its end")
      }
    }
  }

  func write(_ files: [MemoryFile]) throws {
    switch form {
    case .folder:
      for file in files { try write(file) }
    case .tar:
      try OutputFile(path: path).replace(with: TarArchive(of: files, in: title).bytes)
    case .compressed: try compress(TarArchive(of: files, in: title).bytes)
    }
  }

  private func write(_ file: MemoryFile) throws {
    var folder = path
    for part in file.path.split(separator: "/").dropLast() {
      _ = unsafe mkdir(folder, 0o700)
      folder += "\(part)/"
    }
    _ = unsafe mkdir(folder, 0o700)
    try OutputFile(path: path + file.path).replace(with: file.bytes)
  }

  /// Has gzip, which every system with kubectl has, compress the archive.
  private func compress(_ archive: [UInt8]) throws {
    let draft = OutputFile(path: "\(path).\(getpid()).tar")
    try draft.replace(with: archive)
    defer { _ = unsafe unlink(draft.path) }
    let outcome: CommandOutcome
    do {
      outcome = try ChildProcess(program: "gzip").run(["-n", "-c", draft.path])
    } catch {
      throw UsageError("\(error); name a .tar file with -o")
    }
    guard outcome.exitCode == 0 else { throw UsageError("gzip: \(outcome.errors)") }
    try OutputFile(path: path).replace(with: outcome.output)
  }
}
