import Basics
import DumpLoading
import Provenance
import RuleEngine

extension IgnoreBook {
  /// The ignores of a configuration, and, unless the review is strict, those that manifests state themselves.
  init(
    _ options: ReviewOptions, _ set: ManifestSet, comments: [SourceRemark], rules: RuleBook
  ) throws(ConsultationError) {
    self.init(
      general: options.ignores,
      annotations: options.isStrict ? [:] : try Self.annotations(in: set, options, rules),
      comments: options.isStrict ? [] : CommentIgnores.ignores(in: comments), today: options.today)
  }

  private static func annotations(
    in set: ManifestSet, _ options: ReviewOptions, _ rules: RuleBook
  ) throws(ConsultationError) -> [ObjectReference: [Ignore]] {
    var otherTools: OtherToolsIgnores?
    if options.honoursOtherTools {
      do { otherTools = OtherToolsIgnores(try rules.sources()) } catch {
        throw .invalidOption("\(error)")
      }
    }
    var ignores: [ObjectReference: [Ignore]] = [:]
    let stated = set.manifests.concurrentMap(chunkSize: chunk) { [otherTools] manifest in
      let template = set.pods(of: manifest.reference).first.map { set.pods[$0].path }
      return AnnotationIgnores(of: manifest, otherTools: otherTools).ignores(template: template)
    }
    for (manifest, stated) in zip(set.manifests, stated) where !stated.isEmpty {
      ignores[manifest.reference, default: []] += stated
    }
    return ignores
  }

  /// How many manifests are worth handing to another processor.
  private static let chunk = 256
}
