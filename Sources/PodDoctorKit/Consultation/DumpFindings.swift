import CEL
import Findings
import Provenance

/// Turns what could not be read into findings about the dump.
struct DumpFindings {
  static func of(_ problems: [LoadProblem]) -> [Finding] {
    problems.map(finding)
  }

  private static func finding(_ problem: LoadProblem) -> Finding {
    let file = ObjectReference(kind: "File", name: problem.place.file)
    let object = problem.object ?? file
    return Finding(
      cause: problem.kind.rawValue, severity: severity(of: problem.kind), confidence: 1,
      playbook: .dump, object: object, affected: AffectedObject(object),
      says: "\(problem.place): \(problem.says)", why: why(problem.kind),
      evidence: [Evidence(object, problem.field, says: problem.says, place: problem.place)])
  }

  private static func severity(of kind: LoadProblem.Kind) -> Severity {
    switch kind {
    case .unreadableFile, .syntaxError, .tooLarge: .warning
    case .wrongType, .invalidValue, .notAnObject, .duplicateKey, .duplicateObject: .info
    }
  }

  private static func why(_ kind: LoadProblem.Kind) -> String {
    switch kind {
    case .unreadableFile:
      "The file is part of the input and could not be read, so whatever it says is missing here."
    case .syntaxError:
      "The text is not valid at this place; the document was passed over and all others were read."
    case .tooLarge:
      "The document exceeds a limit that keeps hostile input from exhausting memory; it was passed over."
    case .duplicateKey: "A key stands twice in one mapping. The last value counts, as for kubectl."
    case .wrongType, .invalidValue:
      "The field is not what the API defines; it was passed over and the rest of the object was read."
    case .notAnObject: "The document is no Kubernetes object and was passed over."
    case .duplicateObject:
      "The same object is in the input more than once; the one with the newer resourceVersion counts."
    }
  }
}
