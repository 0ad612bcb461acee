import ArgumentParser
import Basics
import PodDoctorKit

/// `poddoctor version`: the release of this build.
struct Version: AnsweringCommand {
  /// How the version can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "version", abstract: "Print the version.")

  @Option(name: .shortAndLong, help: "The format of the answer.")
  var output = Format.text

  func answer(on terminal: Terminal.Surroundings) -> Answer {
    guard output == .json else {
      return Answer(output: Array("\(Release.name) \(Release.version)\n".utf8))
    }
    var json = JSONWriter(into: ByteWriter(), layout: .pretty)
    json.object { json in
      json.field("name", Release.name)
      json.field("version", Release.version)
    }
    return Answer(output: json.finish().bytes + Array("\n".utf8))
  }
}
