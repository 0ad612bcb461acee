import Findings
import KubernetesModel
import Provenance
import YAML

/// Collects what is wrong with the fields of one configuration file, with their places.
struct FieldErrors {
  typealias Path = [FieldPath.Step]

  private(set) var errors: [ConfigurationError] = []
  private let root: YAMLNode

  init(in root: YAMLNode) {
    self.root = root
  }

  mutating func report(_ path: Path, _ says: String) {
    let field = FieldPath(path)
    errors.append(
      ConfigurationError(
        field: field.description, place: Place(file: root.file, mark: root.mark(at: field)),
        says: says))
  }

  /// Takes over what decoding the part of the file at `path` found.
  mutating func add(_ problems: [LoadProblem], below path: Path) {
    let prefix = FieldPath(path).description
    for problem in problems {
      let field = [prefix, problem.field].filter { !$0.isEmpty }.joined(separator: ".")
      let says =
        problem.says.hasPrefix("\(problem.field): ")
        ? String(problem.says.dropFirst(problem.field.count + 2)) : problem.says
      errors.append(ConfigurationError(field: field, place: problem.place, says: says))
    }
  }

  /// Reports each field of `node` that `shape` does not have.
  mutating func requireKnownFields(_ node: YAMLNode, _ shape: FieldShape, at path: Path) {
    switch shape {
    case .scalar, .any, .ignored, .keys: return
    case .list(let element):
      for (index, child) in node.elements.enumerated() {
        requireKnownFields(child, element, at: path + [.index(index)])
      }
    case .map(let value):
      for (key, _, child) in node.entries {
        requireKnownFields(child, value, at: path + [.key(key)])
      }
    case .structure(let fields):
      for (key, _, child) in node.entries {
        let here = path + [.key(key)]
        if let field = fields[key] {
          requireKnownFields(child, field, at: here)
        } else {
          report(here, "unknown field \"\(FieldPath(here))\"")
        }
      }
    }
  }
}

/// kube-scheduler's text about a value that is not allowed.
func invalid(_ value: some CustomStringConvertible, _ detail: String) -> String {
  "Invalid value: \(value): \(detail)"
}

/// kube-scheduler's text about a value that is none of those it knows.
func unsupported(_ value: String, _ supported: [String]) -> String {
  "Unsupported value: \"\(value)\": supported values: "
    + supported.map { "\"\($0)\"" }.joined(separator: ", ")
}

/// kube-scheduler's texts about a name that can be neither a label's nor a resource's.
func objections(toName name: String) -> [String] {
  NameSyntax.objections(toLabelKey: name).map { invalid("\"\(name)\"", $0) }
}
