import KubernetesModel

// As the functions of pkg/apis/admissionregistration/validation have it for webhooks.
extension ObjectRules {
  private static let reviewVersions = ["v1", "v1beta1"]

  mutating func webhookConfiguration(_ object: Field) {
    metadata(object["metadata"], .subdomain, isNamespaced: false)
    var names: Set<String> = []
    for hook in object["webhooks"].elements {
      webhook(hook)
      admissionReviewVersions(hook["admissionReviewVersions"])
      let name = hook["name"]
      if !name.isBlank, !names.insert(name.text).inserted { duplicate(name) }
    }
  }

  private mutating func webhook(_ hook: Field) {
    qualified(hook["name"])
    for rule in hook["rules"].elements { operationRule(rule) }
    oneOf(["Fail", "Ignore"], hook["failurePolicy"], ifAbsent: "Fail")
    oneOf(["Equivalent", "Exact"], hook["matchPolicy"], ifAbsent: "Equivalent")
    let effects = hook["sideEffects"]
    if effects.isPresent {
      oneOf(["None", "NoneOnDryRun"], effects)
    } else {
      required(effects, "must specify one of None, NoneOnDryRun")
    }
    if let seconds = hook["timeoutSeconds"].int, !(1...30).contains(seconds) {
      invalid(hook["timeoutSeconds"], "the timeout value must be between 1 and 30 seconds")
    }
    labelSelector(hook["namespaceSelector"])
    labelSelector(hook["objectSelector"])
    oneOf(["IfNeeded", "Never"], hook["reinvocationPolicy"], ifAbsent: "Never")
    webhookClient(hook["clientConfig"], shownAs: hook["clientConfig"])
    matchConditions(hook["matchConditions"])
  }

  private mutating func qualified(_ name: Field) {
    if name.isBlank { return required(name) }
    let objections = Syntax.subdomain(name.text)
    if !objections.isEmpty { return invalid(name, objections.joined(separator: ",")) }
    if name.text.parts(at: ".").count < 3 {
      invalid(name, "should be a domain with at least three segments separated by dots")
    }
  }

  /// Where a webhook answers; conversions are told under the path of another version of the API.
  mutating func webhookClient(_ client: Field, shownAs shown: Field) {
    let (url, service) = (client["url"], client["service"])
    guard url.isPresent != service.isPresent else {
      return required(shown, "exactly one of url or service is required")
    }
    if url.isPresent { webhookURL(url.shown("url", of: shown)) }
    if service.isPresent { webhookService(service.shown("service", of: shown)) }
  }

  private mutating func webhookURL(_ url: Field) {
    let form = "; desired format: https://host[/path]"
    let (scheme, rest) = url.text.divided(at: "://")
    guard let rest, scheme == "https" else {
      return invalid(
        url, .text(rest == nil ? "" : scheme), "'https' is the only allowed URL scheme" + form)
    }
    if rest.isEmpty || rest.hasPrefix("/") {
      invalid(url, .text(""), "host must be provided" + form)
    }
    let (path, fragment) = rest.divided(at: "#")
    if let fragment, !fragment.isEmpty {
      invalid(url, .text(fragment), "fragments are not permitted in the URL")
    }
    if let query = path.divided(at: "?").rest, !query.isEmpty {
      invalid(url, .text(query), "query parameters are not permitted in the URL")
    }
  }

  /// Upstream takes the name for the namespace here, and the other way round.
  private mutating func webhookService(_ service: Field) {
    if service["namespace"].isBlank { required(service["name"], "service name is required") }
    if service["name"].isBlank {
      required(service["namespace"], "service namespace is required")
    }
    if let port = service["port"].int {
      let objections = Syntax.portNumber(port)
      if !objections.isEmpty {
        invalid(service["port"], "port is not valid: " + objections.joined(separator: ", "))
      }
    }
    webhookPath(service["path"])
  }

  private mutating func webhookPath(_ path: Field) {
    let text = path.text
    if text.isEmpty || text == "/" { return }
    if text == "//" { return invalid(path, "segment[0] may not be empty") }
    if !text.hasPrefix("/") { invalid(path, "must start with a '/'") }
    var steps = String(text.dropFirst()).parts(at: "/")
    if steps.last == "", steps.count > 1 { steps.removeLast() }
    for (index, step) in steps.enumerated() {
      if step.isEmpty {
        invalid(path, "segment[\(index)] may not be empty")
      } else {
        invalid(path, Syntax.subdomain(step).map { "segment[\(index)]: \($0)" })
      }
    }
  }

  private mutating func admissionReviewVersions(_ list: Field) {
    guard list.count > 0 else { return required(list, "must specify one of v1, v1beta1") }
    reviewVersions(list)
  }

  /// The versions in which a webhook is asked, one of which the API server has to know.
  mutating func reviewVersions(_ list: Field) {
    var seen: Set<String> = []
    for version in list.elements {
      if seen.insert(version.text).inserted {
        invalid(version, Syntax.letterLabel(version.text))
      } else {
        invalid(version, "duplicate version")
      }
    }
    if seen.isDisjoint(with: Self.reviewVersions) {
      invalid(list, .texts(list.texts), "must include at least one of v1, v1beta1")
    }
  }
}

extension String {
  /// What stands before the first sign, and what behind it; nil where there is none.
  fileprivate func divided(at sign: String) -> (start: String, rest: String?) {
    guard let place = firstRange(of: sign) else { return (self, nil) }
    return (String(self[..<place.lowerBound]), String(self[place.upperBound...]))
  }
}
