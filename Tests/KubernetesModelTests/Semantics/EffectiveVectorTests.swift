import KubernetesModel
import TestSupport
import Testing

struct EffectiveVectorTests {
  @Test("requests, limits and QoS", arguments: try Vectors.cases("effective/resources.json"))
  func resources(_ recorded: JSONValue) throws {
    let written = try decoded(try #require(recorded["pod"]), as: Pod.self)
    let pod = written.withDefaults
    let options = PodResourceOptions()
    #expect(texts(pod.effectiveRequests(options)) == recorded["requests"]?.texts)
    #expect(texts(pod.effectiveLimits(options)) == recorded["limits"]?.texts)
    #expect(
      texts(pod.effectiveRequests(.withoutOverhead)) == recorded["requestsWithoutOverhead"]?.texts)
    if let given = recorded["requestsUsingStatus"] {
      #expect(texts(pod.effectiveRequests(.withStatus)) == given.texts)
    }
    #expect(texts(written.effectiveRequests(options)) == recorded["requestsUndefaulted"]?.texts)
    #expect(pod.qualityOfService.rawValue == recorded["qosClass"]?.string)
  }

  @Test("security contexts", arguments: try Vectors.cases("effective/resources.json"))
  func securityContexts(_ recorded: JSONValue) throws {
    let pod = try decoded(try #require(recorded["pod"]), as: Pod.self).withDefaults
    for container in pod.spec.initContainers + pod.spec.containers {
      let merged = pod.spec.effectiveSecurityContext(of: container.securityContext)
      #expect(
        try JSONValue(parsing: merged.encoded())
          == recorded["securityContexts"]?[container.name])
    }
  }

  @Test("defaults of the API server", arguments: try Vectors.cases("effective/defaults.json"))
  func defaults(_ recorded: JSONValue) throws {
    let manifest = try #require(recorded["manifest"])
    let expected = recorded["defaulted"]
    let kind = try #require(manifest["kind"]?.string)
    let encoded =
      switch kind {
      case "Pod": try defaulted(manifest, as: Pod.self)
      case "Deployment": try defaulted(manifest, as: Deployment.self)
      case "StatefulSet": try defaulted(manifest, as: StatefulSet.self)
      case "DaemonSet": try defaulted(manifest, as: DaemonSet.self)
      case "Job": try defaulted(manifest, as: Job.self)
      case "CronJob": try defaulted(manifest, as: CronJob.self)
      default: JSONValue.null
      }
    #expect(encoded == expected)
    if encoded != expected { print("ZZA", encoded); print("ZZB", expected!) }
  }

  private func defaulted<Object: KubernetesObject & HasDefaults>(
    _ manifest: JSONValue, as type: Object.Type
  ) throws -> JSONValue {
    try JSONValue(parsing: try decoded(manifest, as: type).withDefaults.encodedObject())
  }
}
