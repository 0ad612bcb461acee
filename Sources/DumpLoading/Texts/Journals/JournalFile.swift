/// A file that is a journal, before it is read.
struct JournalFile: Sendable {
  var path: String
  var lines: [TextLine]
}
