import Foundation
import TestSupport
import Testing

/// Inputs that somebody made to do harm, each with a bound on the memory and the processor time of the whole run.
///
/// `PODDOCTOR_FULL_SIZE=1` runs those that are scaled down for every day at full size.
@Suite("Hostile inputs")
struct HostileInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// Makes the input, with `$n` for how much of it, and runs the program on it.
    var script: String
    /// How much there is every day, and when it is asked for.
    var sizes = (day: 1, full: 1)
    /// What the answer says of the input.
    var says: String
    /// In MiB of address space.
    var memory = 1024
    /// In seconds of the processor.
    var time = 60
  }

  static let isFull = ProcessInfo.processInfo.environment["PODDOCTOR_FULL_SIZE"] == "1"

  static let cases = [
    Case(
      testDescription: "a gzip bomb",
      script:
        "head -c ${n}000000 /dev/zero | tr '\\0' x | gzip > bomb.yaml.gz; \"$0\" diagnose . -o json",
      sizes: (100, 4_000), says: "times its size"),
    Case(
      testDescription: "a gzip bomb in a gzip bomb",
      script: """
        head -c ${n}000000 /dev/zero | tr '\\0' x | gzip | gzip > bomb.json.gz.gz
        "$0" diagnose . -o json
        """,
      sizes: (100, 4_000), says: "bomb.json.gz.gz"),
    Case(
      testDescription: "an archive of very many files",
      script: """
        mkdir many; cp pod.yaml many/; cd many; i=0
        while [ $i -lt $n ]; do : > $i.yaml; i=$((i + 1)); done
        tar -cf ../many.tar . ; cd ..; rm -r many; "$0" diagnose many.tar -o json
        """,
      sizes: (2_000, 50_000), says: "the file is empty"),
    Case(
      testDescription: "a flow sequence of 100,000 levels",
      script: "head -c 100000 /dev/zero | tr '\\0' '[' > deep.yaml; \"$0\" diagnose . -o json",
      says: "deep.yaml"),
    Case(
      testDescription: "a JSON object of 100,000 levels",
      script: "yes '{\"a\":' | head -n 100000 > deep.json; \"$0\" diagnose . -o json",
      says: "deep.json"),
    Case(
      testDescription: "a block sequence of 100,000 levels",
      script: "yes '-' | head -n 100000 | tr '\\n' ' ' > deep.yaml; \"$0\" diagnose . -o json",
      says: "deep.yaml"),
    Case(
      testDescription: "a description of very many levels",
      script: """
        awk -v n=$n 'BEGIN { s = ""; print "Name:         web\\nNamespace:    shop"
          for (i = 0; i < n; i++) { print s "Label:"; if (i < 4000) s = s " " } }' > deep.txt
        "$0" diagnose . -o json
        """, sizes: (1_000, 20_000), says: "scheduling-gated"),
    Case(
      testDescription: "one line of YAML",
      script: """
        (printf 'apiVersion: v1\\nkind: Pod\\nmetadata: {name: a, annotations: {b: "'
        head -c ${n}000000 /dev/zero | tr '\\0' x; echo '"}}') > line.yaml
        "$0" diagnose . -o json
        """, sizes: (40, 1_000), says: "line.yaml", memory: 2600),
    Case(
      testDescription: "one line of text",
      script: """
        head -c ${n}000000 /dev/zero | tr '\\0' x > line.txt; "$0" diagnose . -o json
        """, sizes: (40, 1_000), says: "scheduling-gated", memory: 2600),
    Case(
      testDescription: "one line of a log",
      script: """
        head -c ${n}000000 /dev/zero | tr '\\0' x > shop_gated_app.log
        "$0" diagnose . -o json
        """, sizes: (40, 1_000), says: "scheduling-gated", memory: 2600),
    Case(
      testDescription: "one line behind a pipe",
      script: """
        (cat pod.yaml; printf -- '---\\na: '; head -c ${n}000000 /dev/zero | tr '\\0' x) |
          "$0" diagnose - -o json
        """, sizes: (40, 1_000), says: "scheduling-gated", memory: 5000),
    Case(
      testDescription: "very many tiny documents",
      script: """
        (cat pod.yaml; yes -- '---
        a: 1' | head -n $((2 * n))) | "$0" diagnose - -o json
        """, sizes: (20_000, 10_000_000), says: "more things are wrong with the file", memory: 2600),
    Case(
      testDescription: "very many tiny documents in an archive",
      script: """
        (cat pod.yaml; yes -- '---
        a: 1' | head -n $((2 * n))) | gzip > many.yaml.gz; "$0" diagnose many.yaml.gz -o json
        """, sizes: (20_000, 10_000_000), says: "more things are wrong with the file", memory: 2600),
    Case(
      testDescription: "very many events about one pod",
      script: """
        awk -v n=$n 'BEGIN { print "NAMESPACE   LAST SEEN   TYPE      REASON    OBJECT      MESSAGE"
          for (i = 0; i < n; i++)
            print "shop        5m          Warning   BackOff   pod/gated   Back-off restarting " i }' > events.txt
        "$0" diagnose . -o json
        """, sizes: (5_000, 100_000), says: "scheduling-gated", memory: 2600),
    Case(
      testDescription: "a text of nothing but line ends",
      script: """
        (echo 'NAME   READY   STATUS   RESTARTS   AGE'; yes '' | head -n ${n}000000) > blank.txt
        "$0" diagnose . -o json
        """, sizes: (1, 100), says: "scheduling-gated", memory: 2600),
  ]

  @Test("stay within their bounds, and the rest is diagnosed", arguments: cases)
  func bounds(_ example: Case) throws {
    let size = Self.isFull ? example.sizes.full : example.sizes.day
    let limits = "ulimit -v \(example.memory << 10); ulimit -t \(example.time); n=\(size)\n"
    let outcome = try Self.run(limits + example.script)
    #expect(outcome.exitCode == 0, "\(outcome.diagnostics.prefix(500))")
    let (isTold, isDiagnosed) = (
      outcome.output.contains(example.says), outcome.output.contains("scheduling-gated")
    )
    #expect(isTold, "\(outcome.output.prefix(2000))")
    #expect(isDiagnosed)
  }

  /// Runs a script in a folder with a pod that has something.
  static func run(_ script: String) throws -> Program.Outcome {
    let folder = try TemporaryFolder(["pod.yaml": gatedPod])
    return try Program.shell(script, in: URL(filePath: folder.path))
  }

  static let gatedPod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: gated, namespace: shop}
    spec: {schedulingGates: [{name: example.com/wait}], containers: [{name: app, image: a}]}
    status: {phase: Pending}

    """
}
