import Scheduling
import TestSupport
import Testing

@Suite("DynamicResources")
struct DynamicResourcesTests {
  /// A cluster of nodes `a` and `b` with further objects, and what is decided about its pods.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var objects: [String]
    var decisions: [String]

    init(_ description: String, _ objects: [String], _ decisions: [String]) {
      testDescription = description
      self.objects = objects
      self.decisions = decisions
    }
  }

  private static let nodes = [
    Manifest.node("a", labels: "rack: r1"), Manifest.node("b", labels: "rack: r2"),
    deviceClass("gpu", "device.driver == 'gpu.example.com'"),
  ]

  static func deviceClass(_ name: String, _ expression: String, _ spec: String = "") -> String {
    """
    ---
    {apiVersion: resource.k8s.io/v1, kind: DeviceClass, metadata: {name: \(name)},
     spec: {selectors: [{cel: {expression: "\(expression)"}}]\(spec)}}
    """
  }

  /// A slice of the driver gpu.example.com; its pool has one slice unless `pool` says more.
  static func slice(
    _ name: String, _ reach: String, _ devices: String, pool: String? = nil
  ) -> String {
    """
    ---
    {apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: \(name)},
     spec: {driver: gpu.example.com, \(reach), devices: [\(devices)],
            pool: {\(pool ?? "name: \(name), generation: 1, resourceSliceCount: 1")}}}
    """
  }

  static func claim(
    _ name: String, _ requests: String, _ spec: String = "", status: String = "", meta: String = ""
  ) -> String {
    """
    ---
    {apiVersion: resource.k8s.io/v1, kind: ResourceClaim,
     metadata: {name: \(name), namespace: default, uid: \(name)-uid\(meta)},
     spec: {devices: {requests: [\(requests)]\(spec)}}, status: {\(status)}}
    """
  }

  static func request(_ name: String = "r", _ exactly: String = "") -> String {
    "{name: \(name), exactly: {deviceClassName: gpu\(exactly)}}"
  }

  /// A pod that uses the claims named.
  static func pod(_ name: String, _ claims: String...) -> String {
    let list = claims.map { "{name: \($0), resourceClaimName: \($0)}" }.joined(separator: ", ")
    return Manifest.pod(name, ", resourceClaims: [\(list)]")
  }

  static func allocation(_ device: String, _ more: String = "", selector: String = "") -> String {
    """
    allocation: {devices: {results: [{request: r, driver: gpu.example.com, pool: p, device: \
    \(device)\(more)}]}\(selector)}
    """
  }

  static let onB = """
    , nodeSelector: {nodeSelectorTerms: [{matchFields:
      [{key: metadata.name, operator: In, values: [b]}]}]}
    """

  static func none(_ pod: String, _ reasons: String, _ post: String = "") -> String {
    let post = post.isEmpty ? "still not schedulable" : post
    return "\(pod) unschedulable: 0/2 nodes are available: \(reasons). \(post), preemption: "
      + "0/2 nodes are available: 2 Preemption is not helpful for scheduling."
  }

  static let cannot = "2 cannot allocate all claims"

  static let counting: [Case] = [
    Case(
      "each claim takes a device, until none is left",
      [slice("s", "nodeName: a", "{name: d0}, {name: d1}")]
        + ["c0", "c1", "c2"].map { claim($0, request()) }
        + ["c0", "c1", "c2"].map { pod("p-\($0)", $0) },
      ["p-c0 on a", "p-c1 on a", none("p-c2", cannot)]),
    Case(
      "all devices are all that match, and at least one",
      [
        slice("s", "nodeName: b", "{name: d0}, {name: d1}"),
        claim("c", request("r", ", allocationMode: All")), claim("d", request()), pod("p", "c"),
        pod("q", "d"),
      ], ["p on b", none("q", cannot)]),
    Case(
      "all devices cannot be had when one is taken",
      [
        slice("p", "nodeName: b", "{name: d0}, {name: d1}"),
        claim("taken", request(), status: allocation("d1")),
        claim("c", request("r", ", allocationMode: All")), pod("p", "c"),
      ], [none("p", cannot)]),
    Case(
      "a claim holds at most 32 devices",
      [
        slice("s", "nodeName: a", "{name: d0}"), claim("c", request("r", ", count: 33")),
        pod("p", "c"),
      ],
      [
        "p error: running \"DynamicResources\" filter plugin: claim default/c: number of requested "
          + "devices 33 exceeds the claim limit of 32"
      ]),
    Case(
      "a device that is taken with admin access is not taken",
      [
        slice("p", "nodeName: a", "{name: d0}"),
        claim("admin", request(), status: allocation("d0", ", adminAccess: true")),
        claim("c", request()), claim("again", request("r", ", adminAccess: true")), pod("p", "c"),
        pod("q", "again"),
      ], ["p on a", "q on a"]),
    Case(
      "a pod waits for a claim that another pod is getting devices for",
      [
        slice("s", "nodeName: a", "{name: d0}"), claim("c", request()), pod("p", "c"),
        pod("q", "c"),
      ],
      [
        "p on a",
        none(
          "q", "resource claim default/c is in the process of being allocated",
          "no new claims to deallocate"),
      ]),
  ]

  static let pools: [Case] = [
    Case(
      "a pool of which a slice is missing is not used",
      [
        slice(
          "s", "nodeName: a", "{name: d0}", pool: "name: s, generation: 1, resourceSliceCount: 2"),
        claim("c", request()), pod("p", "c"),
      ], [none("p", cannot)]),
    Case(
      "all devices of an incomplete pool cannot be known",
      [
        slice(
          "s", "nodeName: a", "{name: d0}", pool: "name: s, generation: 1, resourceSliceCount: 2"),
        claim("c", request("r", ", allocationMode: All")), pod("p", "c"),
      ],
      [
        "p error: running \"DynamicResources\" filter plugin: claim default/c, request r: asks for "
          + "all devices, but resource pool gpu.example.com/s is currently being updated"
      ]),
    Case(
      "only the newest generation of a pool counts",
      [
        slice(
          "old", "nodeName: a", "{name: d0}, {name: d1}",
          pool: "name: s, generation: 1, resourceSliceCount: 1"),
        slice(
          "new", "nodeName: a", "{name: d0}", pool: "name: s, generation: 2, resourceSliceCount: 1"),
        claim("c", request("r", ", count: 2")), pod("p", "c"),
      ], [none("p", cannot)]),
    Case(
      "two devices of one name make a pool invalid",
      [
        slice("s", "nodeName: a", "{name: d0}, {name: d0}"), claim("c", request()), pod("p", "c"),
      ], [none("p", "1 cannot allocate all claims, 1 invalid resource pools were encountered")]),
    Case(
      "slices reach nodes by selector, and devices by themselves",
      [
        slice(
          "s",
          "nodeSelector: {nodeSelectorTerms: [{matchExpressions: "
            + "[{key: rack, operator: In, values: [r2]}]}]}",
          "{name: d0}"),
        slice(
          "t", "perDeviceNodeSelection: true", "{name: d0, nodeName: a}, {name: d1, allNodes: true}"
        ),
        claim("c", request("r", ", count: 2")), pod("p", "c"), claim("d", request()), pod("q", "d"),
        claim("e", request()), pod("r", "e"),
      ], ["p on a", "q on b", none("r", cannot)]),
  ]

  static let choices: [Case] = [
    Case(
      "devices that must share an attribute are looked for in all combinations",
      [
        slice(
          "s", "nodeName: a",
          "{name: d0, attributes: {numa: {int: 0}}}, {name: d1, attributes: {numa: {int: 1}}}, "
            + "{name: d2, attributes: {numa: {int: 1}}}"),
        claim(
          "c", request("r", ", count: 2"), ", constraints: [{matchAttribute: gpu.example.com/numa}]"
        ),
        claim("d", request()), pod("p", "c"), pod("q", "d"),
      ], ["p on a", "q on a"]),
    Case(
      "devices without the attribute cannot share it",
      [
        slice("s", "nodeName: a", "{name: d0}"),
        claim("c", request(), ", constraints: [{matchAttribute: gpu.example.com/numa}]"),
        pod("p", "c"),
      ], [none("p", cannot)]),
    Case(
      "devices that must differ in an attribute do",
      [
        slice(
          "s", "nodeName: b",
          "{name: d0, attributes: {numa: {int: 0}}}, {name: d1, attributes: {numa: {int: 0}}}"),
        claim(
          "c", request("r") + ", " + request("s"),
          ", constraints: [{distinctAttribute: gpu.example.com/numa}]"),
        pod("p", "c"),
      ], [none("p", cannot)]),
    Case(
      "an alternative is taken when the one before it cannot be",
      [
        slice("s", "nodeName: a", "{name: d0}"),
        claim(
          "c",
          "{name: r, firstAvailable: [{name: two, deviceClassName: gpu, count: 2}, "
            + "{name: one, deviceClassName: gpu}]}"),
        pod("p", "c"),
      ], ["p on a"]),
    Case(
      "a selector that fails on a device ends the attempt",
      [
        slice("s", "nodeName: a", "{name: d0}"),
        claim(
          "c",
          request(
            "r", ", selectors: [{cel: {expression: 'device.attributes[\"gpu.example.com\"].fast'}}]"
          )),
        pod("p", "c"),
      ],
      [
        "p error: running \"DynamicResources\" filter plugin: claim default/c: selector #0: CEL "
          + "runtime error: no such key: fast"
      ]),
    Case(
      "a domain that no attribute has is an empty map, but is not in the attributes",
      [
        slice("s", "nodeName: a", "{name: d0}"),
        claim(
          "c",
          request(
            "r",
            ", selectors: [{cel: {expression: '!(\"x.org\" in device.attributes) && "
              + "!has(device.attributes[\"x.org\"].fast) && !device.allowMultipleAllocations'}}]")),
        pod("p", "c"),
      ], ["p on a"]),
  ]

  static let sharing: [Case] = [
    Case(
      "partitions use up the counters of their device",
      [
        slice(
          "counters", "nodeName: a", "",
          pool: "name: s, generation: 1, resourceSliceCount: 2"
        ).replacing(
          "devices: []", with: "sharedCounters: [{name: c, counters: {memory: {value: 80Gi}}}]"),
        slice(
          "parts", "nodeName: a",
          (0..<3).map {
            "{name: d\($0), consumesCounters: [{counterSet: c, counters: {memory: {value: 40Gi}}}]}"
          }.joined(separator: ", "), pool: "name: s, generation: 1, resourceSliceCount: 2"),
      ] + ["c0", "c1", "c2"].map { claim($0, request()) }
        + ["c0", "c1", "c2"].map { pod("p-\($0)", $0) },
      ["p-c0 on a", "p-c1 on a", none("p-c2", cannot)]),
    Case(
      "claims share a device while its capacity lasts, rounded up by its policy",
      [
        slice(
          "s", "nodeName: a",
          "{name: d0, allowMultipleAllocations: true, capacity: {memory: {value: 10Gi, "
            + "requestPolicy: {default: 1Gi, validRange: {min: 1Gi, step: 2Gi}}}}}")
      ]
        + ["c0", "c1", "c2", "c3"].map {
          claim($0, request("r", ", capacity: {requests: {memory: 2Gi}}"))
        } + ["c0", "c1", "c2", "c3"].map { pod("p-\($0)", $0) },
      ["p-c0 on a", "p-c1 on a", "p-c2 on a", none("p-c3", cannot)]),
    Case(
      "a capacity that the device does not have cannot be asked for",
      [
        slice("s", "nodeName: a", "{name: d0, capacity: {memory: {value: 10Gi}}}"),
        claim("c", request("r", ", capacity: {requests: {cores: 2}}")), pod("p", "c"),
      ], [none("p", cannot)]),
  ]

  static let taints: [Case] = [
    Case(
      "a tainted device is taken only by a claim that tolerates it",
      [
        slice("s", "nodeName: a", "{name: d0, taints: [{key: k, value: v, effect: NoSchedule}]}"),
        claim("c", request()), pod("p", "c"),
        claim("d", request("r", ", tolerations: [{key: k, value: v}]")), pod("q", "d"),
      ], [none("p", cannot), "q on a"]),
    Case(
      "a taint without effect repels nobody",
      [
        slice("s", "nodeName: a", "{name: d0, taints: [{key: k, effect: None}]}"),
        claim("c", request()), pod("p", "c"),
      ], ["p on a"]),
  ]

  @Test(
    "decides as kube-scheduler does",
    arguments: counting + pools + choices + sharing + taints + states + extendedResources)
  func decision(_ example: Case) {
    let cluster = SimulatedCluster(Self.nodes + example.objects)
    #expect(cluster.decisions == example.decisions)
  }

  @Test("prefers nodes that serve the first alternative")
  func score() {
    let claim = Self.claim(
      "c",
      "{name: r, firstAvailable: [{name: two, deviceClassName: gpu, count: 2}, "
        + "{name: one, deviceClassName: gpu}]}")
    let cluster = SimulatedCluster(
      Self.nodes + [
        Self.slice("s", "nodeName: a", "{name: d0}"),
        Self.slice("t", "nodeName: b", "{name: d0}, {name: d1}"), claim, Self.pod("p", "c"),
      ])
    #expect(cluster.decisions == ["p on b"])
    #expect(cluster.scores(of: "p", by: "DynamicResources") == ["a": 174, "b": 200])
  }

  @Test("devices count where a profile ranks nodes by a resource that they stand for")
  func resourceScore() {
    var configuration = SchedulerConfiguration()
    let weight = ResourceWeight("example.com/gpu")
    configuration.profiles[0].arguments.nodeResourcesFit.scoringStrategy.resources = [weight]
    let cluster = SimulatedCluster(
      Self.nodes + [
        Self.backed, Self.slice("s", "nodeName: a", "{name: d0}, {name: d1}"),
        Self.slice("t", "nodeName: b", "{name: d0}, {name: d1}, {name: d2}, {name: d3}"),
        Self.extended("p", "example.com/gpu", 1),
      ], configuration: configuration)
    #expect(cluster.scores(of: "p", by: "NodeResourcesFit") == ["a": 50, "b": 75])
  }
}
