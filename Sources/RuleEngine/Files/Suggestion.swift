import Basics

/// Says in a message which name somebody probably meant.
enum Suggestion {
  /// `, did you mean NAME?`, or nothing when no candidate is near.
  static func phrase(for name: String, among candidates: some Sequence<String>) -> String {
    Spelling.nearest(to: name, among: Array(candidates)).map { ", did you mean \($0)?" } ?? ""
  }
}
