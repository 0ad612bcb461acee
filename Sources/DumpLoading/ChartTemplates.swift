import Findings
import KubernetesModel
import Provenance

/// The templates of Helm charts among manifests, and other files that charts render: nothing in them is an object before it is rendered.
struct ChartTemplates {
  /// Where the first template of each file begins.
  private var marks: [String: Mark] = [:]
  /// The first file of each chart.
  private var first: [String: String] = [:]

  init(in sources: [DumpSource]) {
    let charts = Set(
      sources.map(\.file.path).filter { $0 == "Chart.yaml" || $0.hasSuffix("/Chart.yaml") }
        .map { KustomizeFiles.path(String($0.dropLast("Chart.yaml".count))) })
    guard !charts.isEmpty else { return }
    for source in sources {
      let file = source.file.path
      guard let chart = Self.chart(of: file, among: charts), let bytes = try? source.bytes(),
        let mark = UnrenderedTemplates.first(in: bytes)
      else { continue }
      marks[file] = mark
      if chart.isTemplate { first[chart.path] = min(first[chart.path] ?? file, file) }
    }
  }

  /// What to say of them, once a chart.
  var problems: [LoadProblem] {
    first.values.sorted().compactMap { file in
      marks[file].map { UnrenderedTemplates.problem(at: Place(file: file, mark: $0)) }
    }
  }

  func leaves(_ object: LoadedObject) -> Bool {
    guard !marks.isEmpty, let file = object.place?.file else { return true }
    return marks[file] == nil
  }

  /// Whether a problem is one of manifests; what describes a chart is none either.
  func leaves(_ problem: LoadProblem) -> Bool {
    guard marks[problem.place.file] == nil else { return false }
    return problem.kind != .notAnObject || !problem.place.file.hasSuffix("/Chart.yaml")
  }

  /// The chart to which a file belongs, and whether as one of its templates; nil when it belongs to none.
  ///
  /// Charts render some of their other files themselves, with `tpl`.
  private static func chart(
    of path: String, among charts: Set<String>
  ) -> (path: String, isTemplate: Bool)? {
    let steps = KustomizeFiles.path(path).split(separator: "/", omittingEmptySubsequences: false)
    return steps.indices.dropLast().filter { ["templates", "files"].contains(steps[$0]) }
      .map { (steps[..<$0].joined(separator: "/"), steps[$0] == "templates") }
      .first { charts.contains($0.0) }
  }
}
