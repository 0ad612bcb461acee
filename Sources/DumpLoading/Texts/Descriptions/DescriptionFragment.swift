import KubernetesModel
import Provenance

/// Part of a description whose beginning is missing: its events, a section, or what it says of one container.
///
/// It is read below lines that kubectl would have printed before it.
struct DescriptionFragment: Sendable {
  /// What the first line is.
  private enum Beginning {
    /// `Events:` or another label at the margin.
    case section
    /// A row of the table of events, or the table's header.
    case event
    /// The name of a container, with a field of one below it.
    case container
    /// A field of a container.
    case containerField
  }

  /// The lines from its first on, with whatever follows it.
  private let lines: ArraySlice<TextLine>
  private let beginning: Beginning

  /// Nil when the lines do not begin with part of a description.
  init?(_ lines: ArraySlice<TextLine>) {
    guard let first = lines.first,
      let beginning = Self.beginning(of: first, before: lines.dropFirst().first)
    else { return nil }
    self.lines = lines
    self.beginning = beginning
  }

  /// Whether the first of the lines belongs to a description.
  static func begins(with lines: ArraySlice<TextLine>) -> Bool {
    lines.first.map { beginning(of: $0, before: lines.dropFirst().first) != nil } ?? false
  }

  /// Whether nothing but events is shown, so that the object itself is not.
  var isOfEventsOnly: Bool {
    switch beginning {
    case .event: true
    case .section: lines.first?.begins(with: "Events:") == true
    case .container, .containerField: false
    }
  }

  /// The rows of events in the fragment, as far as it may reach.
  var events: [EventRow] {
    lines.prefix(Self.longest).prefix { !ShellPrompt.isPrompt($0) }
      .compactMap { EventRow($0.content) }
  }

  private static let longest = 200

  /// The fragment as a description of `object`.
  ///
  /// - Returns: the lines, how many of them were put before those of the text, and by how many blanks those were
  ///   indented more.
  func completed(for object: ObjectReference) -> (lines: [TextLine], head: Int, shift: Int) {
    guard let first = lines.first else { return ([], 0, 0) }
    let margin = first.indent
    var head = ["Name: \(object.name)"]
    if !object.namespace.isEmpty { head.append("Namespace: \(object.namespace)") }
    var shift = 0
    switch beginning {
    case .section: break
    case .event: (head, shift) = (head + ["Events:"], 2)
    case .container: (head, shift) = (head + ["Containers:"], 2)
    case .containerField:
      (head, shift) = (head + ["Containers:", "  \(UnnamedContainer.name(0)):"], 4)
    }
    let blanks = [UInt8](repeating: UInt8(ascii: " "), count: margin)
    let above = head.map {
      TextLine(bytes: (blanks + Array($0.utf8))[...], number: first.number)
    }
    return (above + lines.map { shifted($0, by: shift) }, head.count, shift)
  }

  private func shifted(_ line: TextLine, by count: Int) -> TextLine {
    guard count > 0, !line.isBlank else { return line }
    var line = line
    line.bytes = (Array(repeating: UInt8(ascii: " "), count: count) + line.bytes)[...]
    return line
  }
}

extension DescriptionFragment {
  private static func beginning(of line: TextLine, before next: TextLine?) -> Beginning? {
    if isRowOfEvents(line) { return .event }
    guard let colon = line.colonOfLabel else { return nil }
    let label = String(decoding: line.content[..<colon], as: UTF8.self)
    let value = line.content[(colon + 1)...].trimmingBlanks()
    if containerLabels.contains(label) { return isState(value) ? .containerField : nil }
    if sections.contains(label) {
      return value.isEmpty ? next.map { $0.indent >= line.indent } == true ? .section : nil : nil
    }
    if fields.contains(label), line.content[(colon + 1)...].indexOfGap() == colon + 1 {
      return .section
    }
    let isName = value.isEmpty && line.indent > 0 && !label.isEmpty
    return isName && next.map { $0.indent > line.indent && isFirstOfContainer($0) } == true
      ? .container : nil
  }

  /// Whether the line is a row of the table of events, or its header.
  private static func isRowOfEvents(_ line: TextLine) -> Bool {
    let isHeader = line.begins(with: "Type ") || line.begins(with: "FirstSeen")
    if isHeader {
      let words = Set(line.content.words.map { String(decoding: $0, as: UTF8.self) })
      return words.isSuperset(of: ["Reason", "From", "Message"])
    }
    guard line.begins(with: "Normal ") || line.begins(with: "Warning ") else { return false }
    return EventRow(line.content).map { !$0.message.isEmpty } ?? false
  }

  private static func isState(_ value: ArraySlice<UInt8>) -> Bool {
    value.equals("Waiting") || value.equals("Running") || value.equals("Terminated")
  }

  private static func isFirstOfContainer(_ line: TextLine) -> Bool {
    line.begins(with: "Container ID:") || line.begins(with: "Image:") || line.begins(with: "State:")
  }

  private static let containerLabels: Set<String> = ["State", "Last State"]

  private static let sections: Set<String> = [
    "Events", "Containers", "Init Containers", "Conditions", "Capacity", "Allocatable",
    "System Info",
  ]

  private static let fields: Set<String> = [
    "Namespace", "Priority", "Service Account", "Node", "Start Time", "Labels", "Annotations",
    "Status", "IP", "Controlled By", "Roles", "Taints", "CreationTimestamp", "Unschedulable",
    "StorageClass", "Volume", "Selector", "Replicas", "QoS Class", "Node-Selectors", "Tolerations",
  ]
}
