import YAML

/// Reads an input as YAML or JSON, in every manner, and writes it again.
struct YAMLTrial: Trial {
  private static let mostNodes = 20_000

  func answer(to input: TrialInput) throws(Breach) -> [UInt8] {
    var answer: [UInt8] = []
    let manners: [DocumentReader.Manner] = [.tolerant, .kubectl, .converter]
    for manner in manners {
      let reading = DocumentReader(manner).read(input.bytes, file: input.path)
      for problem in reading.problems {
        try input.require(problem.place, in: "the problem '\(problem.says)'")
        answer += Array("\(problem)\n".utf8)
      }
      for document in reading.documents {
        try requirePlaces(in: document.root, of: input)
        answer += try json(of: document.root)
      }
    }
    try ListCutTrial.requireSameItems(in: input)
    return answer
  }

  /// The document as JSON, which its YAML has to read back as.
  private func json(of root: YAMLNode) throws(Breach) -> [UInt8] {
    let json = root.json()
    let written = root.yaml()
    let again = DocumentReader().read(written, file: "written")
    if let problem = again.problems.first(where: \.isFatal) {
      throw Breach("written YAML cannot be read: \(problem)")
    }
    if let copy = again.documents.first, root.isMapping || root.isSequence {
      try TreeComparison.requireSame(root, copy.root, in: "what was written and read again")
    }
    let fromJSON = DocumentReader().read(json, file: "written")
    if let problem = fromJSON.problems.first {
      throw Breach("written JSON cannot be read: \(problem)")
    }
    // A number that stands alone is no JSON that anyone would take for it, and YAML reads it its own way.
    if let copy = fromJSON.documents.first, root.isMapping || root.isSequence {
      try TreeComparison.requireSame(root, copy.root, in: "what was written as JSON and read again")
    }
    return json
  }

  private func requirePlaces(in root: YAMLNode, of input: TrialInput) throws(Breach) {
    var waiting = [root]
    var count = 0
    while let node = waiting.popLast(), count < Self.mostNodes {
      count += 1
      try input.require(node.place, in: "a node")
      waiting += node.elements
      waiting += node.entries.map(\.value)
    }
  }
}
