import DumpLoading
import Findings
import Provenance
import RuleEngine

/// Reads comments such as `# poddoctor:ignore NAME reason`.
enum CommentIgnores {
  static func ignores(in remarks: [SourceRemark]) -> [Ignore] {
    remarks.compactMap { remark in
      let words = remark.text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      guard let names = words.first else { return nil }
      let reason = words.count > 1 ? String(words[1]) : ""
      var ignore = Ignore(
        rules: RuleNames.globs(in: String(names)),
        suppression: Suppression(.comment, reason: reason),
        place: remark.place)
      ignore.lines = remark.lines
      return ignore
    }
  }
}
