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
      { self.digest(of: sources) }, { self.readings(of: sources) { ManifestReading($0) } })
    let all = readings.flatMap(\.objects)
    let kustomize = KustomizeFiles(among: all, in: sources)
    let found =
      problems + readings.flatMap(\.problems) + readings.flatMap(\.strays)
      + readings.flatMap(\.mistakes) + readings.flatMap(\.otherwise)
    let foreign = ForeignFiles(among: all, found, in: sources)
    let charts = ChartTemplates(in: sources)
    let objects = all.filter { kustomize.leaves($0) && foreign.leaves($0) && charts.leaves($0) }
    let problems =
      charts.problems
      + found.filter { kustomize.leaves($0) && foreign.leaves($0) && charts.leaves($0) }
    return LoadedManifests(
      objects: objects, problems: UnrenderedTemplates.named(problems.sorted(), in: sources),
      sources: paths, files: readings.count { !$0.isPassedOver },
      digest: digest, remarks: readings.flatMap(\.remarks), completions: kustomize.completions,
      builds: kustomize.builds)
  }
}
