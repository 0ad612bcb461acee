import Findings
import Provenance
import YAML

extension RuleSource {
  /// The keys of a rule file, in their order.
  package static let keys = [
    "name", "title", "severity", "profile", "stricter", "refines", "since", "playbook", "about",
    "on",
    "parameters", "given", "each", "when", "blames", "says", "evidence", "explains", "confidence",
    "lowered", "fallback", "alternatives", "remedies", "why", "equivalents", "seealso", "examples",
  ]

  /// Reads a rule from its file; the errors name all that is wrong with its form.
  package init(reading file: RuleFile) throws(RuleErrors) {
    let document = try RuleDocument.root(of: file)
    var reader = FieldReader(document, keys: Self.keys, in: "a rule")
    self.init(file: file.path, &reader)
    guard reader.errors.isEmpty else {
      throw RuleErrors(reader.errors.map { $0.showing(lineOf: file.text) })
    }
  }

  private init(file: String, _ reader: inout FieldReader) {
    let name = reader.required("name")
    self.init(
      file: file,
      name: name,
      title: reader.required("title"),
      severity: reader.required("severity"),
      profile: reader.optionalChoice("profile", or: .default),
      stricter: reader.elements("stricter").compactMap { reader.restriction($0) },
      refines: reader.text("refines"),
      since: reader.required("since"),
      playbook: reader.choice("playbook", or: Playbook.dump),
      about: reader.required("about"),
      on: reader.texts("on"),
      parameters: reader.parameters("parameters"),
      given: reader.definitions("given"),
      each: reader.iteration("each"),
      when: reader.required("when"),
      blames: reader.text("blames"),
      says: reader.required("says"),
      evidence: reader.elements("evidence").compactMap { reader.evidence($0) },
      explains: reader.texts("explains"),
      confidence: reader.text("confidence"),
      lowered: reader.elements("lowered").compactMap { reader.lowering($0) },
      isFallback: reader.flag("fallback"),
      alternatives: reader.elements("alternatives").compactMap { reader.alternative($0) },
      remedies: reader.elements("remedies").compactMap { reader.remedy($0) },
      why: reader.required("why"),
      equivalents: reader.equivalents(),
      seeAlso: reader.texts("seealso"),
      examples: reader.elements("examples").compactMap { reader.example($0, of: name.value) }
    )
  }
}

extension FieldReader {
  fileprivate mutating func evidence(_ node: YAMLNode) -> RuleSource.EvidenceSource? {
    let keys = ["each", "when", "of", "at", "says", "quote"]
    return nested(node, keys: keys, in: "evidence") { reader in
      RuleSource.EvidenceSource(
        each: reader.iteration("each"), when: reader.text("when"), of: reader.text("of"),
        at: reader.text("at"), says: reader.required("says"), quote: reader.text("quote"))
    }
  }

  /// Reads `LIST as NAME`.
  mutating func iteration(_ key: String) -> RuleSource.Definition? {
    guard let text = text(key) else { return nil }
    let words = text.value.split(separator: " ")
    guard words.count >= 3, words[words.count - 2] == "as", let name = words.last else {
      refuse("each has to read LIST as NAME", text)
      return nil
    }
    let end = words[words.count - 3].endIndex
    var list = text
    list.value = String(text.value[..<end])
    return RuleSource.Definition(name: RuleText(String(name), at: text.place), expression: list)
  }

  /// Reads the names that other tools have for the same, by tool.
  fileprivate mutating func equivalents() -> [RuleSource.Equivalent] {
    guard let value = self["equivalents"] else { return [] }
    let tools = ["kube-linter", "kube-score", "polaris", "popeye"]
    return nested(value, keys: tools, in: "equivalents") { reader in
      tools.compactMap { tool in
        let names = reader.texts(tool)
        return names.first.map { .init(tool: RuleText(tool, at: $0.place), names: names) }
      }
    } ?? []
  }

  fileprivate mutating func restriction(_ node: YAMLNode) -> RuleSource.Restriction? {
    nested(node, keys: ["when", "profile"], in: "stricter") { reader in
      RuleSource.Restriction(
        when: reader.required("when"), profile: reader.choice("profile", or: .all))
    }
  }

  fileprivate mutating func lowering(_ node: YAMLNode) -> RuleSource.Lowering? {
    nested(node, keys: ["when", "to", "by", "because"], in: "lowered") { reader in
      let when = reader.required("when")
      let amount = reader.amount()
      return RuleSource.Lowering(when: when, amount: amount, because: reader.required("because"))
    }
  }

  private mutating func amount() -> RuleSource.Lowering.Amount {
    switch (text("to"), text("by")) {
    case (let to?, nil): return .to(to)
    case (nil, let by?): return .by(by)
    case (let to, _):
      let place = RuleText("0", at: to?.place ?? node.place)
      refuse("lowered needs either to or by", place)
      return .by(place)
    }
  }

  fileprivate mutating func alternative(_ node: YAMLNode) -> RuleSource.AlternativeSource? {
    nested(node, keys: ["cause", "confidence", "unless", "when"], in: "alternatives") { reader in
      RuleSource.AlternativeSource(
        cause: reader.required("cause"), confidence: reader.required("confidence"),
        unless: reader.required("unless"), when: reader.text("when"))
    }
  }

  fileprivate mutating func remedy(_ node: YAMLNode) -> RuleSource.RemedySource? {
    if node.kind == .scalar { return .shared(RuleText(node.text, at: node.place)) }
    return nested(node, keys: RemedyText.keys, in: "remedies") { .stated(RemedyText(&$0)) }
  }

  fileprivate mutating func example(_ node: YAMLNode, of rule: String) -> RuleExample? {
    nested(
      node, keys: ["finds", "name", "now", "parameters", "logs", "cluster", "in"], in: "examples"
    ) {
      reader in
      RuleExample(
        rule: rule, name: reader.text("name")?.value ?? "", finds: reader.expectation(),
        now: reader.text("now")?.value, parameters: reader.parameters("parameters"),
        logs: reader.definitions("logs").map {
          RuleExample.Log(path: $0.name.value, text: $0.expression.value)
        },
        cluster: reader.text("cluster")?.value ?? "", input: reader.required("in").value,
        place: node.place)
    }
  }

  private mutating func expectation() -> RuleExample.Expectation {
    if self["finds"]?.kind == .sequence { return .sentences(texts("finds").map(\.value)) }
    let sentence = required("finds").value
    return sentence == "nothing" ? .nothing : .sentences([sentence])
  }
}

extension RemedyText {
  static let keys = ["risk", "says", "command", "patch", "when"]

  init(_ reader: inout FieldReader) {
    self.init(
      risk: reader.choice("risk", or: .inspect), says: reader.required("says"),
      command: reader.text("command"), patch: reader.text("patch"), when: reader.text("when"))
  }
}
