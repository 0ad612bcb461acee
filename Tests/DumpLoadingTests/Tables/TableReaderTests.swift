import Findings
import KubernetesModel
import Provenance
import Testing
import YAML

@testable import DumpLoading

@Suite("Tables")
struct TableReaderTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    /// `Kind namespace/name` of what is read.
    var objects: [String]
  }

  static let cases = [
    Case(
      testDescription: "of one namespace take the namespace that is asked for",
      text: """
        NAME    READY   STATUS    RESTARTS   AGE
        web-1   1/1     Running   0          5m
        """, objects: ["Pod shop/web-1"]),
    Case(
      testDescription: "of all namespaces say it themselves",
      text: """
        NAMESPACE     NAME    READY   STATUS    RESTARTS   AGE
        kube-system   dns-1   1/1     Running   0          5m
        """, objects: ["Pod kube-system/dns-1"]),
    Case(
      testDescription: "end at a blank line",
      text: """
        NAME    READY   STATUS    RESTARTS   AGE
        web-1   1/1     Running   0          5m

        web-2   1/1     Running   0          5m
        """, objects: ["Pod shop/web-1"]),
    Case(
      testDescription: "end at the header of the next",
      text: """
        NAME    READY   STATUS    RESTARTS   AGE
        web-1   1/1     Running   0          5m
        NAME     STATUS   ROLES    AGE   VERSION
        node-a   Ready    <none>   9d    v1.30.1
        """, objects: ["Pod shop/web-1", "Node /node-a"]),
    Case(
      testDescription: "end at a prompt, prose or an error",
      text: """
        NAME    READY   STATUS    RESTARTS   AGE
        web-1   1/1     Running   0          5m
        $ kubectl get pods
        NAME    READY   STATUS    RESTARTS   AGE
        web-2   1/1     Running   0          5m
        as you see it runs  but it does not answer
        NAME    READY   STATUS    RESTARTS   AGE
        web-3   1/1     Running   0          5m
        Error from server (NotFound): pods "web-4" not found
        """, objects: ["Pod shop/web-1", "Pod shop/web-2", "Pod shop/web-3"]),
    Case(
      testDescription: "go on after lines that somebody left out",
      text: """
        NAME    READY   STATUS    RESTARTS   AGE
        web-1   1/1     Running   0          5m
        ...
        web-9   1/1     Running   0          5m
        """, objects: ["Pod shop/web-1", "Pod shop/web-9"]),
    Case(
      testDescription: "of several kinds tell the kind in the name",
      text: """
        NAME        READY   STATUS    RESTARTS   AGE
        pod/web-1   1/1     Running   0          5m

        NAME                  READY   UP-TO-DATE   AVAILABLE   AGE
        deployment.apps/web   1/1     1            1           5m

        NAME                                   DESIRED   CURRENT   READY   AGE
        replicationcontroller/old              1         1         1       5m

        NAME                        AGE
        certificate.example.com/x   5m
        serviceaccount/builder      5m
        """,
      objects: [
        "Pod shop/web-1", "Deployment shop/web", "ReplicationController shop/old",
        "ServiceAccount shop/builder",
      ]),
    Case(
      testDescription: "are read though the whole is indented",
      text: """
          NAME    READY   STATUS    RESTARTS   AGE
          web-1   1/1     Running   0          5m
        """, objects: ["Pod shop/web-1"]),
    Case(
      testDescription: "are read though spaces were squeezed",
      text: """
        NAMESPACE NAME READY STATUS RESTARTS AGE IP NODE NOMINATED NODE READINESS GATES
        prod web-1 0/1 CrashLoopBackOff 5 (2m ago) 9m 10.0.0.1 node-a <none> <none>
        """, objects: ["Pod prod/web-1"]),
    Case(
      testDescription: "are read though tabs divide the cells",
      text: "NAME\tREADY\tSTATUS\tRESTARTS\tAGE\nweb-1\t1/1\tRunning\t0\t5m",
      objects: ["Pod shop/web-1"]),
    Case(
      testDescription: "of what is used now are passed over",
      text: """
        NAME    CPU(cores)   MEMORY(bytes)
        web-1   1m           20Mi

        NAME     CPU(cores)   CPU%   MEMORY(bytes)   MEMORY%
        node-a   250m         12%    1800Mi          46%
        """, objects: []),
    Case(
      testDescription: "of ConfigMaps and Secrets make no objects, for their keys are not shown",
      text: """
        NAME               DATA   AGE
        kube-root-ca.crt   1      10d

        NAME   TYPE     DATA   AGE
        db     Opaque   2      10d
        """, objects: []),
    Case(
      testDescription: "of other people's kinds are passed over",
      text: """
        NAME      READY   AGE
        issuer    True    5d

        NAME     STATUS    AGE
        backup   Enabled   5d
        """, objects: []),
  ]

  @Test("are read row by row", arguments: cases)
  func rows(_ example: Case) {
    let read = TableText(example.text).loaded.map(\.reference)
    #expect(read.map { "\($0.kind) \($0.namespace)/\($0.name)" } == example.objects)
  }

  @Test(
    "are told from other text",
    arguments: [
      "", "Name:   web", "ERROR", "ERROR  failed", "SELECT NAME FROM PODS", "name   ready",
      "WARNING: NAME IS EMPTY", "NAME", "PATH=/usr/bin",
    ])
  func noHeader(_ text: String) {
    let present = TextPresent(time: Timestamp(seconds: 0), isNominal: true)
    let lines = TextLine.lines(of: Array(text.utf8))[...]
    #expect(TableReader.read(lines, file: "f", present: present, namespace: "n") == nil)
  }

  @Test("say how many lines they are")
  func lineCount() throws {
    let reading = try #require(
      TableText(
        """
        NAME    READY   STATUS    RESTARTS   AGE
        web-1   1/1     Running   0          5m
        web-2   1/1     Running   0          5m
        That is all.
        """
      ).readings.first)
    #expect(reading.lineCount == 3)
  }

  @Test("keep where each value stands")
  func marks() throws {
    let table = TableText(
      """
      NAME    READY   STATUS    RESTARTS   AGE   IP         NODE
      web-1   1/1     Running   0          5m    10.0.0.1   node-a
      """)
    let root = try #require(table.readings.first?.objects.first).root
    #expect(root["spec"]?["nodeName"]?.place.description == "paste.txt:2:55")
    #expect(root["status"]?["phase"]?.place.description == "paste.txt:2:17")
    #expect(root["metadata"]?["creationTimestamp"]?.place.description == "paste.txt:2:38")
  }

  @Test("note a row that names an object and does not show it, and go on")
  func problems() throws {
    let reading = try #require(
      TableText(
        """
        NAME    READY       STATUS    RESTARTS   AGE
        web-1   1/9999999   Running   0          5m
        web-2   1/1         Running   0          5m
        """
      ).readings.first)
    #expect(reading.objects.count == 1)
    #expect(reading.problems.map(\.description) == ["paste.txt:2:1: the row does not show a Pod"])
  }

  @Test("of an ambiguous kind are those of the kind that was asked for")
  func askedFor() {
    var table = TableText("NAME     CREATED AT\nlimits   2025-12-01T00:00:00Z")
    #expect(table.loaded.isEmpty)
    table.kind = "LimitRange"
    #expect(table.loaded.map(\.reference.description) == ["limitrange/limits"])
    #expect(
      (table.all() as [LimitRange]).first?.metadata.creationTimestamp
        == Timestamp("2025-12-01T00:00:00Z"))
  }
}
