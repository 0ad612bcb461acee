import Basics
import KubernetesModel
import RuleEngine

/// Recognises what Kubernetes components write into events and statuses.
struct TextClassifier: Sendable {
  /// A text and the signature that says most about it.
  struct Match: Sendable {
    var signature: Signature
    /// The signature's named groups.
    var captures: [String: String]
  }

  private let groups: [String: Once<SignatureSet>]

  /// A classifier of groups of signatures, by their names.
  init(_ groups: [String: Once<SignatureSet>]) {
    self.groups = groups
  }

  /// The names of the groups, sorted.
  var groupNames: [String] { groups.keys.sorted() }

  /// This classifier with further signatures; those of the same name are replaced.
  func adding(_ signatures: [Signature]) -> TextClassifier {
    var groups = groups
    for (group, added) in Dictionary(grouping: signatures, by: \.group) {
      let known = groups[group]
      groups[group] = Once {
        SignatureSet((known?.value.signatures ?? []).replacing(with: added))
      }
    }
    return TextClassifier(groups)
  }

  /// The best match among `names`: the highest weight, and of equal ones the first in the file.
  ///
  /// What the text quotes is read as it was before it was quoted.
  func best(for text: String, in names: [String]) -> Match? {
    let text = NestedQuotes.unfolded(text)
    var best: (set: SignatureSet, index: Int)?
    for name in names {
      guard let set = groups[name]?.value else { continue }
      for index in set.matches(in: text)
      where set.signatures[index].weight > (best.map { $0.set.signatures[$0.index].weight } ?? -1) {
        best = (set, index)
      }
    }
    return best.map { set, index in
      Match(signature: set.signatures[index], captures: set.captures(of: index, in: text))
    }
  }

  /// The groups of signatures that can say something about an event, by its reason and text.
  static func groups(forEvent reason: String, _ message: String) -> [String] {
    switch reason {
    case "Failed":
      message.hasPrefix("Failed to pull image")
        ? ["image"] : ["config", "create", "start", "image"]
    case "InspectFailed", "ErrImageNeverPull", "FailedToRetrieveImagePullSecret": ["image"]
    case "FailedCreatePodSandBox", "FailedPodSandBoxStatus": ["sandbox", "create"]
    case "NetworkNotReady": ["sandbox"]
    case "FailedCreatePodContainer": ["create"]
    case "FailedKillPod": ["kill", "sandbox"]
    case "FailedMount", "FailedAttachVolume", "FailedMapVolume", "FailedUnMount",
      "VolumeResizeFailed":
      ["volume", "config"]
    case "ProvisioningFailed": ["provision"]
    case "FailedCreate", "FailedResourceClaimCreation", "ReplicaSetCreateError": ["admission"]
    case "Evicted": ["eviction"]
    case "Unhealthy", "ProbeWarning": ["probe"]
    case "FailedPrepareDynamicResources": ["dra"]
    case "FailedPostStartHook", "FailedPreStopHook": []
    default: ["kubelet-admission"]
    }
  }

  /// The groups that can say something about a waiting container.
  static func groups(forWaiting reason: String) -> [String] {
    switch reason {
    case "ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull",
      "ImageInspectError", "RegistryUnavailable", "SignatureValidationFailed":
      ["image"]
    case "CreateContainerConfigError": ["config", "create"]
    case "CreateContainerError": ["create", "start", "config"]
    case "RunContainerError", "StartError", "ContainerCannotRun": ["start", "create"]
    default: []
    }
  }
}
