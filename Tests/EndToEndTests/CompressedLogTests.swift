import Foundation
import TestSupport
import Testing

@Suite("Compressed logs")
struct CompressedLogTests {
  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web-1, namespace: shop, uid: 0a1b2c3d-1111-2222-3333-444455556666}
    spec:
      nodeName: node-1
      containers: [{name: app, image: "nginx:1.27"}]
    status:
      phase: Running
      containerStatuses:
        - name: app
          ready: false
          restartCount: 4
          state: {waiting: {reason: CrashLoopBackOff}}
          lastState: {terminated: {exitCode: 1, reason: Error, finishedAt: 2026-11-22T10:00:00Z}}
    """
  private static let line =
    #"nginx: [emerg] unknown directive "proxi_pass" in /etc/nginx/conf.d/default.conf:8"#

  @Test(
    "are read as they would be if they were plain, wherever the pod's logs may stand",
    arguments: [
      "web-1__app.log.gz",
      "web-1__app.previous.log.gz",
      "var/log/pods/shop_web-1_0a1b2c3d-1111-2222-3333-444455556666/app/0.log.gz",
      "var/log/pods/shop_web-1_0a1b2c3d-1111-2222-3333-444455556666/app/3.log.20261122-101010.gz",
    ])
  func isRead(_ path: String) throws {
    let folder = try TemporaryFolder(["pod.yaml": Self.pod, "log": Self.line + "\n"])
    let script = """
      mkdir -p "$(dirname '\(path)')"; gzip -c log > '\(path)'; rm log
      "$0" diagnose . -o json
      """
    let outcome = try Program.shell(script, in: URL(filePath: folder.path))
    let causes = try JSONValue(parsing: Array(outcome.output.utf8))["rootCauses"]?.elements ?? []
    let first = causes.first?["evidence"]?.elements.first
    #expect(causes.map { $0["cause"]?.string } == ["app-config-invalid"])
    #expect(first?["file"]?.string?.hasSuffix(path) == true)
    #expect(first?["quote"]?.string == Self.line)
  }
}
