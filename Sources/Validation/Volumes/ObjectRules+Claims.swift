import KubernetesModel

extension ObjectRules {
  mutating func ephemeral(_ source: Field) {
    let template = source["volumeClaimTemplate"]
    guard template.isPresent else { return required(template) }
    let meta = template["metadata"]
    annotations(meta["annotations"])
    labels(meta["labels"])
    for (name, shown) in Self.fieldsForbiddenToTemplates where !meta[named: name].isZero {
      forbidden(meta[named: name].shown(shown, of: meta), "cannot be set")
    }
    claimSpec(template["spec"])
  }

  /// The specification of a persistent volume claim.
  mutating func claimSpec(_ spec: Field, of origin: ClaimOrigin = .template) {
    let modes = spec["accessModes"]
    if modes.count == 0 { required(modes, "at least 1 access mode is required") }
    labelSelector(spec["selector"])
    accessModes(modes)
    storageRequest(spec)
    className(spec["storageClassName"])
    if spec["volumeMode"].isPresent { oneOf(["Block", "Filesystem"], spec["volumeMode"]) }
    dataSources(spec, of: origin)
    className(spec["volumeAttributesClassName"])
  }

  mutating func accessModes(_ modes: Field) {
    let supported = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"]
    for mode in modes.elements { oneOf(supported, mode.shown(as: modes)) }
    let texts = modes.texts
    if texts.contains("ReadWriteOncePod"),
      texts.contains(where: { $0 != "ReadWriteOncePod" && supported.contains($0) })
    {
      forbidden(modes, "may not use ReadWriteOncePod with other access modes")
    }
  }

  private mutating func storageRequest(_ spec: Field) {
    let request = spec["resources"]["requests"].entry("storage")
    let shown = request.shown(as: spec["resources"].keyed("storage"))
    guard let quantity = request.quantity?.rounded(toScale: -3) else { return required(shown) }
    guard quantity.sign <= 0 else { return }
    invalid(shown, .text(quantity.description), Wording.positive)
  }

  private mutating func className(_ field: Field) {
    if !field.isBlank { subdomain(field) }
  }

  private mutating func dataSources(_ spec: Field, of origin: ClaimOrigin) {
    var (source, reference) = (spec["dataSource"], spec["dataSourceRef"])
    if origin == .claim {
      // The API server drops what leads to other namespaces.
      if !reference["namespace"].isBlank { reference = reference.absent }
      if !reference.isPresent, !source.isClaimOrSnapshot { source = source.absent }
      if source.isPresent, !reference.isPresent {
        reference = source.shown(as: reference)
      } else if reference.isPresent, !source.isPresent {
        source = reference.shown(as: source)
      }
    }
    for field in [source, reference] where field.isPresent { dataSource(field) }
    let namespace = reference["namespace"]
    if !namespace.isBlank { label(namespace) }
    guard source.isPresent, reference.isPresent else { return }
    guard namespace.isBlank else {
      return invalid(
        source.shown(as: spec), .json("{}"),
        "may not be specified when dataSourceRef.namespace is specified")
    }
    let isSame = ["apiGroup", "kind", "name"].allSatisfy {
      source[$0].text == reference[$0].text
    }
    if !isSame {
      invalid(source.shown(as: spec), .json("{}"), "must match dataSourceRef")
    }
  }

  private mutating func dataSource(_ source: Field) {
    for name in ["name", "kind"] where source[named: name].isBlank { required(source[named: name]) }
    let (group, kind) = (source["apiGroup"], source["kind"])
    if group.isBlank, kind.text != "PersistentVolumeClaim" {
      invalid(
        source, .text(kind.text),
        "must be 'PersistentVolumeClaim' when referencing the default apiGroup")
    }
    if !group.isBlank { subdomain(group) }
  }

  private static let fieldsForbiddenToTemplates: KeyValuePairs = [
    "name": "name", "generateName": "generateName", "namespace": "namespace",
    "selfLink": "selfLink", "uid": "uID", "resourceVersion": "resourceVersion",
    "generation": "generation", "creationTimestamp": "creationTimestamp",
    "deletionTimestamp": "deletionTimestamp",
    "deletionGracePeriodSeconds": "deletionGracePeriodSeconds",
    "ownerReferences": "ownerReferences", "finalizers": "finalizers",
    "managedFields": "managedFields",
  ]
}

/// What a specification of a claim belongs to.
enum ClaimOrigin {
  /// A claim itself, whose sources the API server completes before it looks at them.
  case claim
  case template
}

extension Field {
  /// Whether what a claim is filled from is what could always be named there.
  fileprivate var isClaimOrSnapshot: Bool {
    switch self["kind"].text {
    case "PersistentVolumeClaim": self["apiGroup"].isBlank
    case "VolumeSnapshot": self["apiGroup"].text == "snapshot.storage.k8s.io"
    default: false
    }
  }
}
