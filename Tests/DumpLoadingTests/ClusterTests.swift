import DumpLoading
import Findings
import Foundation
import KubernetesModel
import Provenance
import TestSupport
import Testing

/// An object whose uid tells which cluster it is of.
private func object(_ kind: String, _ name: String, uid: String) -> String {
  let namespace = kind == "Pod" ? "namespace: shop, " : ""
  return "apiVersion: v1\nkind: \(kind)\nmetadata: {\(namespace)name: \(name), uid: \(uid)}\n---\n"
}

@Suite("Dumps of several clusters")
struct ClusterTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var files: [String: String]
    /// The pods of each cluster, by its name; one without a name when there is only one.
    var pods: [String: [String]]
  }

  private static let web = object("Pod", "web", uid: "w1")
  private static let system = object("Namespace", "kube-system", uid: "s1")

  static let cases = [
    Case(
      testDescription: "are kept apart by the uid of kube-system",
      files: [
        "a/ns.yaml": system, "a/pods.yaml": object("Pod", "one", uid: "1"),
        "b/ns.yaml": object("Namespace", "kube-system", uid: "s2"),
        "b/pods.yaml": object("Pod", "two", uid: "2"),
      ], pods: ["a": ["one"], "b": ["two"]]),
    Case(
      testDescription: "are kept apart below a folder that they share",
      files: [
        "all/a/all.yaml": system + object("Pod", "one", uid: "1"),
        "all/b/all.yaml": object("Namespace", "kube-system", uid: "s2")
          + object("Pod", "two", uid: "2"),
      ], pods: ["a": ["one"], "b": ["two"]]),
    Case(
      testDescription: "are kept apart by a pod of one name in two folders",
      files: ["a/pods.yaml": web, "b/pods.yaml": object("Pod", "web", uid: "w2")],
      pods: ["a": ["web"], "b": ["web"]]),
    Case(
      testDescription: "are kept apart in two files by their nodes",
      files: [
        "a.yaml": object("Node", "n", uid: "n1") + object("Pod", "one", uid: "p1"),
        "b.yaml": object("Node", "n", uid: "n2") + object("Pod", "two", uid: "p2"),
      ], pods: ["a.yaml": ["one"], "b.yaml": ["two"]]),
    Case(
      testDescription: "may be in several folders each",
      files: [
        "a1/all.yaml": system + object("Pod", "one", uid: "1"), "a2/ns.yaml": system,
        "a2/pods.yaml": object("Pod", "more", uid: "3"),
        "b/all.yaml": object("Namespace", "kube-system", uid: "s2")
          + object("Pod", "two", uid: "2"),
      ], pods: ["a1+a2": ["more", "one"], "b": ["two"]]),
    Case(
      testDescription: "are one where the folders hold the same objects",
      files: ["a/all.yaml": system + web, "b/all.yaml": system + web], pods: ["": ["web"]]),
    Case(
      testDescription: "are one where nothing is in both folders",
      files: ["a/pods.yaml": web, "b/ns.yaml": system], pods: ["": ["web"]]),
    Case(
      testDescription: "are one where a pod was made anew while it was dumped",
      files: [
        "all.yaml": system + web, "pods/web.yaml": object("Pod", "web", uid: "w2"),
      ], pods: ["": ["web"]]),
    Case(
      testDescription: "are one where a pod of a must-gather was made anew",
      files: [
        "image/namespaces/shop/core/pods.yaml": web,
        "image/namespaces/shop/pods/web/web.yaml": object("Pod", "web", uid: "w2"),
        "image/cluster-scoped-resources/core/namespaces/kube-system.yaml": system,
      ], pods: ["": ["web"]]),
  ]

  @Test("tell clusters apart", arguments: cases)
  func partition(_ example: Case) throws {
    let dumps = try inTemporaryFolder { folder in
      for (path, text) in example.files {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      return DumpLoader().loadClusters([folder.path(percentEncoded: false)])
    }
    let pods = dumps.map { ($0.cluster ?? "", $0.snapshot.pods.map(\.metadata.name)) }
    #expect(Dictionary(pods) { $0 + $1 } == example.pods)
  }
}
