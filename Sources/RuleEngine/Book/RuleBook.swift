import Basics
import CEL
package import Findings
import OrderedCollections

/// All rules, by what they are about and what they trigger on.
///
/// A rule is read and compiled when something first triggers it.
package struct RuleBook: Sendable {
  package var limits = RuleLimits()
  private var context: RuleContext
  private var slots: [RuleSlot]
  private var replicas: RuleReplicas
  private var index: TriggerIndex
  private var switchedOff: Set<String> = []
  /// The rules that somebody enabled, with all their cases.
  private var enabled: Set<String> = []
  private var profile = RuleProfile.all
  /// The parameters of rules for which somebody set some.
  private var parameters: [String: Value] = [:]
  /// How each rule is asked, by its number, as the choices above make it; none before any was made.
  private var settings: [Setting] = []

  /// How one rule is asked.
  private struct Setting: Sendable {
    var isOn = true
    var profile = RuleProfile.all
    var parameters: Value?
  }

  /// A book of rules that were packed, and so found right, at build time.
  package init(_ pack: RulePack) {
    let context = RuleContext(
      vocabulary: RuleFile(path: "Rules/vocabulary.yaml", text: pack.vocabulary, isPacked: true),
      remedies: RuleFile(path: "Rules/remedies.yaml", text: pack.remedies, isPacked: true))
    let rules = PackedRules(pack)
    var entries: [RuleEntry] = []
    entries.reserveCapacity(rules.count)
    for number in 0..<rules.count { entries.append(RuleEntry(number, of: rules)) }
    self.init(sorted: entries, TriggerIndex(pack.triggers), in: context)
  }

  /// A book of the rules of a whole folder, each read and compiled at once; throws all that is
  /// wrong.
  package init(files: [RuleFile], laws: RuleLaws) throws(RuleErrors) {
    func text(_ role: RuleFile.Role, _ name: String) -> RuleFile {
      files.first { $0.role == role } ?? RuleFile(path: name, text: "")
    }
    let context = RuleContext(
      vocabulary: text(.vocabulary, "vocabulary.yaml"), remedies: text(.remedies, "remedies.yaml"))
    let reading = RuleReading(files.filter { $0.role == .rule }, laws: laws, in: context, known: [])
    self.init(try reading.entries(), in: context)
  }

  private init(_ entries: [RuleEntry], in context: RuleContext) {
    let entries = entries.sorted { $0.name < $1.name }
    self.init(sorted: entries, TriggerIndex(PackedTriggers(of: entries)), in: context)
  }

  private init(sorted entries: [RuleEntry], _ index: TriggerIndex, in context: RuleContext) {
    self.context = context
    self.index = index
    slots = entries.map { RuleSlot($0, in: context) }
    replicas = RuleReplicas(slots)
  }

  /// Adds the rules, shared remedies and vocabulary of a user's folder; those of the same name are replaced.
  package mutating func add(_ files: [RuleFile], laws: RuleLaws) throws(RuleErrors) {
    var context = context
    for file in files where file.role == .remedies {
      context = try context.adding(SharedRemedies(reading: file))
    }
    for file in files where file.role == .vocabulary {
      context = try context.adding(Vocabulary(reading: file))
    }
    let rules = files.filter { $0.role == .rule }
    let reading = RuleReading(rules, laws: laws, in: context, known: names)
    let added = try reading.entries()
    let replaced = Set(added.map(\.name))
    let kept = slots.map(\.entry).filter { !replaced.contains($0.name) }
    var book = RuleBook(kept + added, in: context)
    book.limits = limits
    book.switchedOff = switchedOff
    book.enabled = enabled
    book.profile = profile
    book.parameters = parameters
    if !settings.isEmpty { book.settle() }
    self = book
  }

  /// All rules, by name, also those that are switched off.
  package var entries: [RuleEntry] { slots.map(\.entry) }

  /// The names of all rules, sorted.
  package var names: [String] { slots.map(\.entry.name) }

  /// The names that rules may use.
  package var vocabulary: Vocabulary {
    get throws(RuleErrors) { try context.vocabulary }
  }

  /// The remedies that several rules offer.
  package var sharedRemedies: SharedRemedies {
    get throws(RuleErrors) { try context.remedies }
  }

  /// The names that a signature may give as its cause: rules and symptoms.
  package var causes: Set<String> {
    get throws(RuleErrors) { Set(names).union(try vocabulary.symptoms.keys) }
  }

  /// Whether the rule of this name is asked.
  package func isSwitchedOn(_ name: String) -> Bool { !switchedOff.contains(name) }

  /// All that the rule of this name states; nil when there is none.
  package func source(named name: String) throws(RuleErrors) -> RuleSource? {
    guard let slot = slots.first(where: { $0.entry.name == name }) else { return nil }
    return try slot.entry.source()
  }

  /// All that each rule states, by name.
  package func sources() throws(RuleErrors) -> [RuleSource] {
    var sources: [RuleSource] = []
    for slot in slots { sources.append(try slot.entry.source()) }
    return sources
  }

  /// The rule of this name, read and compiled; nil when there is none.
  package func rule(named name: String) throws(RuleErrors) -> Rule? {
    guard let slot = slots.first(where: { $0.entry.name == name }) else { return nil }
    return try slot.compiled()
  }

  /// Every rule, read and compiled, by name.
  package func rules() throws(RuleErrors) -> [Rule] {
    var rules: [Rule] = []
    for slot in slots { rules.append(try slot.compiled()) }
    return rules
  }

  /// The names of rules that ran out of steps too often and are not asked any more.
  ///
  /// Drop their findings, so that the result does not depend on the order in which subjects were
  /// asked about.
  package var suspended: [String] {
    slots.filter { $0.hasOverrun(moreThan: limits.overruns) }.map(\.entry.name)
  }
}

