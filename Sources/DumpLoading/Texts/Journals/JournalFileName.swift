import Basics

/// Tells by a file's path whether it holds what a node's programs logged.
enum JournalFileName {
  private static let folders: Set<String> = ["journald", "journal", "journals", "journalctl"]
  private static let programs = ["kubelet", "containerd", "crio", "cri-o", "journal", "journalctl"]
  private static let wholeNames: Set<String> = ["dmesg", "syslog", "messages", "kern", "kernel"]
  private static let sorts: Set<String> = ["service", "log", "logs", "journal"]
  private static let endings = [".log", ".txt", ".out", ".logs", ".log.txt"]
  /// What poddoctor reads in another way, whatever folder it lies in.
  private static let otherEndings = [".yaml", ".yml", ".json", ".journal", ".gz", ".zip"]

  static func isJournal(_ path: String) -> Bool {
    let file = path.fileName.lowercased()
    guard !otherEndings.contains(where: file.hasSuffix) else { return false }
    let folders = path.pathParts.dropLast()
    if folders.contains(where: { Self.folders.contains($0.lowercased()) }) { return true }
    guard let stem = stem(of: file) else { return false }
    return wholeNames.contains(stem) || programs.contains { isNamed(stem, after: $0) }
  }

  /// The name without its ending; nil for an ending that journals do not have.
  private static func stem(of file: String) -> String? {
    if let ending = endings.last(where: file.hasSuffix) {
      return String(file.dropLast(ending.count))
    }
    return file.contains(".") ? nil : file
  }

  /// Whether a name is a program's, alone or with a word that says what the file is.
  ///
  /// Pods have such names too, with other words behind.
  private static func isNamed(_ stem: String, after program: String) -> Bool {
    guard stem.hasPrefix(program) else { return false }
    let rest = stem.dropFirst(program.count)
    return rest.isEmpty
      || "_-.".contains(rest[rest.startIndex]) && sorts.contains(String(rest.dropFirst()))
  }
}
