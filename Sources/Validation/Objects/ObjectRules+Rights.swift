import KubernetesModel

// As the functions of pkg/apis/rbac/validation have it.
extension ObjectRules {
  private static let group = "rbac.authorization.k8s.io"

  mutating func role(_ object: Field) {
    metadata(object["metadata"], .pathSegment)
    for rule in object["rules"].elements { policyRule(rule, isNamespaced: true) }
  }

  mutating func clusterRole(_ object: Field) {
    metadata(object["metadata"], .pathSegment, isNamespaced: false)
    for rule in object["rules"].elements { policyRule(rule, isNamespaced: false) }
    let aggregation = object["aggregationRule"]
    guard aggregation.isPresent else { return }
    let selectors = aggregation["clusterRoleSelectors"]
    if selectors.count == 0 {
      required(
        selectors, "at least one clusterRoleSelector required if aggregationRule is non-nil")
    }
    for selector in selectors.elements { labelSelector(selector) }
  }

  private mutating func policyRule(_ rule: Field, isNamespaced: Bool) {
    if rule["verbs"].count == 0 {
      required(rule["verbs"], "verbs must contain at least one value")
    }
    let (groups, resources) = (rule["apiGroups"], rule["resources"])
    let paths = rule["nonResourceURLs"]
    guard paths.count == 0 else {
      if isNamespaced {
        invalid(paths, "namespaced rules cannot apply to non-resource URLs")
      }
      if groups.count + resources.count + rule["resourceNames"].count > 0 {
        invalid(paths, "rules cannot apply to both regular resources and non-resource URLs")
      }
      return
    }
    if groups.count == 0 { required(groups, "resource rules must supply at least one api group") }
    if resources.count == 0 {
      required(resources, "resource rules must supply at least one resource")
    }
  }

  mutating func roleBinding(_ object: Field) {
    metadata(object["metadata"], .pathSegment)
    roleReference(object["roleRef"], to: ["Role", "ClusterRole"])
    for subject in object["subjects"].elements { self.subject(subject, isNamespaced: true) }
  }

  mutating func clusterRoleBinding(_ object: Field) {
    metadata(object["metadata"], .pathSegment, isNamespaced: false)
    roleReference(object["roleRef"], to: ["ClusterRole"])
    for subject in object["subjects"].elements { self.subject(subject, isNamespaced: false) }
  }

  private mutating func roleReference(_ role: Field, to kinds: [String]) {
    oneOf([Self.group], role["apiGroup"], default: Self.group)
    oneOf(kinds, role["kind"])
    let name = role["name"]
    if name.isBlank { return required(name) }
    invalid(name, Syntax.pathSegment(name.text))
  }

  private mutating func subject(_ subject: Field, isNamespaced: Bool) {
    let (name, group) = (subject["name"], subject["apiGroup"])
    if name.isBlank { required(name) }
    switch subject["kind"].text {
    case "ServiceAccount":
      if !name.isBlank { subdomain(name) }
      if !group.isBlank { unsupported(group, [""]) }
      if !isNamespaced, subject["namespace"].isBlank { required(subject["namespace"]) }
    case "User", "Group": oneOf([Self.group], group, default: Self.group)
    default: oneOf(["ServiceAccount", "User", "Group"], subject["kind"])
    }
  }
}
