/// Claims in the states that controllers leave them in, and extended resources that devices stand for.
extension DynamicResourcesTests {
  static let states: [Case] = [
    Case(
      "a pod goes where its allocated claim is",
      [claim("c", request(), status: allocation("d0", selector: onB)), pod("p", "c")], ["p on b"]),
    Case(
      "an allocated claim that nobody uses is freed when no node reaches it",
      [
        claim(
          "c", request(),
          status: allocation(
            "d0", selector: onB.replacing("values: [b]", with: "values: [gone]"))),
        pod("p", "c"),
      ],
      [
        none(
          "p", "2 resourceclaim not available on the node",
          "deallocation of ResourceClaim completed")
      ]),
    Case(
      "an allocated claim that another pod uses stays",
      [
        claim(
          "c", request(),
          status: allocation(
            "d0", selector: onB.replacing("values: [b]", with: "values: [gone]"))
            + ", reservedFor: [{resource: pods, name: other, uid: other-uid}]"),
        pod("p", "c"),
      ], [none("p", "2 resourceclaim not available on the node")]),
    Case(
      "a device whose driver gave up makes the claim unavailable",
      [
        claim(
          "c", request(),
          status: allocation("d0", ", bindingConditions: [up], bindingFailureConditions: [bad]")
            + ", devices: [{driver: gpu.example.com, pool: p, device: d0, "
            + "conditions: [{type: bad, status: 'True'}]}]"),
        pod("p", "c"),
      ],
      [
        none(
          "p", "2 resourceclaim not available on the node",
          "deallocation of ResourceClaim completed")
      ]),
    Case(
      "a claim that is not there holds the pod back",
      [pod("p", "c")], ["p gated: could not find ResourceClaim \"default/c\""]),
    Case(
      "a claim that is being deleted holds the pod back",
      [claim("c", request(), meta: ", deletionTimestamp: '2026-05-15T10:30:00Z'"), pod("p", "c")],
      ["p gated: resourceclaim \"c\" is being deleted"]),
    Case(
      "a claim that a template has yet to make holds the pod back",
      [Manifest.pod("p", ", resourceClaims: [{name: c, resourceClaimTemplateName: t}]")],
      ["p gated: pod \"default/p\": ResourceClaim not created yet"]),
    Case(
      "a claim made from a template must be the pod's own",
      [
        claim("c", request()),
        Manifest.pod(
          "p", ", resourceClaims: [{name: c, resourceClaimTemplateName: t}]",
          status: ", resourceClaimStatuses: [{name: c, resourceClaimName: c}]"),
      ],
      ["p gated: ResourceClaim default/c was not created for Pod default/p (Pod is not owner)"]),
    Case(
      "a class that is not there turns the pod away",
      [
        claim("c", "{name: r, firstAvailable: [{name: s, deviceClassName: nope}]}"), pod("p", "c"),
      ],
      [none("p", "request r/s: device class nope does not exist", "no new claims to deallocate")]),
  ]

  static let backed = deviceClass(
    "fast", "device.driver == 'gpu.example.com'", ", extendedResourceName: example.com/gpu")

  static func extended(_ name: String, _ resource: String, _ count: Int) -> String {
    Manifest.pod(name, "").replacing(
      "{name: c, image: i}",
      with: "{name: c, image: i, resources: {requests: {\(resource): '\(count)'}}}")
  }

  static let extendedResources: [Case] = [
    Case(
      "a class stands for an extended resource where no device plugin offers it",
      [
        backed, slice("s", "nodeName: b", "{name: d0}, {name: d1}"),
        extended("p", "example.com/gpu", 2), extended("q", "example.com/gpu", 1),
      ], ["p on b", none("q", cannot)]),
    Case(
      "every class stands for a resource of its own name",
      [
        slice("s", "nodeName: a", "{name: d0}"),
        extended("p", "deviceclass.resource.kubernetes.io/gpu", 1),
      ], ["p on a"]),
    Case(
      "a node with a device plugin serves the resource without claims",
      [
        backed, Manifest.node("plugin", allocatable: ", example.com/gpu: '1'"),
        extended("p", "example.com/gpu", 1),
      ], ["p on plugin"]),
  ]
}
