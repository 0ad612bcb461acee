/// A reader that is tried with damaged inputs, and what the inputs are made of.
package struct FuzzTarget: Sendable {
  package let name: String
  let seeds: [SeedSource]
  /// Words and signs of the language that is read.
  var tokens: [String] = []
  /// What the file with the input is called, by what is in it.
  let naming: @Sendable ([UInt8]) -> String
  /// Files that are read together with the input, with their texts.
  var companions: [(path: String, text: String)] = []
  let trial: any Trial

  /// The target of this name.
  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

extension FuzzTarget {
  init(
    _ name: String, called path: String, _ seeds: [SeedSource], tokens: [String] = [],
    companions: [(path: String, text: String)] = [], _ trial: some Trial
  ) {
    self.init(
      name: name, seeds: seeds, tokens: tokens, naming: { _ in path }, companions: companions,
      trial: trial)
  }
}
