package import RuleEngine

/// The rules that are compiled into the product; the packed texts are made from `Rules/` at build
/// time.
package enum BundledRules {
  /// A book of all bundled rules; nothing of it is parsed before a rule is first asked.
  package static var book: RuleBook { RuleBook(packedRules) }

  /// The signatures of each file in `Rules/signatures`.
  package static var signatures: [SignaturePack] { packedRules.signatures }

  /// The words of all files in `Rules/glossary`, none of which is read before it is looked up.
  package static var glossary: Glossary { Glossary(packedRules.glossary) }
}
