"""Pods as a cluster's API server returns them: healthy ones, and ones that are broken in ten ways."""
import random

IMAGE = "registry.example.com/shop/web:v1.2.3"
CREATED, STARTED, READY, NOW = (f"2026-05-15T08:{time}Z" for time in ("00:00", "00:09", "00:10", "30:00"))


def probe(path, port, period):
    return {"failureThreshold": 3, "httpGet": {"path": path, "port": port, "scheme": "HTTP"},
            "periodSeconds": period, "successThreshold": 1, "timeoutSeconds": 1}


def container(name):
    env = [{"name": f"SETTING_{k}", "value": f"value {k}: with colon"} for k in range(12)]
    env.append({"name": "POD_IP", "valueFrom": {
        "fieldRef": {"apiVersion": "v1", "fieldPath": "status.podIP"}}})
    return {
        "args": ["--port=8080", "--log-level=info"], "env": env, "image": IMAGE,
        "imagePullPolicy": "IfNotPresent", "livenessProbe": probe("/healthz", 8080, 10),
        "name": name, "ports": [{"containerPort": 8080, "name": "http", "protocol": "TCP"}],
        "readinessProbe": probe("/ready", "http", 5),
        "resources": {"limits": {"cpu": "500m", "memory": "512Mi"},
                      "requests": {"cpu": "250m", "memory": "256Mi"}},
        "securityContext": {"allowPrivilegeEscalation": False, "runAsNonRoot": True},
        "terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File",
        "volumeMounts": [
            {"mountPath": "/etc/config", "name": "config"},
            {"mountPath": "/var/run/secrets/kubernetes.io/serviceaccount",
             "name": "kube-api-access", "readOnly": True}]}


def volumes():
    token = {"serviceAccountToken": {"expirationSeconds": 3607, "path": "token"}}
    authority = {"configMap": {"items": [{"key": "ca.crt", "path": "ca.crt"}],
                               "name": "kube-root-ca.crt"}}
    field = {"fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.namespace"}, "path": "namespace"}
    return [{"configMap": {"defaultMode": 420, "name": "web-config"}, "name": "config"},
            {"name": "kube-api-access", "projected": {
                "defaultMode": 420,
                "sources": [token, authority, {"downwardAPI": {"items": [field]}}]}}]


def toleration(taint):
    return {"effect": "NoExecute", "key": f"node.kubernetes.io/{taint}", "operator": "Exists",
            "tolerationSeconds": 300}


def healthy(i, r, nodes):
    """A running pod, about 5 kB of YAML."""
    app = f"web-{i % 977}"
    affinity = {"podAntiAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [
        {"podAffinityTerm": {"labelSelector": {"matchLabels": {"app": app}},
                             "topologyKey": "kubernetes.io/hostname"}, "weight": 100}]}}
    conditions = [{"lastProbeTime": None, "lastTransitionTime": READY, "status": "True", "type": t}
                  for t in ("PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady",
                            "PodScheduled")]
    return {
        "apiVersion": "v1", "kind": "Pod",
        "metadata": {
            "annotations": {"checksum/config": "%064x" % r.getrandbits(256),
                            "kubectl.kubernetes.io/restartedAt": CREATED,
                            "prometheus.io/scrape": "true"},
            "creationTimestamp": CREATED, "generateName": f"{app}-7d9c8b6f5d-",
            "labels": {"app": app, "app.kubernetes.io/part-of": "shop",
                       "pod-template-hash": "7d9c8b6f5d"},
            "name": f"{app}-7d9c8b6f5d-{i:05x}", "namespace": f"ns-{i % 50}",
            "ownerReferences": [{"apiVersion": "apps/v1", "blockOwnerDeletion": True,
                                 "controller": True, "kind": "ReplicaSet",
                                 "name": f"{app}-7d9c8b6f5d", "uid": "%032x" % r.getrandbits(128)}],
            "resourceVersion": str(1000000 + i), "uid": "%032x" % r.getrandbits(128)},
        "spec": {
            "affinity": affinity, "containers": [container("web")], "dnsPolicy": "ClusterFirst",
            "enableServiceLinks": True, "nodeName": f"node-{i % nodes}",
            "preemptionPolicy": "PreemptLowerPriority", "priority": 0, "restartPolicy": "Always",
            "schedulerName": "default-scheduler", "securityContext": {"fsGroup": 1000},
            "serviceAccount": "default", "serviceAccountName": "default",
            "terminationGracePeriodSeconds": 30,
            "tolerations": [toleration("not-ready"), toleration("unreachable")],
            "volumes": volumes()},
        "status": {
            "conditions": conditions,
            "containerStatuses": [{
                "containerID": "containerd://%064x" % r.getrandbits(256), "image": IMAGE,
                "imageID": "registry.example.com/shop/web@sha256:%064x" % r.getrandbits(256),
                "lastState": {}, "name": "web", "ready": True, "restartCount": 0, "started": True,
                "state": {"running": {"startedAt": STARTED}}}],
            "hostIP": "10.0.0.1", "hostIPs": [{"ip": "10.0.0.1"}], "phase": "Running",
            "podIP": "10.244.1.15", "podIPs": [{"ip": "10.244.1.15"}], "qosClass": "Burstable",
            "startTime": CREATED}}


