package import DumpLoading
import Findings

/// A collection: files as a dump has them, and what could not be collected.
package struct ClusterCollection: Sendable {
  /// In the order of the plan; `errors.txt`, where there is one, comes last.
  package var files: [MemoryFile] = []
  /// One line for each command that failed.
  package var failures: [String] = []
  package var commandCount = 0
}

extension ClusterCollection {
  /// Takes what a command printed, or notes why it failed.
  mutating func add(
    _ step: CollectionStep, _ outcome: CommandOutcome, errors: inout String
  ) {
    commandCount += 1
    if outcome.exitCode != 0 {
      let reason = Credentials.blotted(outcome.errors)
      let command = "kubectl " + step.arguments.prefix(6).joined(separator: " ")
      errors += "$ \(command)\n\(reason)\n"
      // Older clusters lack the newer kinds, which is nothing to worry about.
      if !reason.contains("doesn't have a resource type") {
        failures.append("\(command): \(reason.split(separator: "\n").first ?? "")")
      }
      return
    }
    let path = step.file
    if path.hasSuffix(".log") {
      let text = Credentials.blotted(String(decoding: outcome.output, as: UTF8.self))
      files.append(MemoryFile(path: path, bytes: Array(text.utf8)))
    } else if path.hasSuffix("secrets.yaml") {
      files.append(MemoryFile(path: path, bytes: outcome.output))
    } else if let safe = SafeManifest.json(of: outcome.output, file: path) {
      files.append(MemoryFile(path: path, bytes: safe))
    } else if !outcome.output.isEmpty {
      errors += "$ kubectl \(step.arguments.joined(separator: " "))\nits answer cannot be read\n"
      failures.append("\(path): kubectl's answer cannot be read")
    }
  }
}
