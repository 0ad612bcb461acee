import KubernetesModel
import Testing
import YAML

@testable import DumpLoading

@Suite("Tables of other kinds")
struct ObjectTableTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    /// The object as JSON without apiVersion, kind and metadata.
    var json: String
  }

  static let cases = [
    Case(
      testDescription: "cordoned nodes",
      text: """
        NAME     STATUS                     ROLES    AGE   VERSION
        node-a   Ready,SchedulingDisabled   <none>   9d    v1.30.1
        """,
      json: #"""
        {"spec":{"unschedulable":true,"taints":[{"key":"node.kubernetes.io/unschedulable","effect":"NoSchedule"}]},"status":{"conditions":[{"type":"Ready","status":"True"}],"addresses":[],"nodeInfo":{"kubeletVersion":"v1.30.1"}}}
        """#),
    Case(
      testDescription: "nodes in full width",
      text: """
        NAME     STATUS     ROLES           AGE   VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE                         KERNEL-VERSION   CONTAINER-RUNTIME
        node-a   NotReady   control-plane   9d    v1.30.1   10.0.0.2      <none>        Debian GNU/Linux 12 (bookworm)   6.1.0            containerd://1.7.1
        """,
      json: #"""
        {"spec":{},"status":{"conditions":[{"type":"Ready","status":"False"}],"addresses":[{"type":"InternalIP","address":"10.0.0.2"}],"nodeInfo":{"kubeletVersion":"v1.30.1","osImage":"Debian GNU/Linux 12 (bookworm)","kernelVersion":"6.1.0","containerRuntimeVersion":"containerd://1.7.1"}}}
        """#),
    Case(
      testDescription: "claims without a volume, whose cells are blank",
      text: """
        NAME   STATUS    VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   VOLUMEATTRIBUTESCLASS   AGE
        data   Pending                                      fast           <unset>                 9m
        """, json: #"{"spec":{"storageClassName":"fast"},"status":{"phase":"Pending"}}"#),
    Case(
      testDescription: "bound claims",
      text: """
        NAME   STATUS   VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   AGE   VOLUMEMODE
        data   Bound    pv-1     8Gi        RWO,ROX        standard       9m    Filesystem
        """,
      json: #"""
        {"spec":{"volumeName":"pv-1","accessModes":["ReadWriteOnce","ReadOnlyMany"],"storageClassName":"standard","volumeMode":"Filesystem"},"status":{"phase":"Bound","accessModes":["ReadWriteOnce","ReadOnlyMany"],"capacity":{"storage":"8Gi"}}}
        """#),
    Case(
      testDescription: "volumes",
      text: """
        NAME   CAPACITY   ACCESS MODES   RECLAIM POLICY   STATUS     CLAIM       STORAGECLASS   REASON   AGE
        pv-1   8Gi        RWOP           Retain           Released   shop/data   standard                9d
        """,
      json: #"""
        {"spec":{"capacity":{"storage":"8Gi"},"accessModes":["ReadWriteOncePod"],"persistentVolumeReclaimPolicy":"Retain","claimRef":{"kind":"PersistentVolumeClaim","namespace":"shop","name":"data"},"storageClassName":"standard"},"status":{"phase":"Released"}}
        """#),
    Case(
      testDescription: "deployments in full width",
      text: """
        NAME   READY   UP-TO-DATE   AVAILABLE   AGE   CONTAINERS   IMAGES             SELECTOR
        web    3/1     1            0           9m    app,proxy    app:1,envoy:1.30   app=web,tier=front
        """,
      json: #"""
        {"spec":{"replicas":1,"selector":{"matchLabels":{"app":"web","tier":"front"}},"template":{"metadata":{"labels":{"app":"web","tier":"front"}},"spec":{"containers":[{"name":"app","image":"app:1"},{"name":"proxy","image":"envoy:1.30"}]}}},"status":{"readyReplicas":3,"updatedReplicas":1,"availableReplicas":0}}
        """#),
    Case(
      testDescription: "replica sets",
      text: """
        NAME    DESIRED   CURRENT   READY   AGE
        web-1   2         2         0       9m
        """,
      json: #"""
        {"spec":{"replicas":2,"template":{"metadata":{},"spec":{}}},"status":{"replicas":2,"readyReplicas":0}}
        """#),
    Case(
      testDescription: "stateful sets",
      text: """
        NAME   READY   AGE
        db     0/3     9m
        """,
      json: #"""
        {"spec":{"replicas":3,"template":{"metadata":{},"spec":{}}},"status":{"readyReplicas":0}}
        """#),
    Case(
      testDescription: "daemon sets",
      text: """
        NAME    DESIRED   CURRENT   READY   UP-TO-DATE   AVAILABLE   NODE SELECTOR            AGE
        agent   4         3         2       3            2           kubernetes.io/os=linux   9m
        """,
      json: #"""
        {"spec":{"template":{"metadata":{},"spec":{"nodeSelector":{"kubernetes.io/os":"linux"}}}},"status":{"desiredNumberScheduled":4,"currentNumberScheduled":3,"numberReady":2,"updatedNumberScheduled":3,"numberAvailable":2}}
        """#),
    Case(
      testDescription: "jobs",
      text: """
        NAME     STATUS   COMPLETIONS   DURATION   AGE
        import   Failed   0/1           9m         9m
        """,
      json: #"""
        {"spec":{"completions":1,"template":{"metadata":{},"spec":{}}},"status":{"succeeded":0,"conditions":[{"type":"Failed","status":"True"}]}}
        """#),
    Case(
      testDescription: "jobs of old clusters",
      text: """
        NAME     COMPLETIONS   DURATION   AGE
        import   1/1           9s         9m
        """,
      json: #"""
        {"spec":{"completions":1,"template":{"metadata":{},"spec":{}}},"status":{"succeeded":1,"conditions":[{"type":"Complete","status":"True"}]}}
        """#),
    Case(
      testDescription: "cron jobs",
      text: """
        NAME     SCHEDULE      TIMEZONE   SUSPEND   ACTIVE   LAST SCHEDULE   AGE
        backup   */5 * * * *   <none>     True      0        2m              9m
        """,
      json: #"""
        {"spec":{"schedule":"*/5 * * * *","suspend":true,"jobTemplate":{"spec":{"template":{"metadata":{},"spec":{}}}}},"status":{"lastScheduleTime":"2026-01-01T11:58:00Z"}}
        """#),
    Case(
      testDescription: "services, without what they select",
      text: """
        NAME   TYPE       CLUSTER-IP   EXTERNAL-IP   PORT(S)                AGE   SELECTOR
        web    NodePort   10.96.0.7    <none>        80:30080/TCP,443/TCP   9m    app=web
        """,
      json: #"""
        {"spec":{"type":"NodePort","clusterIP":"10.96.0.7","ports":[{"port":80,"nodePort":30080,"protocol":"TCP"},{"port":443,"protocol":"TCP"}]}}
        """#),
    Case(
      testDescription: "endpoints",
      text: """
        NAME   ENDPOINTS                           AGE
        web    10.0.0.1:80,[fd00::1]:80 + 2 more...   9m
        """,
      json: #"""
        {"subsets":[{"addresses":[{"ip":"10.0.0.1"}],"ports":[{"port":80}]},{"addresses":[{"ip":"fd00::1"}],"ports":[{"port":80}]}]}
        """#),
    Case(
      testDescription: "endpoints without any",
      text: """
        NAME   ENDPOINTS   AGE
        web    <none>      9m
        """, json: "{}"),
    Case(
      testDescription: "storage classes",
      text: """
        NAME                 PROVISIONER        RECLAIMPOLICY   VOLUMEBINDINGMODE      ALLOWVOLUMEEXPANSION   AGE
        standard (default)   example.com/disk   Delete          WaitForFirstConsumer   true                   9d
        """,
      json: #"""
        {"provisioner":"example.com/disk","reclaimPolicy":"Delete","volumeBindingMode":"WaitForFirstConsumer","allowVolumeExpansion":true}
        """#),
    Case(
      testDescription: "volume attachments",
      text: """
        NAME    ATTACHER           PV     NODE     ATTACHED   AGE
        csi-1   example.com/disk   pv-1   node-a   false      9m
        """,
      json: #"""
        {"spec":{"attacher":"example.com/disk","source":{"persistentVolumeName":"pv-1"},"nodeName":"node-a"},"status":{"attached":false}}
        """#),
    Case(
      testDescription: "quotas",
      text: """
        NAME     REQUEST                            LIMIT               AGE
        budget   pods: 3/10, requests.cpu: 900m/1   limits.cpu: 0/4     9m
        """,
      json: #"""
        {"spec":{"hard":{"pods":"10","requests.cpu":"1","limits.cpu":"4"}},"status":{"hard":{"pods":"10","requests.cpu":"1","limits.cpu":"4"},"used":{"pods":"3","requests.cpu":"900m","limits.cpu":"0"}}}
        """#),
    Case(
      testDescription: "quotas of old clusters",
      text: """
        NAME     AGE   REQUEST      LIMIT
        budget   9m    pods: 3/10
        """,
      json: #"{"spec":{"hard":{"pods":"10"}},"status":{"hard":{"pods":"10"},"used":{"pods":"3"}}}"#),
    Case(
      testDescription: "autoscalers",
      text: """
        NAME   REFERENCE        TARGETS              MINPODS   MAXPODS   REPLICAS   AGE
        web    Deployment/web   cpu: <unknown>/50%   1         5         2          9m
        """,
      json: #"""
        {"spec":{"scaleTargetRef":{"kind":"Deployment","name":"web"},"minReplicas":1,"maxReplicas":5},"status":{"currentReplicas":2}}
        """#),
    Case(
      testDescription: "disruption budgets",
      text: """
        NAME   MIN AVAILABLE   MAX UNAVAILABLE   ALLOWED DISRUPTIONS   AGE
        web    50%             N/A               0                     9m
        """, json: #"{"spec":{"minAvailable":"50%"},"status":{"disruptionsAllowed":0}}"#),
    Case(
      testDescription: "priority classes",
      text: """
        NAME   VALUE     GLOBAL-DEFAULT   AGE   PREEMPTIONPOLICY
        high   1000000   false            9d    Never
        """, json: #"{"value":1000000,"globalDefault":false,"preemptionPolicy":"Never"}"#),
    Case(
      testDescription: "runtime classes",
      text: """
        NAME     HANDLER   AGE
        gvisor   runsc     9d
        """, json: #"{"handler":"runsc"}"#),
    Case(
      testDescription: "namespaces that are being deleted",
      text: """
        NAME   STATUS        AGE
        shop   Terminating   9d
        """, json: #"{"status":{"phase":"Terminating"}}"#),
  ]

  @Test("are read", arguments: cases)
  func objects(_ example: Case) throws {
    let table = TableText(example.text)
    let object = try #require(table.loaded.first)
    let fields = try #require(object.node).entries.filter {
      !["apiVersion", "kind", "metadata"].contains($0.key)
    }
    let json = fields.map { field in
      "\"\(field.key)\":\(String(decoding: field.value.json(), as: UTF8.self))"
    }.joined(separator: ",")
    #expect("{\(json)}" == example.json)
    #expect(object.problems == [])
    #expect(table.readings.flatMap(\.problems) == [])
  }

  @Test("mark the default storage class")
  func defaultClass() throws {
    let text = try #require(Self.cases.first { $0.testDescription == "storage classes" }).text
    let classes: [StorageClass] = TableText(text).all()
    #expect(classes.map(\.metadata.name) == ["standard"])
    #expect(
      classes.first?.metadata.annotations
        == ["storageclass.kubernetes.io/is-default-class": "true"])
  }

  @Test("link a slice of endpoints with its service")
  func slice() {
    let slices: [EndpointSlice] = TableText(
      """
      NAME              ADDRESSTYPE   PORTS   ENDPOINTS             AGE
      frontend-7h9x4    IPv4          80      10.0.0.1,10.0.0.2     48s
      """
    ).all()
    #expect(slices.first?.metadata.labels == ["kubernetes.io/service-name": "frontend"])
    #expect(slices.first?.endpoints.map(\.addresses) == [["10.0.0.1"], ["10.0.0.2"]])
  }
}
