import KubernetesModel

// As ValidateCSIDriver of pkg/apis/storage/validation has it; the API server sets what is left out.
extension ObjectRules {
  mutating func driverObject(_ object: Field) {
    metadata(object["metadata"], .subdomain, isNamespaced: false)
    let spec = object["spec"]
    oneOf(
      ["File", "None", "ReadWriteOnceWithFSType"], spec["fsGroupPolicy"],
      ifAbsent: "ReadWriteOnceWithFSType")
    tokenRequests(spec["tokenRequests"])
    let modes = spec["volumeLifecycleModes"]
    for mode in modes.elements {
      oneOf(["Persistent", "Ephemeral"], mode.shown(as: modes))
    }
    let period = spec["nodeAllocatableUpdatePeriodSeconds"]
    if let seconds = period.int, seconds < 10 {
      invalid(period, "must be greater than or equal to 10 seconds")
    }
  }

  private mutating func tokenRequests(_ list: Field) {
    var audiences: Set<String> = []
    for request in list.elements {
      let (audience, expiration) = (request["audience"], request["expirationSeconds"])
      guard audiences.insert(audience.text).inserted else {
        duplicate(audience, .text(audience.text))
        continue
      }
      guard let seconds = expiration.int else { continue }
      if seconds < 600 { invalid(expiration, "may not specify a duration less than 10 minutes") }
      if seconds > 1 << 32 {
        invalid(expiration, "may not specify a duration larger than 2^32 seconds")
      }
    }
  }
}
