import Findings
import KubernetesModel
import Provenance
import YAML

/// What somebody pasted into one file: descriptions, tables, logs and manifests, with prompts and prose between them.
///
/// Each stretch is told by its content; what nobody understands is passed over.
struct PastedText: Sendable {
  /// Objects as far as the text shows them.
  private(set) var objects: [Document] = []
  /// Manifests that stand in the text.
  private(set) var manifests = YAML.Reading()
  /// The objects of manifests that break off.
  private(set) var cutManifests: [ObjectReader] = []
  /// Events that lines of journals tell of.
  private(set) var journaled: [Document] = []
  private(set) var logs: [ContainerLog] = []
  private(set) var problems: [LoadProblem] = []
  /// What is wrong with the manifests.
  private(set) var problemsOfManifests: [LoadProblem] = []
  /// The kinds of which the text shows all objects that there were.
  private(set) var listedKinds: Set<String> = []
  /// Whether anything in the text but a journal was understood.
  var isUnderstood: Bool {
    !objects.isEmpty || !manifests.documents.isEmpty || !logs.isEmpty || !problems.isEmpty
  }

  private let file: String
  /// The kind of which the text's tables hold all objects.
  private let listedKind: String?
  private let present: TextPresent
  /// The namespace of what no command and no line says it of.
  private let namespace: String
  private let lines: [TextLine]
  private var next = 0
  private var command = KubectlCommand()
  private var manifestRanges: [Range<Int>] = []
  private var pastedLogs: [PastedLog] = []
  private var fragments = PastedFragments()
  private var parts = PastedParts()

  init(_ text: FileReading.Text, present: TextPresent, namespace: String) {
    file = text.file
    listedKind = text.listedKind
    self.present = present
    self.namespace = namespace
    let original = TextLine.lines(of: text.bytes)
    lines = PasteCleaner.clean(original)
    while next < lines.count { readStretch() }
    readManifests()
    objects += fragments.objects(file: file, present: present, among: objects)
    objects += parts.objects(file: file, among: objects)
    cutManifests += parts.others
    logs = PastedLog.logs(pastedLogs, of: objects, in: namespace, file: file)
    // A bundle may describe what nobody reads.
    if !text.isNamed { problems.removeAll { $0.kind == .notAnObject } }
    settle(TextColumns(of: original, shifts: fragments.shifts))
  }

  /// Gives everything the columns that it has in the file.
  private mutating func settle(_ columns: TextColumns) {
    objects = objects.map(columns.settled)
    journaled = journaled.map(columns.settled)
    problems = problems.map(columns.settled)
    problemsOfManifests = manifests.problems.map { columns.settled(LoadProblem($0)) }
    manifests.parts = manifests.parts.map { part in
      if case .document(let document) = part { .document(columns.settled(document)) } else { part }
    }
  }

  private mutating func readStretch() {
    let rest = lines[next...]
    guard let line = rest.first, !line.isBlank else {
      next += 1
      return
    }
    if let words = ShellPrompt.command(in: line) {
      command = KubectlCommand(words)
      next += 1
      if command.verb == .logs || command.verb == .stern { readLog() }
    } else if PrefixedLine(line.bytes) != nil || SternNames.isAnnouncement(line) {
      readLog()
    } else if let reading = read(rest), reading.lineCount > 0 {
      objects += reading.objects
      listedKinds.formUnion(reading.listedKinds)
      problems += reading.problems
      next += reading.lineCount
    } else if let reading = readBareRows(rest) {
      objects += reading.objects
      next += reading.lineCount
    } else if let count = fragments.take(rest, below: command, in: commandNamespace) {
      next += count
    } else if let count = parts.take(rest, file: file, in: commandNamespace) {
      next += count
    } else if let reading = readJournal(rest) {
      journaled += reading.objects
      next += max(1, reading.lineCount)
    } else if let stretch = ManifestStretch.find(rest) {
      if stretch.isManifest { manifestRanges.append(next..<(next + stretch.lineCount)) }
      next += stretch.lineCount
    } else {
      next += 1
    }
  }

