import CEL
import Findings
import Provenance

/// One rule asked about one subject: whether it matches, what it then says, and what could not be
/// evaluated.
struct RuleEvaluation {
  let rule: Rule
  let scope: RuleScope
  /// The strictest profile of which cases are told.
  let profile: RuleProfile
  let depth: TellingDepth
  private(set) var faults: [RuleFault] = []
  private(set) var hasOverrun = false

  /// An evaluation that uses `scope`, which no other evaluation may use at the same time.
  init(
    _ rule: Rule, in scope: RuleScope, parameters: Value? = nil, profile: RuleProfile = .all,
    showing depth: TellingDepth = .told
  ) {
    self.rule = rule
    self.profile = profile
    self.depth = depth
    self.scope = scope
    scope.begin(rule, parameters: parameters)
  }

  var subject: Subject { scope.subject }
  var limits: RuleLimits { scope.limits }

  /// Adds a finding where the rule's condition holds: one at most, or one for each element of its list.
  mutating func find(into findings: inout [Finding]) {
    guard let each = rule.each else {
      if let finding = finding() { findings.append(finding) }
      return
    }
    guard let list = value(each.expression) else { return }
    guard case .list(let elements) = list else {
      return note("each gives no list", at: each.expression.text.place)
    }
    scope.beginLoop(each.name)
    for index in 0..<min(elements.count, limits.findingsPerSubject) {
      scope.bind(elements.element(at: index))
      if let finding = finding() { findings.append(finding) }
    }
    scope.endLoop()
  }

  private mutating func finding() -> Finding? {
    guard matches else { return nil }
    switch rule.telling.value {
    case .success(let telling): return isAsked(telling) ? finding(telling) : nil
    case .failure(let errors):
      note(
        errors.errors.first?.says ?? "it does not compile",
        at: errors.errors.first?.place ?? rule.when.text.place)
      return nil
    }
  }

  /// Whether the condition holds; most rules are asked no more than this.
  private var matches: Bool {
    mutating get {
      do {
        return try rule.when.holds(in: scope)
      } catch {
        note(error, at: rule.when.text.place)
        return false
      }
    }
  }

  /// Whether the profile asks about this case.
  private mutating func isAsked(_ telling: Telling) -> Bool {
    for restriction in telling.stricter where restriction.profile > profile {
      if holds(restriction.when) { return false }
    }
    return true
  }

  private mutating func finding(_ telling: Telling) -> Finding {
    let severity = severity(telling.severity)
    let (confidence, doubts) = confidence(telling)
    return Finding(
      cause: rule.name, refines: telling.refines, severity: severity,
      confidence: confidence, playbook: telling.playbook, object: blamed(telling),
      affected: AffectedObject(subject.reference, container: subject.container),
      says: text(telling.says) ?? telling.title,
      why: why(telling, doubts), evidence: evidence(telling),
      explains: telling.explains, alternatives: alternatives(telling),
      remedies: depth == .outlined ? [] : remedies(telling),
      untoldRemedies: depth == .outlined ? untoldRemedies(telling) : nil,
      isFallback: telling.isFallback)
  }

  private func why(_ telling: Telling, _ doubts: [String]) -> String {
    doubts.reduce(telling.why) { "\($0)\nLess sure than usual: \($1)." }
  }

  private mutating func severity(_ level: Telling.Level) -> Severity {
    switch level {
    case .always(let severity): return severity
    case .computed(let expression):
      guard let value = value(expression) else { return .warning }
      if case .string(let name) = value, let severity = Severity(rawValue: name) { return severity }
      note("severity is \(ValueText.text(of: value))", at: expression.text.place)
      return .warning
    }
  }

  private mutating func blamed(_ telling: Telling) -> ObjectReference {
    guard let blames = telling.blames, let value = value(blames) else { return subject.reference }
    if let reference = ObjectReference(value) { return reference }
    note("blames gives no object with kind and name", at: blames.text.place)
    return subject.reference
  }

  private mutating func confidence(_ telling: Telling) -> (Double, doubts: [String]) {
    var confidence = telling.confidence.map { number($0) ?? Self.untold } ?? 1
    var doubts: [String] = []
    for lowering in telling.lowered where holds(lowering.when) {
      switch lowering.amount {
      case .to(let most): confidence = min(confidence, number(most) ?? confidence)
      case .by(let less): confidence -= number(less) ?? 0
      }
      if let doubt = text(lowering.because) { doubts.append(doubt) }
    }
    return (Self.rounded(confidence), doubts)
  }

  /// How sure a rule is whose confidence cannot be evaluated.
  private static let untold = 0.5

  private static func rounded(_ confidence: Double) -> Double {
    confidence.isNaN ? 0 : (min(1, max(0, confidence)) * 10_000).rounded() / 10_000
  }

  private mutating func alternatives(_ telling: Telling) -> [Alternative] {
    var alternatives: [Alternative] = []
    for clause in telling.alternatives where clause.when.map({ holds($0) }) ?? true {
      guard let confidence = number(clause.confidence), let unless = text(clause.unless) else {
        continue
      }
      alternatives.append(
        Alternative(cause: clause.cause, confidence: Self.rounded(confidence), unless: unless))
    }
    return alternatives
  }

  /// What is known of the remedies without putting one together; nil where there can be none.
  private mutating func untoldRemedies(_ telling: Telling) -> UntoldRemedies? {
    guard !telling.remedies.isEmpty else { return nil }
    for clause in telling.remedies where clause.risk == .safe && clause.patch != nil {
      if clause.when.map({ holds($0) }) ?? true { return UntoldRemedies(offersSafePatch: true) }
    }
    return UntoldRemedies(offersSafePatch: false)
  }

  private mutating func remedies(_ telling: Telling) -> [Remedy] {
    var remedies: [Remedy] = []
    for clause in telling.remedies where clause.when.map({ holds($0) }) ?? true {
      guard let says = text(clause.says) else { continue }
      let command = clause.command.flatMap { text($0) }
      let patch = clause.patch.flatMap { text($0) }
      remedies.append(
        Remedy(says: says, command: command, patch: patch, risk: clause.risk))
    }
    return remedies
  }
}

extension RuleEvaluation {
  mutating func holds(_ condition: Expression) -> Bool {
    guard let value = value(condition) else { return false }
    if case .bool(let holds) = value { return holds }
    note(
      "a condition gives \(ValueText.text(of: value)), not true or false", at: condition.text.place)
    return false
  }

  mutating func number(_ expression: Expression) -> Double? {
    switch value(expression) {
    case nil: return nil
    case .int(let number): return Double(number)
    case .uint(let number): return Double(number)
    case .double(let number): return number
    case .some(let other):
      note("\(ValueText.text(of: other)) is no number", at: expression.text.place)
      return nil
    }
  }

  mutating func value(_ expression: Expression) -> Value? {
    do {
      return try expression.value(in: scope)
    } catch {
      note(error, at: expression.text.place)
      return nil
    }
  }

  mutating func text(_ template: Template) -> String? {
    do {
      return try template.text(in: scope)
    } catch {
      note(error, at: template.place)
      return nil
    }
  }

  private mutating func note(_ error: EvaluationError, at place: Place) {
    hasOverrun = hasOverrun || error.isOverrun
    note(error.description, at: place)
  }

  mutating func note(_ says: String, at place: Place) {
    faults.append(
      RuleFault(
        rule: rule.name, subject: subject.reference, container: subject.container, place: place,
        says: ValueText.singleLine(says, atMost: TextStyle.longestValue)))
  }
}
