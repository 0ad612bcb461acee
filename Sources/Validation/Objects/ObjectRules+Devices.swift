import KubernetesModel

// As the functions of pkg/apis/resource/validation have it, but for types in expressions.
extension ObjectRules {
  private static let mostItems = 32
  private static let mostAlternatives = 8
  private static let longestExpression = 10 * 1024

  mutating func resourceClaim(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    deviceClaim(object["spec"]["devices"])
  }

  mutating func resourceClaimTemplate(_ object: Field) {
    metadata(object["metadata"], .subdomain)
    let spec = object["spec"]
    labels(spec["metadata"]["labels"])
    annotations(spec["metadata"]["annotations"])
    deviceClaim(spec["spec"]["devices"])
  }

  mutating func deviceClass(_ object: Field) {
    metadata(object["metadata"], .subdomain, isNamespaced: false)
    let spec = object["spec"]
    selectors(spec["selectors"])
    limited(spec["config"])
    for config in spec["config"].elements { opaque(config["opaque"]) }
  }

  private mutating func deviceClaim(_ devices: Field) {
    let requests = devices["requests"]
    let names = Self.requestNames(requests)
    limited(requests)
    var seen: Set<String> = []
    for request in requests.elements {
      deviceRequest(request)
      if !seen.insert(request["name"].text).inserted {
        duplicate(request, .text(request["name"].text))
      }
    }
    limited(devices["constraints"])
    for constraint in devices["constraints"].elements { self.constraint(constraint, on: names) }
    limited(devices["config"])
    for config in devices["config"].elements {
      requestReferences(config["requests"], to: names)
      opaque(config["opaque"])
    }
  }

  /// The names that constraints may use: of requests, and of alternatives behind those of their requests.
  private static func requestNames(_ requests: Field) -> Set<String> {
    var names: Set<String> = []
    for request in requests.elements {
      let name = request["name"].text
      names.insert(name)
      for other in request["firstAvailable"].elements {
        names.insert("\(name)/\(other["name"].text)")
      }
    }
    return names
  }

  private mutating func deviceRequest(_ request: Field) {
    requestName(request["name"])
    let (exact, others) = (request["exactly"], request["firstAvailable"])
    switch (exact.isPresent, others.count > 0) {
    case (false, false):
      required(request, "exactly one of `exactly` or `firstAvailable` is required")
    case (true, true):
      invalid(
        request, .json("null"),
        "exactly one of `exactly` or `firstAvailable` is required, but multiple fields are set")
    case (true, false): exactRequest(exact)
    case (false, true):
      limited(others, to: Self.mostAlternatives)
      var seen: Set<String> = []
      for other in others.elements {
        requestName(other["name"])
        exactRequest(other)
        if !seen.insert(other["name"].text).inserted {
          duplicate(other, .text(other["name"].text))
        }
      }
    }
  }

  private mutating func exactRequest(_ request: Field) {
    let name = request["deviceClassName"]
    if name.isBlank { required(name) } else { subdomain(name) }
    selectors(request["selectors"])
    let count = request["count"]
    switch request["allocationMode"].text(or: "ExactCount") {
    case "All":
      guard let number = count.int, number != 0 else { return }
      invalid(count, "must not be specified when allocationMode is 'All'")
    case "ExactCount":
      if let number = count.int, number < 0 { invalid(count, "must be greater than zero") }
    default: unsupported(request["allocationMode"], ["All", "ExactCount"])
    }
  }

  private mutating func selectors(_ list: Field) {
    limited(list)
    for selector in list.elements {
      let cel = selector["cel"]
      guard cel.isPresent else {
        required(cel)
        continue
      }
      let expression = cel["expression"]
      if expression.text.utf8.count > Self.longestExpression {
        tooLong(expression, Self.longestExpression)
      } else if !expression.isBlank {
        self.expression(expression)
      }
    }
  }

  private mutating func constraint(_ constraint: Field, on names: Set<String>) {
    requestReferences(constraint["requests"], to: names)
    let attributes = ["matchAttribute", "distinctAttribute"].map { constraint[$0] }
    guard let attribute = attributes.first(where: \.isPresent) else {
      return required(
        constraint,
        "exactly one of \"matchAttribute\" or \"distinctAttribute\" is required, "
          + "but multiple fields are set")
    }
    if attribute.isBlank {
      required(attribute, "name required")
    } else if !attribute.text.contains("/") {
      invalid(
        attribute, "a fully qualified name must be a domain and a name separated by a slash")
    }
  }

  private mutating func requestReferences(_ list: Field, to names: Set<String>) {
    limited(list)
    var seen: Set<String> = []
    for reference in list.elements {
      if !names.contains(reference.text) {
        invalid(
          reference,
          "must be the name of a request in the claim "
            + "or the name of a request and a subrequest separated by '/'")
      }
      if !seen.insert(reference.text).inserted { duplicate(reference) }
    }
  }

  private mutating func opaque(_ opaque: Field) {
    guard opaque.isPresent else { return required(opaque) }
    let driver = opaque["driver"]
    if driver.isBlank {
      required(driver)
    } else {
      if driver.text.utf8.count > 63 { tooLong(driver, 63) }
      invalid(driver, Syntax.subdomain(driver.text.lowercased()))
    }
    if !opaque["parameters"].isPresent { required(opaque["parameters"]) }
  }

  private mutating func requestName(_ name: Field) {
    if name.isBlank { required(name) } else { label(name) }
  }

  private mutating func limited(_ list: Field, to limit: Int = mostItems) {
    if list.count > limit { tooMany(list, list.count, limit) }
  }
}
