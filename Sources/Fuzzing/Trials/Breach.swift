/// A promise that poddoctor did not keep for an input.
package struct Breach: Error, CustomStringConvertible {
  package var description: String

  init(_ says: String) {
    description = says
  }
}
