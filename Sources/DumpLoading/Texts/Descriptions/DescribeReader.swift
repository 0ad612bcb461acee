import Findings
import KubernetesModel
import Provenance
import YAML

/// Reads what `kubectl describe` prints into the objects of the API that it was printed from.
///
/// A description does not show all of an object: no affinity, finalizers or gates, and no messages of conditions.
struct DescribeReader {
  /// Reads the description at the start of `lines`; nil when none begins there.
  ///
  /// - Parameters:
  ///   - lines: the text from the description's first line on.
  ///   - file: the name of the text.
  ///   - present: against which ages count.
  ///   - kind: the kind that the command above the text named, for what the text itself does not tell.
  static func read(
    _ lines: ArraySlice<TextLine>, file: String, present: TextPresent, kind: String? = nil
  ) -> TextReading? {
    guard let first = lines.first, DescriptionScanner.beginsAnother(first) else { return nil }
    let scanner = DescriptionScanner(lines)
    let description = Description(scanner.outline, file: file, present: present)
    guard description.fields.count > 1 else { return nil }
    var reading = TextReading()
    reading.lineCount = scanner.lineCount
    guard let kind = DescribedKind.kind(of: description) ?? kind else {
      reading.problems = [untold(description, at: first)]
      return reading
    }
    reading.objects = DescribedObject(description, kind: kind).documents()
    return reading
  }

  private static func untold(_ description: Description, at line: TextLine) -> LoadProblem {
    let mark = Mark(line: line.number, column: line.indent + 1)
    return LoadProblem(
      .notAnObject, at: Place(file: description.file, mark: mark),
      says: "the description of \(description.name) does not show of what kind it is")
  }
}
