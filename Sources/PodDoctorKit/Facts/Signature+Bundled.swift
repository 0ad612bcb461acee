import BundledRules
import RuleEngine

extension Signature {
  /// The bundled signatures of the file called `name`, as in `Rules/signatures/logs.yaml`.
  static func bundled(in name: String) -> [Signature] {
    let file = BundledRules.signatures.first { $0.path.hasSuffix("\(name).yaml") }
    // The build holds the files against their laws, so that reading cannot fail here.
    return file.flatMap { try? SignatureFile(reading: $0).signatures } ?? []
  }
}

extension TextClassifier {
  /// The classifier of the bundled signatures.
  static var bundled: TextClassifier { TextClassifier(Signature.bundled(in: "texts")) }
}
