import Provenance

extension Finding {
  /// What could not be read, as a finding about the dump, so that it reaches the report like any other.
  package init(_ problem: LoadProblem) {
    let object =
      problem.object ?? ObjectReference(kind: ReviewFinding.fileKind, name: problem.place.file)
    self.init(
      cause: problem.kind.rawValue, severity: problem.kind.severity, confidence: 1,
      playbook: .dump, object: object, affected: AffectedObject(object), says: problem.says,
      why: problem.kind.why,
      evidence: [Evidence(object, problem.field, says: problem.says, place: problem.place)])
  }
}

extension LoadProblem.Kind {
  /// What is read all the same only informs; what is lost to the diagnosis warns.
  package var severity: Severity {
    switch self {
    case .notAnObject, .duplicateObject, .unclearLog: .info
    case .unreadableFile, .damagedArchive, .syntaxError, .duplicateKey, .wrongType, .invalidValue,
      .tooLarge, .unrenderedTemplate:
      .warning
    }
  }

  /// What it means for what is read.
  var why: String {
    switch self {
    case .unreadableFile: "The file could not be opened, so nothing in it was looked at."
    case .damagedArchive: "What stands before the damage was read, what it swallowed was not."
    case .syntaxError: "The document could not be read; the documents around it were."
    case .duplicateKey: "Of two equal keys only one counts, and which one depends on the reader."
    case .wrongType: "The field was left out; the rest of the object was read."
    case .invalidValue: "The value does not count; the rest of the object was read."
    case .notAnObject: "The document names no apiVersion and kind, so it was passed over."
    case .tooLarge:
      "It is larger than what is read of one input, so the rest of it was passed over."
    case .unrenderedTemplate:
      "What stands there is no manifest yet, so nothing can be said about it."
    case .unclearLog: "Several pods fit the file's name, so the log was not read for any of them."
    case .duplicateObject: "The dump holds the object more than once; the newest counts."
    }
  }
}
