import KubernetesModel
import Provenance
import YAML

/// The parts of descriptions in a paste that have no beginning; whose they are can be told only at its end.
struct PastedFragments: Sendable {
  private struct Item: Sendable {
    var fragment: DescriptionFragment
    var command: KubectlCommand
    var namespace: String
  }

  /// More than anybody pastes.
  private static let most = 256
  private static let longest = 1000

  private var items: [Item] = []
  /// By how many blanks lines were indented more to be read, by their numbers.
  private(set) var shifts: [Int: Int] = [:]

  /// Takes the fragment that the lines begin with.
  ///
  /// - Returns: how many lines it has; nil when the lines begin with none.
  mutating func take(
    _ lines: ArraySlice<TextLine>, below command: KubectlCommand, in namespace: String
  ) -> Int? {
    guard items.count < Self.most, DescriptionFragment.begins(with: lines),
      let fragment = DescriptionFragment(Self.reach(of: lines))
    else { return nil }
    let stranger = ObjectReference(kind: "", namespace: "", name: "-")
    let (completed, head, shift) = fragment.completed(for: stranger)
    let count = DescriptionScanner(completed[...]).lineCount - head
    guard count > 0 else { return nil }
    items.append(Item(fragment: fragment, command: command, namespace: namespace))
    if shift > 0 { for line in lines.prefix(count) { shifts[line.number] = shift } }
    return count
  }

  /// The lines up to where a fragment ends at the latest: a prompt, a fence, a table, or another description.
  private static func reach(of lines: ArraySlice<TextLine>) -> ArraySlice<TextLine> {
    var end = lines.startIndex
    for line in lines.prefix(longest) {
      let isFirst = end == lines.startIndex
      let isEnd = PasteBoundary.isBoundary(line) || DescriptionScanner.beginsAnother(line)
      if !isFirst, isEnd, !line.begins(with: "Type ") { break }
      end += 1
    }
    return lines[..<end]
  }

  /// The objects and events that the fragments show, in the order of the text.
  func objects(file: String, present: TextPresent, among others: [Document]) -> [Document] {
    items.flatMap { item -> [Document] in
      let subject = FragmentSubject(of: item.fragment, below: item.command)
      guard let object = subject.object(in: item.namespace, among: others) else { return [] }
      let lines = item.fragment.completed(for: object).lines[...]
      let isOfEvents = item.fragment.isOfEventsOnly
      let reading = DescribeReader.read(
        lines, file: file, present: present, kind: isOfEvents ? object.kind : nil)
      let found = reading?.objects ?? []
      return isOfEvents ? found.filter { $0.root["kind"]?.string == Event.kind } : found
    }
  }
}
