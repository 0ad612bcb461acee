/// One thing that is wrong with an expression, and where.
struct SyntaxError: Error {
  var message: String
  var offset: Int
}
