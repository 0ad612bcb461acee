import KubernetesModel
import Provenance
import YAML

@testable import DumpLoading

/// Tables as tests write them, and the objects that come of them.
struct TableText {
  var text: String
  var present = Timestamp("2026-01-01T12:00:00Z") ?? Timestamp(seconds: 0)
  var namespace = "shop"
  /// The kind that the command before the tables asked for.
  var kind: String?

  init(_ text: String) {
    self.text = text
  }

  /// The readings of all tables in the text, which other lines may part.
  var readings: [TextReading] {
    let context = TableContext(
      file: "paste.txt", present: TextPresent(time: present, isNominal: false),
      namespace: namespace, kind: kind)
    var lines = TextLine.lines(of: Array(text.utf8))[...]
    var readings: [TextReading] = []
    while !lines.isEmpty {
      let reading = TableReader.read(lines, in: context)
      lines = lines.dropFirst(max(1, reading?.lineCount ?? 1))
      if let reading { readings.append(reading) }
    }
    return readings
  }

  var loaded: [LoadedObject] {
    readings.flatMap { $0.objects.flatMap { ObjectReader($0.root).objects } }
  }

  var pods: [Pod] { all() }
  var events: [Event] { all() }

  func all<Object: KubernetesObject>() -> [Object] {
    loaded.compactMap { $0.value as? Object }
  }
}
