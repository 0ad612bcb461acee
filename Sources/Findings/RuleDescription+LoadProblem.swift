extension RuleDescription {
  /// What there is to know of something that could not be read, told like a rule.
  package init(_ kind: LoadProblem.Kind, since: String) {
    self.init(
      name: kind.rawValue, title: kind.title, severity: kind.severity.rawValue, playbook: .dump,
      about: ReviewFinding.fileKind, since: since,
      says: "what is wrong and what was expected, with file, line and column", why: kind.why,
      remedies: [Remedy(says: kind.remedy, risk: .safe)])
  }
}

extension LoadProblem.Kind {
  fileprivate var title: String {
    switch self {
    case .unreadableFile: "A file cannot be opened"
    case .damagedArchive: "An archive is damaged"
    case .syntaxError: "A document is neither YAML nor JSON"
    case .duplicateKey: "A mapping has a key twice"
    case .wrongType: "A field has a value of another type"
    case .invalidValue: "A field has a value that it cannot have"
    case .notAnObject: "A document is no Kubernetes object"
    case .tooLarge: "An input is larger than what is read"
    case .duplicateObject: "An object is there more than once"
    case .unclearLog: "Nobody can tell whose log a file is"
    case .unrenderedTemplate: "A template was not rendered"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .unreadableFile: "let the file be read by whoever runs poddoctor, or name it without"
    case .damagedArchive: "collect or download it again"
    case .syntaxError: "correct the line; what stands before it is often what is wrong"
    case .duplicateKey: "keep the one that is meant"
    case .wrongType: "write the type that was expected; quotes make a text of a number or of true"
    case .invalidValue: "write a value of the kind that was expected"
    case .notAnObject:
      "nothing, where it is meant for another program; else add apiVersion and kind"
    case .tooLarge: "give less at once, such as one namespace or one folder"
    case .duplicateObject: "give one dump at a time"
    case .unclearLog: "name the file like the pod and its container"
    case .unrenderedTemplate: "render it first: helm template CHART | poddoctor review -"
    }
  }
}
