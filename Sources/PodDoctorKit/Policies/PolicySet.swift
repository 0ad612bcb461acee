import CEL
import Findings
import KubernetesModel
import Provenance
import RuleEngine
import YAML

/// The admission policies of a user's files, and where they count.
struct PolicySet: Sendable {
  private var policies: [AdmissionPolicy] = []
  private var bindings: [PolicyBinding] = []

  /// Enough for any expression that an API server would accept.
  private static let limits = Limits(steps: 200_000)

  var isEmpty: Bool { policies.isEmpty }

  /// Takes the policies and bindings of a file; false when it holds none, so that it is something else.
  mutating func take(_ file: RuleFile) throws(RuleErrors) -> Bool {
    guard file.text.contains("ValidatingAdmissionPolicy") else { return false }
    let reading = DocumentReader().read(file.text, file: file.path)
    let documents = reading.documents.map(\.root).flatMap(Self.unpacked).filter {
      $0["kind"]?.text.hasPrefix("ValidatingAdmissionPolicy") == true
    }
    guard !documents.isEmpty else { return false }
    for document in documents {
      if document["kind"]?.text == "ValidatingAdmissionPolicy" {
        do {
          policies.append(try AdmissionPolicy(reading: document))
        } catch {
          throw RuleErrors(error.errors.map { $0.showing(lineOf: file.text) })
        }
      } else {
        bindings.append(PolicyBinding(reading: document))
      }
    }
    return true
  }

  private static func unpacked(_ document: YAMLNode) -> [YAMLNode] {
    guard document["kind"]?.text == "List", let items = document["items"], items.kind == .sequence
    else { return [document] }
    return Array(items.elements)
  }

  /// Policies that cannot be judged from files, each with why.
  var obstacles: [Finding] {
    policies.compactMap { policy in
      policy.obstacle.map { obstacle in
        Finding(
          cause: "policy-not-judged", severity: .info, confidence: 1, playbook: .dump,
          object: policy.reference, affected: AffectedObject(policy.reference),
          says: "\(policy.reference) is not judged: \(obstacle)",
          evidence: [Evidence(policy.reference, "spec", says: "the policy", place: policy.place)])
      }
    }
  }

  /// What the policies have against an object, with `denial` where the API server would act on it.
  ///
  /// `namespace` is the document of the object's namespace, nil when that is not at hand.
  func findings(
    about object: PolicyObject, namespace: YAMLNode?, denial: Severity
  ) -> [Finding] {
    policies.filter { $0.obstacle == nil }.flatMap { policy -> [Finding] in
      guard let (operation, isFelt) = application(of: policy, to: object, namespace) else {
        return []
      }
      let scope = PolicyScope(object, operation: operation, namespace: namespace)
      return policy.verdicts(in: scope, limits: Self.limits).map { verdict in
        Finding(
          verdict, of: policy, about: object, severity: isFelt ? denial : .info)
      }
    }
  }

  /// At which operation a policy counts for an object, and whether anybody feels it; without any binding at hand
  /// it counts for all that it matches.
  private func application(
    of policy: AdmissionPolicy, to object: PolicyObject, _ namespace: YAMLNode?
  ) -> (operation: String, isFelt: Bool)? {
    let labels = Self.labels(of: namespace, named: object.reference.namespace)
    guard let operation = policy.constraints.operation(for: object, in: labels) else { return nil }
    let mine = bindings.filter { $0.policy == policy.name }
    if mine.isEmpty { return (operation, true) }
    let matching = mine.filter { $0.resources.operation(for: object, in: labels) != nil }
    return matching.isEmpty ? nil : (operation, matching.contains(where: \.isFelt))
  }

  private static func labels(of namespace: YAMLNode?, named name: String) -> [String: String] {
    let reference = ObjectReference(kind: "Namespace", name: name)
    let known = namespace.map { PolicyObject(reference: reference, node: $0).labels } ?? [:]
    return known.merging(["kubernetes.io/metadata.name": name]) { known, _ in known }
  }
}

extension Finding {
  fileprivate init(
    _ verdict: PolicyVerdict, of policy: AdmissionPolicy, about object: PolicyObject,
    severity: Severity
  ) {
    let validation = verdict.validation
    self.init(
      cause: policy.cause, severity: severity, confidence: 1, playbook: .notCreated,
      object: object.reference, affected: AffectedObject(object.reference),
      says: Quotation.shortened(verdict.message),
      why:
        "\(policy.reference) demands this. The API server lets objects be that were there before "
        + "the policy, and refuses them when they are made anew.",
      evidence: [
        Evidence(object.reference, "", says: "it is refused", place: object.node.place),
        Evidence(
          policy.reference, validation.field, says: "this has to hold", place: validation.place,
          quote: Quotation.shortened(validation.expression)),
      ],
      remedies: [
        Remedy(says: "change the object so that the policy's expression holds", risk: .disruptive)
      ],
      key: "\(policy.name)/\(verdict.number)")
  }
}
