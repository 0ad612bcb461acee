import Basics
import BundledRules
import RuleEngine

extension Signature {
  /// The bundled signatures of the file called `name`, as in `Rules/signatures/logs.yaml`.
  static func bundled(in name: String) -> [Signature] {
    SignatureGroup.bundled(in: name).flatMap(\.signatures)
  }
}

extension TextClassifier {
  /// The classifier of the bundled signatures, each group of which is read when it is first asked.
  static var bundled: TextClassifier {
    var sets: [String: Once<SignatureSet>] = [:]
    for group in SignatureGroup.bundled(in: "texts") {
      sets[group.name] = Once { SignatureSet(group.signatures) }
    }
    return TextClassifier(sets)
  }
}

extension SignatureGroup {
  fileprivate static func bundled(in name: String) -> [SignatureGroup] {
    BundledRules.signatures.first { $0.name == name }?.groups ?? []
  }
}
