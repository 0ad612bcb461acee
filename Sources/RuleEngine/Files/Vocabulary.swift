package import OrderedCollections

/// The names that rules may use: kinds of subjects with their variables, families of triggers, and
/// symptoms.
///
/// Read from `Rules/vocabulary.yaml`, so that rules are checked at build time without the code that
/// computes facts.
package struct Vocabulary: Hashable, Sendable {
  /// A kind of subject: what it is, and what its variables hold.
  package struct SubjectKind: Hashable, Sendable {
    package var says: String
    package var variables: OrderedDictionary<String, String>

    package init(says: String, variables: OrderedDictionary<String, String>) {
      self.says = says
      self.variables = variables
    }
  }

  package var subjects: OrderedDictionary<String, SubjectKind>
  /// The variables that every kind of subject has.
  package var everywhere: OrderedDictionary<String, String>
  /// The part of a trigger before the colon, and what stands behind it.
  package var triggers: OrderedDictionary<String, String>
  /// Names that `explains` may use without a rule of that name.
  package var symptoms: OrderedDictionary<String, String>

  package init(
    subjects: OrderedDictionary<String, SubjectKind> = [:],
    everywhere: OrderedDictionary<String, String> = [:],
    triggers: OrderedDictionary<String, String> = [:],
    symptoms: OrderedDictionary<String, String> = [:]
  ) {
    self.subjects = subjects
    self.everywhere = everywhere
    self.triggers = triggers
    self.symptoms = symptoms
  }

  /// Adds other words; those of the same name are replaced.
  package mutating func add(_ others: Vocabulary) {
    subjects.merge(others.subjects) { _, new in new }
    everywhere.merge(others.everywhere) { _, new in new }
    triggers.merge(others.triggers) { _, new in new }
    symptoms.merge(others.symptoms) { _, new in new }
  }

  /// The names of the variables that a rule about this kind of subject may read.
  package func variables(of kind: String) -> [String] {
    Array(everywhere.keys) + Array(subjects[kind]?.variables.keys ?? [])
  }
}
