/// Reads versions of Kubernetes, of which only the minor number counts here.
package enum KubernetesVersion {
  /// The minor version that `1.34`, `v1.34` or `1.34.2` names; nil for anything else.
  package static func minor(_ text: String) -> Int? {
    let numbers = text.drop { $0 == "v" }.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...3).contains(numbers.count), numbers[0] == "1",
      numbers.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Int(numbers[1])
  }
}
