"""A cluster for the simulation: nodes, running pods, and pending pods in workloads of a hundred."""
import random

ZONES = ("a", "b", "c")


def node(n):
    amounts = {"cpu": "32", "memory": "128Gi", "pods": "110", "ephemeral-storage": "500Gi"}
    taint = {"key": "dedicated", "value": "ml", "effect": "NoSchedule"}
    return {
        "apiVersion": "v1", "kind": "Node",
        "metadata": {"name": f"node-{n}", "uid": f"n{n}", "labels": {
            "kubernetes.io/hostname": f"node-{n}", "kubernetes.io/arch": "amd64",
            "kubernetes.io/os": "linux", "disktype": "ssd" if n % 2 else "hdd",
            "topology.kubernetes.io/zone": f"zone-{ZONES[n % 3]}",
            "topology.kubernetes.io/region": "r1"}},
        "spec": {"taints": [taint]} if n % 20 == 0 else {},
        "status": {"allocatable": amounts, "capacity": amounts,
                   "conditions": [{"type": "Ready", "status": "True"}],
                   "nodeInfo": {"kubeletVersion": "v1.36.2"}}}


def pod(name, app, requests, spec):
    base = {
        "containers": [{"name": "c", "image": "nginx:1.27", "resources": {"requests": requests}}],
        "schedulerName": "default-scheduler", "priority": 0,
        "preemptionPolicy": "PreemptLowerPriority"}
    return {"apiVersion": "v1", "kind": "Pod",
            "metadata": {"name": name, "namespace": "default", "uid": name, "labels": {"app": app},
                         "creationTimestamp": "2026-05-15T08:00:00Z"},
            "spec": base | spec,
            "status": {"phase": "Running" if "nodeName" in spec else "Pending"}}


def mixed(app):
    """Soft wishes, which cost the scheduler most: a selector, a soft spread, preferred anti-affinity."""
    selector = {"matchLabels": {"app": app}}
    term = {"labelSelector": selector, "topologyKey": "kubernetes.io/hostname"}
    return {
        "nodeSelector": {"disktype": "ssd"},
        "topologySpreadConstraints": [{
            "maxSkew": 5, "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway", "labelSelector": selector}],
        "affinity": {"podAntiAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [
            {"weight": 100, "podAffinityTerm": term}]}}}


def cluster(nodes, running, pending, kind):
    r = random.Random(7)
    objects = [node(n) for n in range(nodes)]
    for i in range(running):
        requests = {"cpu": r.choice(["100m", "250m", "500m"]),
                    "memory": r.choice(["256Mi", "512Mi", "1Gi"])}
        objects.append(pod(f"run-{i}", f"app-{i % 200}", requests, {"nodeName": f"node-{i % nodes}"}))
    for i in range(pending):
        app = f"new-{i // 100}"
        wishes = mixed(app) if kind == "mixed" else {}
        objects.append(pod(f"new-{i:06d}", app, {"cpu": "250m", "memory": "512Mi"}, wishes))
    return objects
