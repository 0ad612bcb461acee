// MARK: - References
extension ObjectRules {
  /// A reference to an object by kind and name, both of which it needs.
  mutating func namedObject(_ reference: Field) {
    for name in ["kind", "name"] {
      let field = reference[named: name]
      if field.isBlank {
        required(field)
      } else {
        invalid(field, NameRule.pathSegment.objections(to: field.text))
      }
    }
  }
}
