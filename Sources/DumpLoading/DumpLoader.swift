import Basics
import Findings
package import KubernetesModel
import YAML

/// Finds and reads the files of a dump; what cannot be read is noted, and the rest is used.
package struct DumpLoader: Sendable {
  /// Inputs with fewer bytes are read before another processor has woken up.
  static let small = 256 << 10

  private let now: Timestamp?

  /// A loader for which the ages in texts count back from `now`, or else from the dump's own time.
  package init(now: Timestamp? = nil) {
    self.now = now
  }

  /// Reads everything at `paths`: files, folders with all that is under them, `-` for standard input.
  package func load(_ paths: [String]) -> LoadedDump {
    let (sources, problems) = sources(at: paths)
    return load(sources, of: paths, problems: problems)
  }

  /// The files at `paths`, and what of them cannot be looked at.
  func sources(at paths: [String]) -> ([DumpSource], problems: [LoadProblem]) {
    var sources: [DumpSource] = []
    var problems: [LoadProblem] = []
    for path in paths {
      guard path != "-", FileTree.isFolder(path, followingLinks: true) else {
        sources.append(DumpSource(InputFile(named: path)))
        continue
      }
      let tree = FileTree(at: path)
      problems += tree.unreadable.map { .unreadable($0.path, $0.reason) }
      sources += tree.files.map { DumpSource(InputFile(foundAt: $0)) }
    }
    return (sources, problems)
  }

  /// Reads files that are in memory already: manifests, and logs named as in a dump.
  package func load(objects: [MemoryFile], logs: [MemoryFile]) -> LoadedDump {
    let sources =
      objects.map { DumpSource(InputFile(objectsAt: $0.path), bytes: $0.bytes) }
      + logs.map { DumpSource(InputFile(foundAt: $0.path), bytes: $0.bytes) }
    return load(sources, of: objects.map(\.path), problems: [])
  }

  /// What the dump is does not depend on the order in which the sources are read.
  private func load(
    _ sources: [DumpSource], of paths: [String], problems: [LoadProblem]
  ) -> LoadedDump {
    guard sources.reduce(0, { $0 &+ $1.size }) > Self.small else {
      return dump(
        of: sources, sources.map(FileReading.init), digest: digest(of: sources), paths, problems)
    }
    let (digest, readings) = concurrently(
      { self.digest(of: sources) }, { sources.concurrentMap { FileReading($0) } })
    return dump(of: sources, readings, digest: digest, paths, problems)
  }

  private func dump(
    of sources: [DumpSource], _ readings: [FileReading], digest: String, _ paths: [String],
    _ problems: [LoadProblem]
  ) -> LoadedDump {
    var builder = ClusterSnapshot.Builder()
    for reading in readings {
      for objects in reading.objects { builder.add(objects) }
      if let kind = reading.kind { builder.noteSeen(kind: kind) }
    }
    let texts = DumpTexts(readings, now: now)
    for objects in texts.objects { builder.add(objects) }
    for kind in texts.listedKinds { builder.noteSeen(kind: kind) }
    var snapshot = builder.build()
    let present = texts.present ?? present(of: snapshot)
    var found = LogAttribution(among: snapshot).outcome(for: readings.flatMap(\.logFiles))
    let journals = JournalFiles(
      readings.compactMap(\.journal) + texts.journals, among: &found.strangers, present: present)
    if !journals.events.isEmpty {
      for event in journals.events { builder.add(event) }
      snapshot = builder.build()
    }
    let problems =
      problems + readings.flatMap(\.problems) + texts.problems + found.problems + snapshot.problems
    let others = texts.notUnderstood.union(found.strangers.map(\.path))
    let passedOver = zip(sources, readings).filter {
      $1.isPassedOver || others.contains($0.file.path)
    }
    return LoadedDump(
      snapshot: snapshot, logs: readings.flatMap(\.logs) + texts.logs + found.logs,
      problems: problems.sorted(), sources: paths, digest: digest,
      passedOver: passedOver.map { $0.0.file.path }, present: present)
  }

  private func present(of snapshot: ClusterSnapshot) -> TextPresent? {
    (now ?? snapshot.newestTimestamp).map { TextPresent(time: $0, isNominal: false) }
  }

  func digest(of sources: [DumpSource]) -> String {
    var digest = ByteDigest()
    for source in sources where !source.file.isPassedOver {
      // An input that cannot be read is no part of the digest; its reading says why it cannot.
      try? source.add(to: &digest)
    }
    return digest.description
  }
}
