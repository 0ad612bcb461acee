import Basics
import Foundation
import KubernetesModel
import Scheduling
import YAML

@main struct Main {
  static func load(_ text: [UInt8]) -> ClusterSnapshot {
    var builder = ClusterSnapshot.Builder()
    let reading = DocumentReader().read(text, file: "objects.json")
    for document in reading.documents { builder.add(document.root) }
    return builder.build()
  }
  static func main() throws {
    let args = CommandLine.arguments
    if args[1] == "bench" {
      let clock = ContinuousClock()
      var t = clock.now
      let data = [UInt8](try Data(contentsOf: URL(filePath: args[2])))
      let snapshot = load(data)
      print("load", t.duration(to: clock.now)); t = clock.now
      var simulation = Simulation(of: snapshot)
      print("state", t.duration(to: clock.now)); t = clock.now
      let report = simulation.run(detail: .decisions)
      let d = t.duration(to: clock.now)
      let s = Double(d.components.seconds) + Double(d.components.attoseconds) / 1e18
      print("run", d, "pods/s", Double(report.pods.count) / s)
      var kinds: [String: Int] = [:]
      for p in report.pods { kinds[p.kind.rawValue, default: 0] += 1 }
      print(kinds)
      return
    }
    for line in try Data(contentsOf: URL(filePath: args[1])).split(separator: 10) {
      var builder = ClusterSnapshot.Builder()
      var configuration = SchedulerConfiguration()
      for document in DocumentReader().read([UInt8](line), file: "x").documents {
        if let c = document.root["config"] { configuration = try SchedulerConfiguration(reading: c) }
        for object in document.root["objects"]!.elements { builder.add(object) }
      }
      var simulation = Simulation(of: builder.build(), configuration: configuration)
      let report = simulation.run()
      var json = JSONWriter(into: ByteWriter())
      report.write(to: &json)
      print(String(decoding: json.finish().bytes, as: UTF8.self))
    }
  }
}
