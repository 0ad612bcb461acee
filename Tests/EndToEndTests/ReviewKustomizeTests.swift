import Foundation
import Testing

/// Reviews of folders that kustomize builds from.
@Suite struct ReviewKustomizeTests {
  private static let files = [
    "base/kustomization.yaml": """
    apiVersion: kustomize.config.k8s.io/v1beta1
    kind: Kustomization
    resources: [pod.yaml]
    """,
    "base/pod.yaml": """
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec: {containers: [{name: app, image: "web:1"}]}
    """,
    "overlay/kustomization.yaml": """
    apiVersion: kustomize.config.k8s.io/v1beta1
    kind: Kustomization
    resources: [../base]
    patches: [{path: ./patch.yaml}]
    patchesStrategicMerge: [../shared/merge.yaml]
    """,
    "overlay/patch.yaml": """
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec: {containers: [{name: app, resources: {$patch: delete}}]}
    """,
    "shared/merge.yaml": """
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec: {priority: 1}
    """,
  ]

  @Test(
    "neither kustomizations nor the patches that they name are manifests",
    arguments: [
      ([""], 0), (["overlay"], 0), (["shared"], 1),
      (["overlay/kustomization.yaml", "overlay/patch.yaml"], 0), (["overlay/patch.yaml"], 1),
    ])
  func folders(_ paths: [String], _ exitCode: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in Self.files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    // A folder of kustomize's alone holds nothing to review.
    let extra = ["base/pod.yaml"].map { folder.appending(path: $0).path(percentEncoded: false) }
    let asked = paths.map { folder.appending(path: $0).path(percentEncoded: false) }
    let outcome = try Program.run(
      ["review", "--no-config", "--profile", "lenient"] + asked + extra)
    #expect(Int(outcome.exitCode) == exitCode, "\(outcome.output)")
  }
}
