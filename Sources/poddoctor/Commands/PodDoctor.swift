import ArgumentParser
import PodDoctorKit

/// The command `poddoctor` and its subcommands.
struct PodDoctor: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Invocation.programName,
      abstract: "Says from files alone why Kubernetes Pods are stuck or failing, and what to do.",
      discussion: """
        Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 usage, unreadable input or \
        nothing matched, 3 a bug of poddoctor. They do not depend on the output format.
        """,
      version: "\(Release.name) \(Release.version)",
      subcommands: [
        Diagnose.self, Simulate.self, Review.self, Collect.self, Explain.self, Rules.self,
        Schema.self, Completion.self, Version.self,
      ])
  }
}