  /// What the reader that knows the first of the lines makes of them.
  private func read(_ lines: ArraySlice<TextLine>) -> TextReading? {
    DescribeReader.read(lines, file: file, present: present, kind: command.kind)
      ?? readTable(lines)
  }

  private var commandNamespace: String {
    command.namespace.isEmpty ? namespace : command.namespace
  }

  /// Takes the lines that a node's programs logged, up to the next prompt or output of a command.
  private func readJournal(_ lines: ArraySlice<TextLine>) -> TextReading? {
    JournalReader.read(lines, file: file, present: present, namespace: namespace)
  }

  /// Takes rows whose header was left out; they never show all that there is.
  private func readBareRows(_ lines: ArraySlice<TextLine>) -> TextReading? {
    TableReader.read(
      bare: lines,
      in: TableContext(
        file: file, present: present, namespace: commandNamespace, kind: command.kind))
  }

  private func readTable(_ lines: ArraySlice<TextLine>) -> TextReading? {
    let context = TableContext(
      file: file, present: present, namespace: commandNamespace, kind: command.kind)
    guard var reading = TableReader.read(lines, in: context) else { return nil }
    if reading.isExcerpt { return reading }
    // One row may be all that somebody asked for.
    let kinds = Set(reading.objects.compactMap { $0.root["kind"]?.string })
    let isLong = reading.objects.count > 1 || listedKind.map { kinds == [$0] } == true
    if command.verb == .get ? command.names.isEmpty : isLong { reading.listedKinds = kinds }
    return reading
  }

  /// Takes everything up to the next prompt or fence for the output of `kubectl logs`.
  private mutating func readLog() {
    let start = next
    while next < lines.count, !isEndOfLog(lines[next]) { next += 1 }
    let log = lines[start..<next].filter { !$0.content.equals("stdout:") }
    guard log.contains(where: { !$0.isBlank }) else { return }
    pastedLogs.append(PastedLog(command: command, lines: Array(log)))
  }

  private func isEndOfLog(_ line: TextLine) -> Bool {
    ShellPrompt.isPrompt(line) || line.begins(with: "```") || line.content.equals("stderr:")
      || DescriptionScanner.beginsAnother(line)
  }

  /// Takes a manifest of JSON that breaks off, as far as it goes; false when it does not.
  private mutating func takeCut(_ range: Range<Int>) -> Bool {
    guard cutManifests.count < Self.mostCuts, let last = lines[range].last else { return false }
    var text = [UInt8](repeating: UInt8(ascii: "\n"), count: lines[range.lowerBound].number - 1)
    for line in lines[range] { text += line.bytes + [UInt8(ascii: "\n")] }
    guard lines[range.lowerBound].begins(with: "{"), let whole = CutManifest.mended(text.span)
    else {
      return false
    }
    let readers = YAML.DocumentReader().read(whole, file: file).documents
      .map { ObjectReader($0.root) }
      .filter { $0.objects.allSatisfy { !$0.reference.name.isEmpty } }
    guard !readers.isEmpty else { return false }
    cutManifests += readers.map(\.excerpt)
    let mark = Mark(line: last.number, column: 1)
    problems.append(
      LoadProblem(.syntaxError, at: Place(file: file, mark: mark), says: "the manifest breaks off"))
    return true
  }

  /// More than anybody pastes.
  private static let mostCuts = 16

  /// Reads all manifests as one text in which everything else is blank, so that lines keep their numbers.
  private mutating func readManifests() {
    guard !manifestRanges.isEmpty else { return }
    var text: [UInt8] = []
    var line = 0
    for range in manifestRanges where !takeCut(range) {
      let before = lines[range.lowerBound].number - 1
      while line < before {
        if line + 1 == before { text += Array("---".utf8) }
        text.append(UInt8(ascii: "\n"))
        line += 1
      }
      let margin = lines[range.lowerBound].indent
      for index in range {
        text += lines[index].bytes.dropFirst(min(margin, lines[index].indent))
        text.append(UInt8(ascii: "\n"))
      }
      line += range.count
    }
    manifests = YAML.DocumentReader().read(text, file: file)
  }
}
