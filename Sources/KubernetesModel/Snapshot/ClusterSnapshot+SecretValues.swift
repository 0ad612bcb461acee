import Provenance
import YAML

extension ClusterSnapshot {
  /// What the Secrets hold, plain and as it stands in the manifest; only to be looked for and left out.
  package var secretValues: [[UInt8]] {
    secrets.flatMap { secret -> [[UInt8]] in
      let reference = ObjectReference(
        kind: Secret.kind, namespace: secret.metadata.namespace, name: secret.metadata.name)
      guard let node = index.sources[reference]?.document.node else { return [] }
      let encoded = node["data"]?.entries.map { Array($0.value.text.utf8) } ?? []
      let plain = node["stringData"]?.entries.map { Array($0.value.text.utf8) } ?? []
      let decoded = encoded.compactMap { Base64.decode($0[...]) }
      return encoded + (plain + decoded).flatMap { Self.lines(of: $0) }
    }
  }

  /// A value of several lines is looked for line by line, as logs and messages hold it.
  private static func lines(of value: [UInt8]) -> [[UInt8]] {
    let lines = value.split { $0 == 10 || $0 == 13 }.map(Array.init)
    return lines.count == 1 ? lines : lines.filter { $0.count >= 12 }
  }
}
