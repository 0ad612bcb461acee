/// The formats that `-o` names.
package enum ReportFormat: String, Sendable, CaseIterable {
  case text, wide, json, yaml, name, ndjson

  /// The reporter for this format; only text and wide look at the layout.
  package func reporter(_ layout: TextLayout) -> any Reporter {
    switch self {
    case .text: TextReporter(layout)
    case .wide: TextReporter(layout.showingEverything)
    case .json: JSONReporter()
    case .yaml: YAMLReporter()
    case .name: NameReporter()
    case .ndjson: NDJSONReporter()
    }
  }

  /// Whether the format shows the timelines of a report.
  package func showsTimelines(in layout: TextLayout) -> Bool {
    switch self {
    case .text: layout.isWide
    case .wide, .json, .yaml: true
    case .name, .ndjson: false
    }
  }
}
