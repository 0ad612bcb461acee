/// Whose log a file or a line is; what is not told is empty.
struct LogOwner: Hashable, Sendable {
  var namespace = ""
  var pod = ""
  var container = ""
}
