import KubernetesModel

/// What a container's preStop hook does, as far as its manifest says it.
struct PreStopStory: Sendable {
  /// The field of the container, below it.
  static let field = "lifecycle.preStop"

  var action: LifecycleHandler

  /// Seconds that the hook sleeps; nil when it does something else.
  var sleeps: Int? {
    if let sleep = action.sleep { return Int(clamping: sleep.seconds) }
    let words = (action.exec?.command ?? []).flatMap { text in
      text.split { $0.isWhitespace || ";&|\"'".contains($0) }
    }
    guard let word = words.lastIndex(where: { $0 == "sleep" || $0.hasSuffix("/sleep") }),
      words.indices.contains(word + 1)
    else { return nil }
    let length = words[word + 1]
    if length == "infinity" || length == "inf" { return Int(Int32.max) }
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = length.last.flatMap({ units[$0] }) else { return Int(length) }
    return Int(length.dropLast()).map { $0.multipliedReportingOverflow(by: unit).partialValue }
  }

  /// What it does, as a person would say it.
  var does: String {
    if let command = action.exec?.command { return command.joined(separator: " ") }
    if let sleep = action.sleep { return "sleep \(sleep.seconds)" }
    return action.httpGet.map { "GET \($0.path)" } ?? "a hook"
  }
}
