/// A path to a field inside an object, as the API server writes it: `spec.containers[0].image`.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  /// One step: into a mapping by key, or into a sequence by index.
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  package var steps: [Step]

  package init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// This path with one more step into a mapping.
  package func appending(key: String) -> FieldPath { FieldPath(steps + [.key(key)]) }

  /// This path with one more step into a sequence.
  package func appending(index: Int) -> FieldPath { FieldPath(steps + [.index(index)]) }

  /// Keys that hold a dot, slash or bracket are written `[key]`, as in `metadata.labels[app.kubernetes.io/name]`.
  package var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key) where key.contains(where: { "./[]".contains($0) }): text += "[\(key)]"
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      }
    }
  }
}

extension FieldPath {
  /// Reads a path such as `spec.containers[0].image` or `metadata.labels[app.kubernetes.io/name]`.
  package init(parsing text: String) {
    var steps: [Step] = []
    var key = ""
    var inBrackets = false
    func finishKey() {
      if !key.isEmpty { steps.append(.key(key)) }
      key = ""
    }
    for character in text {
      switch (character, inBrackets) {
      case (".", false): finishKey()
      case ("[", false):
        finishKey()
        inBrackets = true
      case ("]", true):
        steps.append(Int(key).map(Step.index) ?? .key(key))
        key = ""
        inBrackets = false
      default: key.append(character)
      }
    }
    finishKey()
    self.init(steps)
  }
}
