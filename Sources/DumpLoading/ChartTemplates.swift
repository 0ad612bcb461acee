import Findings
import KubernetesModel
import Provenance

/// The templates of Helm charts among manifests: nothing in them is an object before it is rendered.
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
      first[chart] = min(first[chart] ?? file, file)
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

  func leaves(_ problem: LoadProblem) -> Bool { marks[problem.place.file] == nil }

  /// The chart of whose templates a file is one; nil when it is none.
  private static func chart(of path: String, among charts: Set<String>) -> String? {
    let steps = KustomizeFiles.path(path).split(separator: "/", omittingEmptySubsequences: false)
    return steps.indices.dropLast().filter { steps[$0] == "templates" }
      .map { steps[..<$0].joined(separator: "/") }.first(where: charts.contains)
  }
}
