import DumpLoading
import KubernetesModel
import Provenance
import Testing

@Suite("Parts of descriptions without a beginning")
struct DescriptionFragmentTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var paste: String
    /// `NAMESPACE/NAME PHASE REASON` of each pod; the reason is the waiting container's.
    var pods: [String]
  }

  private static let events = """
    Events:
      Type     Reason   Age                 From     Message
      ----     ------   ----                ----     -------
      Warning  BackOff  3m (x9 over 4m)     kubelet  Back-off restarting failed container app
    """

  static let cases = [
    Case(
      testDescription: "events that name nobody",
      paste: events, pods: ["default/#1 Running CrashLoopBackOff"]),
    Case(
      testDescription: "events below a command that names the pod",
      paste: "$ kubectl describe pod web -n shop\n" + events,
      pods: ["shop/web Running CrashLoopBackOff"]),
    Case(
      testDescription: "events below a command in which a shell put the name",
      paste: "$ kubectl -n shop describe pod $POD\n" + events,
      pods: ["shop/#1 Running CrashLoopBackOff"]),
    Case(
      testDescription: "events that tell where the pod was placed",
      paste: """
        Events:
          Type     Reason     Age              From               Message
          Normal   Scheduled  4m               default-scheduler  Successfully assigned shop/web to a
          Warning  BackOff    3m (x9 over 4m)  kubelet            Back-off restarting failed container app
        """,
      pods: ["shop/web Running CrashLoopBackOff"]),
    Case(
      testDescription: "events that name the pod in a message only, its id blotted out",
      paste: """
        Events:
          Type     Reason   Age              From     Message
          Warning  BackOff  3m (x9 over 4m)  kubelet  Back-off restarting failed container app in pod web-1_shop(uid)
        """,
      pods: ["shop/web-1 Running CrashLoopBackOff"]),
    Case(
      testDescription: "rows of events in a letter",
      paste: """
        Hello, this is all that I see:
        Warning  FailedScheduling  29s   default-scheduler  0/3 nodes are available: 3 Insufficient cpu.
        What can I do?
        """,
      pods: ["default/#1 Pending "]),
    Case(
      testDescription: "rows of events beside the only pod in trouble",
      paste: """
        NAME   READY   STATUS    RESTARTS   AGE
        api    1/1     Running   0          41m
        web    0/1     Pending   0          41m

        Warning  FailedScheduling  29s   default-scheduler  0/3 nodes are available: 3 Insufficient cpu.
        """,
      pods: ["default/api Running ", "default/web Pending "]),
    Case(
      testDescription: "the state of a container",
      paste: """
            State:          Waiting
              Reason:       CrashLoopBackOff
            Last State:     Terminated
              Reason:       Error
              Exit Code:    1
            Ready:          False
            Restart Count:  7
        """,
      pods: ["default/#1  CrashLoopBackOff"]),
    Case(
      testDescription: "the state of a container at the margin",
      paste: """
        State:          Waiting
          Reason:       ImagePullBackOff
        Ready:          False
        """,
      pods: ["default/#1  ImagePullBackOff"]),
    Case(
      testDescription: "a container by its name",
      paste: """
          app:
            Image:          web:9
            State:          Waiting
              Reason:       ImagePullBackOff
            Ready:          False
        Conditions:
          Type              Status
          Ready             False
        """,
      pods: ["default/#1  ImagePullBackOff"]),
    Case(
      testDescription: "all from the phase on",
      paste: """
        Status:       Pending
        IP:
        Containers:
          app:
            Image:          web:9
            State:          Waiting
              Reason:       ImagePullBackOff
        """,
      pods: ["default/#1 Pending ImagePullBackOff"]),
    Case(
      testDescription: "words that other programs write",
      paste: """
        Name:               argocd/web
        Namespace:          shop
        Status:             Unknown
        Conditions:
          ComparisonError   authentication required
        """,
      pods: []),
    Case(
      testDescription: "events of an object that is no pod",
      paste: """
        Events:
          Type    Reason            Age  From                    Message
          Normal  SuccessfulCreate  9s   replicaset-controller   Created pod: web-7d9c-abcde
        """,
      pods: []),
  ]

  @Test("are read as far as they go", arguments: cases)
  func pods(_ example: Case) {
    let pods = LoadedText(example.paste).pods.map { pod in
      let waiting = pod.status.containerStatuses.first?.state.waiting?.reason ?? ""
      return "\(pod.metadata.namespace)/\(pod.metadata.name) \(pod.status.phase) \(waiting)"
    }
    #expect(pods == example.pods)
  }

  @Test("keep their lines and columns")
  func places() throws {
    let text = "see below\n\nState:  Waiting\n  Reason:  CrashLoopBackOff\n"
    let dump = LoadedText(text).dump
    let pod = try #require(dump.snapshot.references.first { $0.kind == "Pod" })
    let path = FieldPath(parsing: "status.containerStatuses[0].state.waiting.reason")
    let place = try #require(dump.snapshot.place(of: path, in: pod))
    #expect(place.line == 4)
    #expect(place.column == 12)
  }

  @Test("give a described pod the state that only its events tell")
  func statelessDescription() throws {
    let pod = try #require(
      LoadedText(
        """
        Name:            web
        Namespace:       shop
        [...]
        Node-Selectors:  disk=ssd
        Events:
          Type     Reason            Age  From               Message
          Warning  FailedScheduling  9s   default-scheduler  0/3 nodes are available: 3 Too many pods.
        """
      ).pods.first)
    #expect(pod.status.phase == "Pending")
    #expect(pod.spec.nodeSelector == ["disk": "ssd"])
  }
}
