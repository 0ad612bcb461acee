import KubernetesModel

extension DescribedKindTests {
  static let others: [Case] = [
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
}
