import Foundation
import TestSupport
import Testing

@Suite("Output files")
struct OutputFileTests {
  private static let pod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: gated, namespace: shop}
    spec: {schedulingGates: [{name: example.com/wait}]}
    status: {phase: Pending}

    """

  /// Runs a shell with the program as `$0`, in a folder with `pod.yaml`; `check` sees the folder afterwards.
  private func shell(
    _ script: String, _ check: (Program.Outcome, URL) throws -> Void
  ) throws {
    try inTemporaryFolder { folder in
      try Data(Self.pod.utf8).write(to: folder.appending(path: "pod.yaml"))
      try check(try Program.shell(script, in: folder), folder)
    }
  }

  private func content(of file: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
  }

  @Test("are replaced as a whole and keep their permissions")
  func replacement() throws {
    let script = "echo old > out; chmod 600 out; \"$0\" diagnose pod.yaml -o name --output-file out"
    try shell(script) { outcome, folder in
      #expect(outcome.exitCode == 0)
      #expect(outcome.output == "")
      let (text, names) = try (content(of: "out", in: folder), names(in: folder))
      #expect(text == "pod/gated\n")
      #expect(names == ["out", "pod.yaml"])
      let path = folder.appending(path: "out").path(percentEncoded: false)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test("stay as they were where the answer does not fit")
  func noRoom() throws {
    let script = """
      echo old > out; ulimit -f 1; "$0" diagnose pod.yaml -o json --output-file out; code=$?
      "$0" diagnose pod.yaml -o json --output-file new; exit $code
      """
    try shell(script) { outcome, folder in
      #expect(outcome.exitCode == 2)
      #expect(outcome.diagnostics.contains("cannot write out: "))
      let (text, names) = try (content(of: "out", in: folder), names(in: folder))
      #expect(text == "old\n")
      #expect(names == ["out", "pod.yaml"])
    }
  }

  @Test("that cannot be made are exit code 2")
  func noFolder() throws {
    try shell("\"$0\" diagnose pod.yaml --output-file nowhere/out") { outcome, _ in
      #expect(outcome.exitCode == 2)
      #expect(outcome.diagnostics.contains("cannot write nowhere/out: No such file or directory"))
    }
  }

  @Test("a full disk behind standard output is exit code 2")
  func fullOutput() throws {
    try shell("\"$0\" diagnose pod.yaml > /dev/full") { outcome, _ in
      #expect(outcome.exitCode == 2)
      #expect(outcome.diagnostics == "error: cannot write the answer\n")
    }
  }

  @Test("a full device in place of a file is exit code 2")
  func fullDevice() throws {
    try shell("\"$0\" diagnose pod.yaml --output-file /dev/full") { outcome, folder in
      #expect(outcome.exitCode == 2)
      #expect(outcome.diagnostics.contains("cannot write /dev/full: No space left on device"))
      let names = try names(in: folder)
      #expect(names == ["pod.yaml"])
    }
  }

  @Test("are old or new and never half when the program is killed")
  func killing() throws {
    let script = """
      i=0
      while [ $i -lt 12 ]; do
        echo old > out; "$0" diagnose pod.yaml -o json --output-file out & pid=$!
        sleep 0.0$((i / 2))$((i % 2 * 5)); kill -9 $pid 2> /dev/null; wait $pid 2> /dev/null
        if [ "$(cat out)" = old ]; then echo old; else tail -n 1 out; fi
        i=$((i + 1))
      done
      """
    try shell(script) { outcome, folder in
      let endings = Set(outcome.output.split(separator: "\n"))
      #expect(endings.isSubset(of: ["old", "}"]), "\(endings)")
      let names = try names(in: folder).filter { !$0.hasSuffix(".tmp") }
      #expect(names == ["out", "pod.yaml"])
    }
  }
}
