extension FuzzTarget {
  /// A pod whose logs are asked for, so that they are read.
  static let crashingPod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop, creationTimestamp: "2026-11-22T10:00:00Z"}
    spec:
      nodeName: node-a
      containers: [{name: app, image: shop/web:1}]
    status:
      phase: Running
      conditions: [{type: Ready, status: "False", reason: ContainersNotReady}]
      containerStatuses:
      - name: app
        image: shop/web:1
        imageID: ""
        ready: false
        restartCount: 7
        state: {waiting: {reason: CrashLoopBackOff}}
        lastState: {terminated: {exitCode: 1, reason: Error, finishedAt: "2026-11-22T10:30:00Z"}}

    """

  /// A pod to be placed, and two nodes.
  static let waitingPod = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web, namespace: shop}
    spec:
      containers: [{name: app, image: shop/web:1, resources: {requests: {cpu: 2, memory: 1Gi}}}]
    status: {phase: Pending}
    ---
    apiVersion: v1
    kind: Node
    metadata: {name: node-a, labels: {zone: a}}
    status: {allocatable: {cpu: 1, memory: 4Gi, pods: 110}}
    ---
    apiVersion: v1
    kind: Node
    metadata: {name: node-b, labels: {zone: b}}
    status: {allocatable: {cpu: 4, memory: 4Gi, pods: 110}}

    """
}
