import DumpLoading
import Findings
import KubernetesModel
import Provenance
import Testing

@Suite("Descriptions of other kinds")
struct DescribedKindTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var reads: @Sendable (ClusterSnapshot) -> Bool
  }

  static let cases: [Case] = [
    Case(
      testDescription: "a claim that waits",
      text: """
        Name:          data
        Namespace:     shop
        StorageClass:  fast
        Status:        Pending
        Volume:
        Labels:        <none>
        Finalizers:    [kubernetes.io/pvc-protection]
        Capacity:
        Access Modes:
        VolumeMode:    Filesystem
        Used By:       web-0
        Events:        <none>
        """,
      reads: { snapshot in
        let claim = snapshot.persistentVolumeClaims.first
        return claim?.spec.storageClassName == "fast" && claim?.status.phase == "Pending"
          && claim?.metadata.finalizers == ["kubernetes.io/pvc-protection"]
          && claim?.spec.volumeName == ""
      }),
    Case(
      testDescription: "a volume that only some nodes reach",
      text: """
        Name:              pv-1
        Labels:            <none>
        Annotations:       <none>
        Finalizers:        [kubernetes.io/pv-protection]
        StorageClass:      local
        Status:            Bound
        Claim:             shop/data
        Reclaim Policy:    Retain
        Access Modes:      RWO,ROX
        VolumeMode:        Filesystem
        Capacity:          5Gi
        Node Affinity:
          Required Terms:
            Term 0:        kubernetes.io/hostname in [a, b]
                           zone exists
        Message:
        Source:
            Type:  LocalVolume (a persistent volume backed by local storage on a node)
            Path:  /mnt/disk
        Events:    <none>
        """,
      reads: { snapshot in
        let volume = snapshot.persistentVolumes.first
        let term = volume?.spec.nodeAffinity?.required?.nodeSelectorTerms.first
        return volume?.spec.claimRef?.name == "data"
          && volume?.spec.accessModes == ["ReadWriteOnce", "ReadOnlyMany"]
          && term?.matchExpressions.map(\.operator) == ["In", "Exists"]
          && term?.matchExpressions.first?.values == ["a", "b"]
          && volume?.spec.local?.path == "/mnt/disk"
      }),
    Case(
      testDescription: "a service of several ports",
      text: """
        Name:                     web
        Namespace:                shop
        Labels:                   app=web
        Annotations:              <none>
        Selector:                 app=web,tier=front
        Type:                     NodePort
        IP Family Policy:         SingleStack
        IP Families:              IPv4
        IP:                       10.96.1.2
        IPs:                      10.96.1.2
        Port:                     http  80/TCP
        TargetPort:               web/TCP
        NodePort:                 http  30080/TCP
        Endpoints:                <none>
        Port:                     admin  81/TCP
        TargetPort:               8081/TCP
        Endpoints:                10.0.0.1:8081,10.0.0.2:8081 + 3 more...
        Session Affinity:         None
        Events:                   <none>
        """,
      reads: { snapshot in
        let service = snapshot.services.first
        let ports = service?.spec.ports ?? []
        return service?.spec.selector == ["app": "web", "tier": "front"]
          && ports.map(\.port) == [80, 81] && ports.map(\.name) == ["http", "admin"]
          && ports.map(\.targetPort) == [.string("web"), .int(8081)]
          && ports.first?.nodePort == 30080
      }),
    Case(
      testDescription: "a deployment whose rollout is stuck",
      text: """
        Name:                   web
        Namespace:              shop
        CreationTimestamp:      Sun, 22 Nov 2026 11:43:50 +0000
        Labels:                 app=web
        Annotations:            deployment.kubernetes.io/revision: 2
        Selector:               app=web
        Replicas:               3 desired | 1 updated | 4 total | 3 available | 1 unavailable
        StrategyType:           RollingUpdate
        MinReadySeconds:        5
        RollingUpdateStrategy:  25% max unavailable, 1 max surge
        Pod Template:
          Labels:  app=web
          Containers:
           app:
            Image:      httpd:2.4
            Port:       80/TCP
            Limits:
              cpu:  1
          Volumes:  <none>
          Node-Selectors:  disk=ssd
        Conditions:
          Type           Status  Reason
          ----           ------  ------
          Available      True    MinimumReplicasAvailable
          Progressing    False   ProgressDeadlineExceeded
        OldReplicaSets:  web-1 (3/3 replicas created)
        NewReplicaSet:   web-2 (1/1 replicas created)
        """,
      reads: { snapshot in
        let deployment = snapshot.deployments.first
        let template = deployment?.spec.template
        return deployment?.spec.replicas == 3 && deployment?.status.unavailableReplicas == 1
          && deployment?.spec.strategy.rollingUpdate?.maxUnavailable == .string("25%")
          && deployment?.spec.strategy.rollingUpdate?.maxSurge == .int(1)
          && template?.spec.containers.first?.image == "httpd:2.4"
          && template?.spec.nodeSelector == ["disk": "ssd"]
          && deployment?.status.conditions.last?.reason == "ProgressDeadlineExceeded"
      }),
    Case(
      testDescription: "a job that gave up",
      text: """
        Name:             migrate
        Namespace:        shop
        Selector:         batch.kubernetes.io/controller-uid=05cb
        Parallelism:      1
        Completions:      1
        Backoff Limit:    2
        Start Time:       Thu, 29 May 2025 12:41:59 +0200
        Active Deadline Seconds:  60s
        Pods Statuses:    0 Active (0 Ready) / 0 Succeeded / 3 Failed
        Pod Template:
          Containers:
           app:
            Image:      busybox
        Events:
          Type     Reason                Age   From            Message
          ----     ------                ----  ----            -------
          Warning  BackoffLimitExceeded  13m   job-controller  Job has reached the specified backoff limit
        """,
      reads: { snapshot in
        let job = snapshot.jobs.first
        return job?.spec.backoffLimit == 2 && job?.status.failed == 3
          && job?.spec.activeDeadlineSeconds == 60
          && job?.status.conditions.first?.reason == "BackoffLimitExceeded"
      }),
    Case(
      testDescription: "a stateful set with claims",
      text: """
        Name:               db
        Namespace:          shop
        CreationTimestamp:  Sun, 22 Nov 2026 11:43:50 +0000
        Selector:           app=db
        Replicas:           2 desired | 1 total
        Update Strategy:    RollingUpdate
          Partition:        0
        Pods Status:        0 Running / 1 Waiting / 0 Succeeded / 0 Failed
        Pod Template:
          Labels:  app=db
          Containers:
           db:
            Image:  postgres:16
        Volume Claims:
          Name:          data
          StorageClass:  fast
          Labels:        <none>
          Annotations:   <none>
          Capacity:      10Gi
          Access Modes:  [ReadWriteOnce]
        Events:          <none>
        """,
      reads: { snapshot in
        let set = snapshot.statefulSets.first
        let claim = set?.spec.volumeClaimTemplates.first
        return set?.spec.replicas == 2 && set?.status.replicas == 1
          && claim?.spec.storageClassName == "fast"
          && claim?.spec.accessModes == ["ReadWriteOnce"]
          && claim?.spec.resources.requests["storage"]?.description == "10Gi"
      }),
    Case(
      testDescription: "a daemon set",
      text: """
        Name:           agent
        Namespace:      shop
        Selector:       app=agent
        Node-Selector:  <none>
        Desired Number of Nodes Scheduled: 3
        Current Number of Nodes Scheduled: 3
        Number of Nodes Scheduled with Up-to-date Pods: 3
        Number of Nodes Scheduled with Available Pods: 1
        Number of Nodes Misscheduled: 0
        Pods Status:  3 Running / 0 Waiting / 0 Succeeded / 0 Failed
        Pod Template:
          Containers:
           agent:
            Image:  fluentd
        """,
      reads: { snapshot in
        let status = snapshot.daemonSets.first?.status
        return status?.desiredNumberScheduled == 3 && status?.numberAvailable == 1
      }),
    Case(
      testDescription: "a quota, and a limit range after it",
      text: """
        Name:            compute
        Namespace:       shop
        Resource         Used  Hard
        --------         ----  ----
        pods             3     3
        requests.memory  1Gi   2Gi


        Name:       limits
        Namespace:  shop
        Type        Resource  Min   Max  Default Request  Default Limit  Max Limit/Request Ratio
        ----        --------  ---   ---  ---------------  -------------  -----------------------
        Container   memory    64Mi  1Gi  128Mi            256Mi          -
        """,
      reads: { snapshot in
        let quota = snapshot.resourceQuotas.first
        let limit = snapshot.limitRanges.first?.spec.limits.first
        return quota?.status.used["pods"]?.description == "3"
          && quota?.spec.hard["requests.memory"]?.description == "2Gi"
          && limit?.type == "Container" && limit?.min["memory"]?.description == "64Mi"
          && limit?.default["memory"]?.description == "256Mi"
      }),
    Case(
      testDescription: "a namespace that cannot end, with its quota",
      text: """
        Name:         shop
        Labels:       kubernetes.io/metadata.name=shop
        Annotations:  <none>
        Status:       Terminating
        Conditions:
          Type                         Status  LastTransitionTime               Reason            Message
          ----                         ------  ------------------               ------            -------
          NamespaceContentRemaining    True    Sun, 22 Nov 2026 11:43:50 +0000  SomeResources     Some resources are remaining: pods. has 1 resource instances

        Resource Quotas
          Name:     compute
          Resource  Used  Hard
          --------  ---   ---
          pods      0     5

        No LimitRange resource.
        """,
      reads: { snapshot in
        let namespace = snapshot.namespaces.first
        return namespace?.status.phase == "Terminating"
          && namespace?.status.conditions.first?.reason == "SomeResources"
          && snapshot.resourceQuotas.first?.metadata.namespace == "shop"
          && snapshot.resourceQuotas.first?.spec.hard["pods"]?.description == "5"
      }),
    Case(
      testDescription: "a config map and a secret, which shows no values",
      text: """
        Name:         settings
        Namespace:    shop
        Labels:       <none>
        Annotations:  <none>

        Data
        ====
        app.conf:
        ----
        Mode: fast

        level=1
        log:
        ----
        debug

        BinaryData
        ====

        Events:  <none>


        Name:         db
        Namespace:    shop
        Labels:       <none>
        Annotations:  <none>

        Type:  Opaque

        Data
        ====
        password:  12 bytes
        user:      5 bytes
        """,
      reads: { snapshot in
        snapshot.configMaps.first?.data.keys.sorted() == ["app.conf", "log"]
          && snapshot.configMaps.first?.data["log"] == "debug"
          && snapshot.secrets.first?.data.keys == ["password", "user"]
          && snapshot.secrets.first?.type == "Opaque"
      }),
    Case(
      testDescription: "a storage class whose annotation ends in a line break",
      text: """
        Name:            fast
        IsDefaultClass:  Yes
        Annotations:     kubectl.kubernetes.io/last-applied-configuration={"kind":"StorageClass"}

        Provisioner:           ebs.csi.aws.com
        Parameters:            type=gp3
        AllowVolumeExpansion:  True
        ReclaimPolicy:         Delete
        VolumeBindingMode:     WaitForFirstConsumer
        Events:                <none>
        """,
      reads: { snapshot in
        let storage = snapshot.storageClasses.first
        return storage?.provisioner == "ebs.csi.aws.com" && storage?.parameters["type"] == "gp3"
          && storage?.volumeBindingMode == "WaitForFirstConsumer"
          && storage?.metadata.annotations["storageclass.kubernetes.io/is-default-class"] == "true"
      }),
    Case(
      testDescription: "a node with its lease",
      text: """
        Name:               worker
        Roles:              <none>
        Labels:             disk=ssd
        Annotations:        <none>
        CreationTimestamp:  Sun, 22 Nov 2026 10:28:57 +0000
        Taints:             node.kubernetes.io/unreachable:NoExecute
                            dedicated=gpu:NoSchedule
        Unschedulable:      true
        Lease:
          HolderIdentity:  worker
          AcquireTime:     <unset>
          RenewTime:       Sun, 22 Nov 2026 11:44:54 +0000
        Conditions:
          Type    Status   LastHeartbeatTime                 LastTransitionTime                Reason               Message
          ----    ------   -----------------                 ------------------                ------               -------
          Ready   Unknown  Sun, 22 Nov 2026 11:44:05 +0000   Sun, 22 Nov 2026 11:45:58 +0000   NodeStatusUnknown    Kubelet stopped posting node status.
        Capacity:
          cpu:     2
        Allocatable:
          cpu:     1900m
          memory:  16193084Ki
        System Info:
          Kubelet Version:  v1.36.2
        Non-terminated Pods:  (0 in total)
        Events:  <none>
        """,
      reads: { snapshot in
        let node = snapshot.nodes.first
        return node?.spec.taints.map(\.key) == ["node.kubernetes.io/unreachable", "dedicated"]
          && node?.spec.unschedulable == true
          && node?.status.conditions.first?.reason == "NodeStatusUnknown"
          && node?.status.allocatable["cpu"]?.description == "1900m"
          && snapshot.leases.first?.spec.renewTime?.description == "2026-11-22T11:44:54Z"
      }),
    Case(
      testDescription: "a disruption budget",
      text: """
        Name:           web
        Namespace:      shop
        Min available:  2
        Selector:       app=web
        Status:
            Allowed disruptions:  0
            Current:              2
            Desired:              2
            Total:                2
        Events:                   <none>
        """,
      reads: { snapshot in
        let budget = snapshot.podDisruptionBudgets.first
        return budget?.spec.minAvailable == .int(2) && budget?.status.currentHealthy == 2
      }),
  ]

  @Test("are read into their kinds", arguments: cases)
  func kinds(_ example: Case) {
    let loaded = LoadedText(example.text)
    #expect(loaded.dump.problems.isEmpty, "\(loaded.dump.problems)")
    #expect(example.reads(loaded.dump.snapshot))
  }

  @Test("of a kind that nothing tells is noted with its place")
  func untold() {
    let problems = LoadedText("Name:  thing\nNamespace:  shop\nLabels:  a=b\n").dump.problems
    #expect(problems.map(\.kind) == [.notAnObject])
    #expect(problems.first?.place.line == 1)
  }

  @Test("of a kind that nobody reads are passed over, but for their events")
  func unknown() {
    let loaded = LoadedText(
      """
      Name:             web
      Labels:           <none>
      Namespace:        shop
      Address:          10.0.0.1
      Ingress Class:    nginx
      Default backend:  <default>
      Rules:
        Host        Path  Backends
        ----        ----  --------
        a.example
                    /   web:80 (10.0.0.1:80)
      Annotations:  <none>
      Events:
        Type    Reason  Age   From                      Message
        ----    ------  ----  ----                      -------
        Normal  Sync    5m    nginx-ingress-controller  Scheduled for sync
      """)
    #expect(loaded.dump.problems.isEmpty)
    #expect(loaded.events.map(\.involvedObject.kind) == ["Ingress"])
  }
}
