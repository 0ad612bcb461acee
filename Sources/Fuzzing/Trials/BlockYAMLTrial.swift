import YAML

/// Reads an input with the reader for plain YAML and with libyaml alone, which have to agree on every node and mark.
struct BlockYAMLTrial: Trial {
  func answer(to input: TrialInput) throws(Breach) -> [UInt8] {
    var answer: [UInt8] = []
    let manners: [DocumentReader.Manner] = [.tolerant, .kubectl, .converter]
    for manner in manners {
      let ours = DocumentReader(manner).read(input.bytes, file: input.path)
      let libyamls = DocumentReader(manner, engine: .libyaml).read(input.bytes, file: input.path)
      try requireSame(ours, libyamls, in: "\(manner)")
      answer += ours.documents.flatMap { $0.root.json() }
    }
    return answer
  }

  private func requireSame(
    _ ours: Reading, _ libyamls: Reading, in manner: String
  ) throws(Breach) {
    guard ours.problems == libyamls.problems else {
      throw Breach("\(manner): the problems \(ours.problems) are not \(libyamls.problems)")
    }
    guard ours.parts.count == libyamls.parts.count,
      ours.documents.count == libyamls.documents.count
    else { throw Breach("\(manner): there are other documents") }
    for (one, other) in zip(ours.documents, libyamls.documents) {
      guard let place = one.firstDifference(from: other) else { continue }
      throw Breach("\(manner): the node at \(place) is not libyaml's")
    }
  }
}