extension RuleBook {
  /// Switches rules on and off by names or globs; what `enabled` names wins over `disabled`.
  package mutating func choose(
    enabled: [String], disabled: [String]
  ) throws(UnknownRuleName) {
    guard !enabled.isEmpty || !disabled.isEmpty else { return }
    for pattern in disabled { switchedOff.formUnion(try names(matching: pattern)) }
    for pattern in enabled { self.enabled.formUnion(try names(matching: pattern)) }
    switchedOff.subtract(self.enabled)
    settle()
  }

  /// Switches off the rules, and the cases of others, that a stricter profile asks first.
  package mutating func choose(_ profile: RuleProfile) {
    self.profile = profile
    for slot in slots where slot.entry.profile > profile { switchedOff.insert(slot.entry.name) }
    settle()
  }

  /// Notes how each rule is asked, so that nobody looks for its name each time.
  private mutating func settle() {
    settings = slots.map { slot in
      let name = slot.entry.name
      return Setting(
        isOn: !switchedOff.contains(name), profile: enabled.contains(name) ? .all : profile,
        parameters: parameters[name])
    }
  }

  private func isSwitchedOn(_ number: Int) -> Bool { settings.isEmpty || settings[number].isOn }

  /// Sets parameters of a rule, and leaves the others as the rule states them.
  package mutating func set(
    _ parameters: [RuleParameter], of name: String
  ) throws(RuleErrors) {
    guard !parameters.isEmpty, let source = try source(named: name) else { return }
    let errors = parameters.compactMap { source.objection(to: $0) }
    guard errors.isEmpty else { throw RuleErrors(errors) }
    self.parameters[name] = Value(source.parameters + parameters)
    settle()
  }

  /// The names that a name or glob stands for; `all` stands for all of them.
  package func names(matching pattern: String) throws(UnknownRuleName) -> [String] {
    if pattern == "all" { return names }
    let glob = Glob(pattern)
    let matching = names.filter(glob.matches)
    if !matching.isEmpty { return matching }
    throw UnknownRuleName(
      pattern: pattern, suggestion: Spelling.nearest(to: pattern, among: names))
  }
}

extension RuleBook {
  /// What the rules find about each of many subjects, and what could not be evaluated.
  package func verdicts(
    about subjects: [Subject], showing depth: TellingDepth = .told,
    fallbacks: FallbackChoice = .included
  ) -> [RuleVerdicts] {
    subjects.stretches(of: Self.together).flatMap { stretch in
      verdicts(about: subjects[stretch], showing: depth, fallbacks: fallbacks)
    }
  }

  /// What the rules find about a subject, and what could not be evaluated.
  package func verdicts(
    about subject: Subject, showing depth: TellingDepth = .told,
    fallbacks: FallbackChoice = .included
  ) -> RuleVerdicts {
    verdicts(about: [subject], showing: depth, fallbacks: fallbacks)[0]
  }

  /// How many subjects a rule is asked about before the next one: what a rule is made of is then at hand for all of
  /// them, and few enough are there for their facts to be at hand for all rules.
  private static let together = 24

  private func verdicts(
    about subjects: ArraySlice<Subject>, showing depth: TellingDepth, fallbacks: FallbackChoice
  ) -> [RuleVerdicts] {
    var askings = subjects.map(asking(about:))
    replicas.withReplica { slots in
      for number in slots.indices where isSwitchedOn(number) {
        let slot = slots[number]
        guard fallbacks.takes(slot) else { continue }
        for place in askings.indices where askings[place].reaches(number) {
          ask(slot, number, in: &askings[place], showing: depth)
        }
      }
    }
    return askings.map(\.verdicts)
  }

  /// What the rule of this name finds about a subject, when it triggers on it.
  package func verdicts(
    of name: String, about subject: Subject, showing depth: TellingDepth = .told
  ) -> RuleVerdicts {
    var asking = asking(about: subject)
    for number in slots.indices where slots[number].entry.name == name && asking.reaches(number) {
      ask(slots[number], number, in: &asking, showing: depth)
    }
    return asking.verdicts
  }

  private func asking(about subject: Subject) -> RuleAsking {
    RuleAsking(RuleScope(subject, limits: limits), index.candidates(for: subject))
  }

  private func ask(
    _ slot: RuleSlot, _ number: Int, in asking: inout RuleAsking, showing depth: TellingDepth
  ) {
    guard !slot.hasOverrun(moreThan: limits.overruns) else { return }
    let scope = asking.scope
    do throws(RuleErrors) {
      try slot.withRule { rule in
        var evaluation = RuleEvaluation(
          rule, in: scope, parameters: settings.isEmpty ? nil : settings[number].parameters,
          profile: settings.isEmpty ? .all : settings[number].profile, showing: depth)
        evaluation.find(into: &asking.verdicts.findings)
        if !evaluation.faults.isEmpty { asking.verdicts.faults += evaluation.faults }
        if evaluation.hasOverrun { slot.noteOverrun() }
      }
    } catch {
      asking.verdicts.faults += error.errors.map { error in
        RuleFault(
          rule: slot.entry.name, subject: scope.subject.reference,
          container: scope.subject.container, place: error.place, says: error.says)
      }
    }
  }
}
