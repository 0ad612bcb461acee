import CEL
import KubernetesModel
import Provenance
import RuleEngine

/// What rules can ask of the security context that a container runs with: its own over its pod's.
enum ContainerSecurityFacts {
  /// The merged context with what the pod decides besides.
  struct Base: Sendable {
    var merged: SecurityContext
    var own: SecurityContext?
    var pod: PodSecurityContext?
    /// The AppArmor profile that an annotation of the pod names.
    var annotatedProfile: String?
  }

  private static let table = FactTable<Base>([
    "runAsUser": { .number($0.merged.runAsUser.map(Int.init)) },
    "runAsGroup": { .number($0.merged.runAsGroup.map(Int.init)) },
    "runAsNonRoot": { .bool($0.merged.runAsNonRoot ?? false) },
    "mayRunAsRoot": { .bool(mayRunAsRoot($0.merged)) },
    "privileged": { .bool($0.merged.privileged ?? false) },
    "allowPrivilegeEscalation": { .bool($0.merged.allowPrivilegeEscalation ?? true) },
    "readOnlyRootFilesystem": { .bool($0.merged.readOnlyRootFilesystem ?? false) },
    "added": { .texts($0.merged.capabilities?.add ?? []) },
    "dropped": { .texts($0.merged.capabilities?.drop ?? []) },
    "procMount": { .string($0.merged.procMount ?? "Default") },
    "seccompProfile": { .text($0.seccompProfile) },
    "appArmorProfile": { .text($0.appArmorProfile) },
    "seLinux": { .bool($0.merged.seLinuxOptions != nil) },
    "hostProcess": { .bool($0.merged.windowsOptions?.hostProcess ?? false) },
  ])

  static func object(_ container: TemplateContainer) -> FactObject {
    let spec = container.pod.pod.spec
    let own = container.spec.securityContext
    return FactObject(
      Base(
        merged: spec.effectiveSecurityContext(of: own), own: own, pod: spec.securityContext,
        annotatedProfile: container.pod.pod.metadata.annotations[
          "container.apparmor.security.beta.kubernetes.io/\(container.spec.name)"]),
      table, origin: container.origin)
  }

  /// A number decides; without one only `runAsNonRoot` keeps root away.
  private static func mayRunAsRoot(_ context: SecurityContext) -> Bool {
    if let user = context.runAsUser { return user == 0 }
    return !(context.runAsNonRoot ?? false)
  }
}

extension ContainerSecurityFacts.Base {
  /// The type of the profile; the container's wins over the pod's.
  var seccompProfile: String? {
    own?.seccompProfile?.type ?? pod?.seccompProfile?.type
  }

  var appArmorProfile: String? {
    own?.appArmorProfile?.type ?? annotatedProfile ?? pod?.appArmorProfile?.type
  }
}
