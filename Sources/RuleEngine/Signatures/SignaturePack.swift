/// The signatures of one file, by their groups.
package struct SignaturePack: Sendable {
  /// The file's name without its ending, such as `logs`.
  package let name: String
  /// In the order of the file.
  package let groups: [SignatureGroup]

  package init(name: String, groups: [SignatureGroup]) {
    self.name = name
    self.groups = groups
  }

  /// Packs a file whose signatures do what their samples say; throws all that is wrong otherwise.
  init(packing file: RuleFile, causes: Set<String>) throws(RuleErrors) {
    let read = try SignatureFile(reading: file)
    let breaches = read.breaches(causes: causes)
    guard breaches.isEmpty else { throw RuleErrors(breaches) }
    var groups: [SignatureGroup] = []
    for name in read.groups {
      let signatures = read.signatures.filter { $0.group == name }
      guard let group = SignatureGroup(name: name, packing: signatures) else {
        throw RuleErrors([RuleError("a signature of \(name) holds a tab", at: file.start)])
      }
      groups.append(group)
    }
    self.init(name: file.stem, groups: groups)
  }
}
