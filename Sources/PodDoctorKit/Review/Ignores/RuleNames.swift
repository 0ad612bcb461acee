import RuleEngine

/// Reads lists of rule names as annotations and comments hold them.
enum RuleNames {
  /// Names and globs between commas.
  static func globs(in text: String) -> [Glob] {
    text.split { $0 == "," || $0 == " " }.map { Glob(String($0)) }
  }
}
