/// What one command left behind.
package struct CommandOutcome: Sendable {
  package var output: [UInt8]
  package var errors: String
  package var exitCode: Int32

  package init(output: [UInt8], errors: String, exitCode: Int32) {
    self.output = output
    self.errors = errors
    self.exitCode = exitCode
  }
}
