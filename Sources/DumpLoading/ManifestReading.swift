import Findings
import KubernetesModel

/// What one file of manifests holds, put together by whoever read it, so that little is left to do for all files.
struct ManifestReading: Sendable {
  let objects: [LoadedObject]
  /// What is wrong with the file.
  let problems: [LoadProblem]
  /// What in its documents is no object.
  let strays: [LoadProblem]
  /// What is wrong with its objects.
  let mistakes: [LoadProblem]
  /// What is wrong with the file if it is no text: it begins as manifests do.
  let otherwise: [LoadProblem]
  /// The comments that speak to us; a file that cannot be read has none.
  let remarks: [SourceRemark]
  let isPassedOver: Bool

  init(_ source: DumpSource) {
    // What a manifest lacks that breaks off stands where it is whole.
    let reading = FileReading(source, .nothing, keepsDocuments: true, takesParts: false)
    objects = reading.objects.flatMap(\.objects)
    problems = reading.problems
    strays = reading.objects.flatMap(\.problems)
    mistakes = objects.flatMap(\.problems)
    otherwise = reading.text.flatMap { $0.isLikeDocuments ? $0.otherwise : nil } ?? []
    remarks = source.file.isPassedOver ? [] : Self.remarks(in: source)
    isPassedOver = reading.isPassedOver
  }

  private static func remarks(in source: DumpSource) -> [SourceRemark] {
    guard (try? source.withBytes(SourceRemark.mayStand)) ?? false,
      let bytes = try? source.bytes()
    else { return [] }
    return SourceRemark.remarks(in: bytes, file: source.file.path)
  }
}
