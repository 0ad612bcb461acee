/// Functions, types and macros that come together.
package struct Library: Sendable {
  package var functions: [Function] = []
  /// Types whose names are values in expressions.
  package var types: [StaticType] = []
  package var macros: Syntax.Macros = []
  package var enablesOptionalSyntax = false

  package init(functions: [Function] = [], types: [StaticType] = []) {
    self.functions = functions
    self.types = types
  }
}
