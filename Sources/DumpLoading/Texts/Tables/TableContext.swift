/// What a table does not say itself: where it stands, when it was printed, and what was asked for.
struct TableContext: Sendable {
  var file: String
  var present: TextPresent
  /// The namespace of rows that do not say theirs.
  var namespace: String
  /// The kind that the command before the table asked for, where it is known.
  var kind: String?
}
