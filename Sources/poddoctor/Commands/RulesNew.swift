import ArgumentParser
import Findings
import PodDoctorKit

/// `poddoctor rules new NAME`: the file of a rule of one's own, to be filled in.
struct RulesNew: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract:
      "Begin a rule of your own: a file with every key in its place and examples that pass.",
    discussion: """
        poddoctor rules new queue-too-long --into my-rules
        poddoctor rules test my-rules
        poddoctor diagnose dump/ --rules my-rules
      """)

  @Argument(help: "The name of the ailment in kebab-case; reads after 'poddoctor found'.")
  var name: String

  @Option(
    help: ArgumentHelp("The folder to write it into.", valueName: "folder"), completion: .directory)
  var into = "."

  @Option(help: "The stage of a pod's life in which the ailment shows.")
  var playbook = Playbook.crashLoopBackOff

  func answer(on terminal: Terminal.Surroundings) throws -> Answer {
    let path = try RuleLibrary.beginRule(named: name, playbook: playbook, in: into)
    return Answer(
      output: Array("wrote \(path); fill it in, then run 'poddoctor rules test \(into)'\n".utf8))
  }
}

extension Playbook: ExpressibleByArgument {}
