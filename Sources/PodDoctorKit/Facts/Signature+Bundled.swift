import BundledRules
import RuleEngine

extension Signature {
  /// The bundled signatures of the file called `name`, as in `Rules/signatures/logs.yaml`.
  static func bundled(in name: String) -> [Signature] { RuleFile.signatures(name).map(read) ?? [] }

  /// The build holds the files against their laws, so that reading cannot fail here.
  fileprivate static func read(_ file: RuleFile) -> [Signature] {
    (try? SignatureFile(reading: file).signatures) ?? []
  }
}

extension TextClassifier {
  /// The classifier of the bundled signatures, each group of which is read when it is first asked.
  static var bundled: TextClassifier {
    let groups = RuleFile.signatures("texts").map { SignatureGroups(of: $0).files } ?? [:]
    return TextClassifier(groups.mapValues { file in LazySignatureSet { Signature.read(file) } })
  }
}

extension RuleFile {
  fileprivate static func signatures(_ name: String) -> RuleFile? {
    BundledRules.signatures.first { $0.path.hasSuffix("\(name).yaml") }
  }
}