def event(pod, reason, message, number, component="kubelet"):
    meta = pod["metadata"]
    return {
        "apiVersion": "v1", "count": 7, "eventTime": None, "firstTimestamp": STARTED,
        "involvedObject": {"apiVersion": "v1", "fieldPath": "spec.containers{web}", "kind": "Pod",
                           "name": meta["name"], "namespace": meta["namespace"],
                           "resourceVersion": meta["resourceVersion"], "uid": meta["uid"]},
        "kind": "Event", "lastTimestamp": NOW, "message": message,
        "metadata": {"creationTimestamp": STARTED, "name": f"{meta['name']}.{number:016x}",
                     "namespace": meta["namespace"], "uid": "e%031x" % number},
        "reason": reason, "reportingComponent": component, "reportingInstance": "",
        "source": {"component": component}, "type": "Warning"}


def ended(code, reason):
    return {"terminated": {"containerID": "containerd://1", "exitCode": code,
                           "finishedAt": "2026-05-15T08:29:30Z", "reason": reason,
                           "startedAt": "2026-05-15T08:29:00Z"}}


def waiting(reason, message):
    return {"waiting": {"message": message, "reason": reason}}


def unready(pod):
    for condition in pod["status"]["conditions"]:
        if condition["type"] in ("Ready", "ContainersReady"):
            condition.update(status="False", reason="ContainersNotReady",
                             message="containers with unready status: [web]")


CRASH = "back-off 5m0s restarting failed container=web pod=web"
PULL = f'Back-off pulling image "{IMAGE}"'
NO_IMAGE = (f'Failed to pull image "{IMAGE}": rpc error: code = NotFound desc = failed to pull and unpack '
            f'image "{IMAGE}": failed to resolve reference "{IMAGE}": {IMAGE}: not found')
FULL = ("0/5000 nodes are available: 1200 node(s) had untolerated taint(s), 3800 Insufficient cpu. "
        "preemption: 0/5000 nodes are available: 5000 Preemption is not helpful for scheduling.")


def crash(code, reason):
    return (waiting("CrashLoopBackOff", CRASH), ended(code, reason), 9, ("BackOff", CRASH))


def creating(reason, message):
    return waiting("ContainerCreating", ""), {}, 0, (reason, message)


AILMENTS = [
    (waiting("ImagePullBackOff", PULL), {}, 0, ("Failed", NO_IMAGE)),
    crash(137, "OOMKilled"),
    crash(1, "Error"),
    crash(0, "Completed"),
    crash(127, "Error"),
    (waiting("CreateContainerConfigError", 'secret "shop-credentials" not found'), {}, 0,
     ("Failed", 'Error: secret "shop-credentials" not found')),
    creating("FailedMount", 'MountVolume.SetUp failed for volume "config" : configmap "web-config" not found'),
    ({"running": {"startedAt": "2026-05-15T08:29:40Z"}}, ended(143, "Error"), 12,
     ("Unhealthy", "Liveness probe failed: HTTP probe failed with statuscode: 503")),
    creating("FailedCreatePodSandBox", "Failed to create pod sandbox: rpc error: code = Unknown desc = failed "
             'to setup network for sandbox "1": plugin type="calico" failed (add): stat /var/lib/calico/nodename: '
             "no such file or directory"),
    None,
]


def broken(i, r, nodes):
    """A pod that is stuck or failing, in one of ten ways, and the event about it."""
    pod = healthy(i, r, nodes)
    ailment = AILMENTS[i % len(AILMENTS)]
    status = pod["status"]
    if ailment is None:
        del pod["spec"]["nodeName"]
        pod["status"] = {"phase": "Pending", "qosClass": "Burstable", "conditions": [
            {"lastProbeTime": None, "lastTransitionTime": READY, "message": FULL,
             "reason": "Unschedulable", "status": "False", "type": "PodScheduled"}]}
        return pod, event(pod, "FailedScheduling", FULL, i, "default-scheduler")
    state, last, restarts, (reason, message) = ailment
    status["phase"] = "Running" if restarts else "Pending"
    status["containerStatuses"][0].update(
        state=state, lastState=last, restartCount=restarts, ready=False,
        started=bool(state.get("running")))
    unready(pod)
    return pod, event(pod, reason, message, i)


def running(count, nodes=5000):
    r = random.Random(1)
    return [healthy(i, r, nodes) for i in range(count)]


def failing(count, nodes=5000):
    r = random.Random(2)
    pairs = [broken(i, r, nodes) for i in range(count)]
    return [pod for pod, _ in pairs] + [event for _, event in pairs]


def routine(pod, number):
    """The two events that every pod leaves behind."""
    for place, (reason, message, component) in enumerate((
            ("Scheduled", "Successfully assigned", "default-scheduler"),
            ("Pulled", "Container image already present on machine", "kubelet"))):
        note = event(pod, reason, message, 2 * number + place, component)
        yield note | {"type": "Normal"}


def deployments(count):
    """Deployments as people write them, each with something to remark on."""
    for i in range(count):
        app = f"web-{i}"
        spec = {"containers": [container("web")], "volumes": volumes()}
        yield {
            "apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": app, "namespace": "shop"},
            "spec": {"replicas": 2, "selector": {"matchLabels": {"app": app}},
                     "template": {"metadata": {"labels": {"app": app}}, "spec": spec}}}
