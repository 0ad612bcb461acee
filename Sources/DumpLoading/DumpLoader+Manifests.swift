import Basics
import Findings
import KubernetesModel

extension DumpLoader {
  /// Reads manifests at `paths` one by one, as they were written: no two are taken for the same object.
  ///
  /// What is `held` in memory stands in place of the files of these paths.
  package func manifests(
    at paths: [String], held: [String: [UInt8]] = [:]
  ) -> LoadedManifests {
    let found = sources(at: paths, following: .anywhere, held: held)
    return manifests(in: found.sources, of: paths, problems: found.problems)
  }

  /// Reads manifests that are in memory already.
  package func manifests(in files: [MemoryFile]) -> LoadedManifests {
    let sources = files.map { DumpSource(InputFile(objectsAt: $0.path), bytes: $0.bytes) }
    return manifests(in: sources, of: files.map(\.path), problems: [])
  }

  private func manifests(
    in found: [DumpSource], of paths: [String], problems: [LoadProblem]
  ) -> LoadedManifests {
    let sources = found.filter { ForeignFiles.mayHoldManifests($0.file) }
    let (digest, readings) = concurrently(
      { self.digest(of: sources) },
      {
        self.readings(of: sources) { FileReading($0, .nothing, keepsDocuments: true) }
      })
    let readers = readings.flatMap(\.objects)
    let all = readers.flatMap(\.objects)
    let kustomize = KustomizeFiles(among: all, in: sources)
    let found =
      problems + readings.flatMap(\.problems) + readers.flatMap(\.problems)
      + all.flatMap(\.problems)
      + readings.compactMap(\.text).filter(\.isLikeDocuments).flatMap(\.otherwise)
    let foreign = ForeignFiles(among: all, found, in: sources)
    let charts = ChartTemplates(in: sources)
    let objects = all.filter { kustomize.leaves($0) && foreign.leaves($0) && charts.leaves($0) }
    let problems =
      charts.problems
      + found.filter { kustomize.leaves($0) && foreign.leaves($0) && charts.leaves($0) }
    let files = zip(sources, readings).filter { !$1.isPassedOver }.map { $0.0.file.path }
    let remarks = sources.filter { !$0.file.isPassedOver }.concurrentMap(chunkSize: 64) {
      Self.remarks(in: $0)
    }
    return LoadedManifests(
      objects: objects, problems: UnrenderedTemplates.named(problems.sorted(), in: sources),
      sources: paths, files: files.count,
      digest: digest, remarks: remarks.flatMap(\.self), completions: kustomize.completions)
  }

  /// The comments that speak to us; a file that cannot be read has none.
  private static func remarks(in source: DumpSource) -> [SourceRemark] {
    guard (try? source.withBytes(SourceRemark.mayStand)) ?? false,
      let bytes = try? source.bytes()
    else { return [] }
    return SourceRemark.remarks(in: bytes, file: source.file.path)
  }
}
