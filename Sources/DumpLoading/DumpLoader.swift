import Basics
import Findings
package import KubernetesModel
import YAML

/// Finds and reads the files of a dump; what cannot be read is noted, and the rest is used.
package struct DumpLoader: Sendable {
  /// Inputs with fewer bytes are read before another processor has woken up.
  static let small = 256 << 10

  private let now: Timestamp?
  private let archives: ArchiveOpener
  private let sieve: LogSieve
  private let keepsDocuments: Bool

  /// A loader for which the ages in texts count back from `now`, or else from the dump's own time; of long logs the
  /// lines that `sieve` knows are kept, and archives are read up to `limits`, by the first of `libraries` that is a
  /// libarchive.
  ///
  /// It lets documents of long lists go that hardly anybody will ask for, unless it `keepsDocuments`.
  package init(
    now: Timestamp? = nil, sieve: LogSieve = .nothing, keepsDocuments: Bool = false,
    archives limits: ArchiveLimits = .standard, libraries: [String] = ArchiveLibrary.usualNames
  ) {
    self.now = now
    self.sieve = sieve
    self.keepsDocuments = keepsDocuments
    archives = ArchiveOpener(limits: limits, libraryNames: libraries, sieve: sieve)
  }

  /// Reads everything at `paths`: files, folders and archives with all that is in them, `-` for standard input.
  package func load(_ paths: [String]) -> LoadedDump {
    let found = sources(at: paths)
    let (digest, readings) = read(found.sources)
    return dump(of: found.sources, readings, digest: digest, paths, found.problems)
  }

  /// Reads everything at `paths`, and keeps the dumps of several clusters apart; there is at least one.
  package func loadClusters(_ paths: [String]) -> [LoadedDump] {
    let found = sources(at: paths)
    let (digest, readings) = read(found.sources)
    let identities = readings.count > 1 ? readings.map(\.identities) : []
    let partition = ClusterPartition(of: found.trails, identities: identities)
    guard !partition.clusters.isEmpty else {
      return [dump(of: found.sources, readings, digest: digest, paths, found.problems)]
    }
    let dumps = partition.clusters.map { cluster in
      var dump = dump(
        of: cluster.members.map { found.sources[$0] }, cluster.members.map { readings[$0] },
        digest: digest, paths, [])
      dump.cluster = cluster.name
      return dump
    }
    return Self.joiningWhatHasNoObjects(dumps, found.problems)
  }

  /// Gives what is wrong with inputs of no cluster to the first that there is.
  private static func joiningWhatHasNoObjects(
    _ dumps: [LoadedDump], _ problems: [LoadProblem]
  ) -> [LoadedDump] {
    var clusters = dumps.filter { $0.snapshot.objectCount > 0 }
    let others = dumps.filter { $0.snapshot.objectCount == 0 }
    guard !clusters.isEmpty else { return dumps }
    clusters[0].problems = (clusters[0].problems + problems + others.flatMap(\.problems)).sorted()
    clusters[0].passedOver += others.flatMap(\.passedOver)
    return clusters
  }

  /// The files at `paths`, and what of them cannot be looked at.
  ///
  /// What is `held` in memory stands in place of the files of these paths.
  func sources(
    at paths: [String], following links: FileTree.Links = .inside, held: [String: [UInt8]] = [:]
  ) -> SourceGathering {
    SourceGathering(of: paths, following: links, archives: archives, held: held)
  }

  /// Reads files that are in memory already: manifests, and logs named as in a dump.
  package func load(objects: [MemoryFile], logs: [MemoryFile]) -> LoadedDump {
    let sources =
      objects.map { DumpSource(InputFile(objectsAt: $0.path), bytes: $0.bytes) }
      + logs.map { DumpSource(InputFile(foundAt: $0.path), bytes: $0.bytes) }
    let (digest, readings) = read(sources)
    return dump(of: sources, readings, digest: digest, objects.map(\.path), [])
  }

  /// What is read does not depend on the order in which that happens.
  private func read(_ sources: [DumpSource]) -> (digest: String, readings: [FileReading]) {
    guard sources.reduce(0, { $0 &+ $1.size }) > Self.small else {
      return (digest(of: sources), sources.map(reading))
    }
    return concurrently({ self.digest(of: sources) }, { readings(of: sources, reading) })
  }

  private func reading(of source: DumpSource) -> FileReading {
    FileReading(source, sieve, keepsDocuments: keepsDocuments, takesParts: true)
  }

  /// What was read of each input: large lists in turn, each on all processors, and the others side by side.
  func readings<Reading: Sendable>(
    of sources: [DumpSource], _ reading: @Sendable (DumpSource) -> Reading
  ) -> [Reading] {
    let isAnyLarge = sources.contains(where: FileReading.takesAllProcessors)
    guard isAnyLarge else {
      return sources.concurrentMap(chunkSize: Self.chunk(of: sources.count), reading)
    }
    let large = sources.indices.filter { FileReading.takesAllProcessors(sources[$0]) }
    let others = sources.indices.filter { !FileReading.takesAllProcessors(sources[$0]) }
    let read =
      large.map { reading(sources[$0]) } + others.concurrentMap { reading(sources[$0]) }
    return zip(large + others, read).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// How many of so many inputs are worth handing to another processor: of few, each may be what the others wait for.
  private static func chunk(of count: Int) -> Int { min(1 + count / 256, 8) }

  private func dump(
    of sources: [DumpSource], _ readings: [FileReading], digest: String, _ paths: [String],
    _ problems: [LoadProblem]
  ) -> LoadedDump {
    var builder = ClusterSnapshot.Builder()
    builder.reserve(readings.reduce(0) { $0 + $1.objects.reduce(0) { $0 + $1.objects.count } })
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
    var logs = readings.flatMap(\.logs) + texts.logs + found.logs
    if LoggedContainers.note(&logs, of: snapshot, in: &builder) { snapshot = builder.build() }
    let journals = JournalFiles(
      readings.compactMap(\.journal) + texts.journals, among: &found.strangers, present: present)
    let journaled = journals.events + texts.journaled
    if !journaled.isEmpty {
      for event in journaled { builder.add(event) }
      snapshot = builder.build()
    }
    let evented = EventedPods(in: snapshot).pods + EventedClaims(in: snapshot).claims
    if !evented.isEmpty {
      for object in evented { builder.add(object) }
      snapshot = builder.build()
    }
    let problems =
      problems + readings.flatMap(\.problems) + texts.problems + found.problems + snapshot.problems
    let others = texts.notUnderstood.union(found.strangers.map(\.path))
    let passedOver = zip(sources, readings).filter {
      $1.isPassedOver || others.contains($0.file.path)
    }
    return LoadedDump(
      snapshot: snapshot, logs: logs,
      problems: problems.sorted().bounded, sources: paths, digest: digest,
      passedOver: passedOver.map { $0.0.file.path }, present: present,
      failures: readings.flatMap(\.failures).sorted(),
      documents: readings.flatMap(\.sources))
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
