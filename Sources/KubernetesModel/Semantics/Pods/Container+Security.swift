extension PodSpec {
  /// The security context that a container runs with, as far as upstream merges it from pod and container.
  ///
  /// Seccomp and AppArmor profiles are not merged there; where the pod has no security context at all, the
  /// container's stands as it is.
  package func effectiveSecurityContext(of container: SecurityContext?) -> SecurityContext {
    guard let securityContext else { return container ?? SecurityContext() }
    var merged = SecurityContext()
    merged.seLinuxOptions = container?.seLinuxOptions ?? securityContext.seLinuxOptions
    merged.windowsOptions = securityContext.windowsOptions.merged(with: container?.windowsOptions)
    merged.runAsUser = container?.runAsUser ?? securityContext.runAsUser
    merged.runAsGroup = container?.runAsGroup ?? securityContext.runAsGroup
    merged.runAsNonRoot = container?.runAsNonRoot ?? securityContext.runAsNonRoot
    merged.capabilities = container?.capabilities
    merged.privileged = container?.privileged
    merged.readOnlyRootFilesystem = container?.readOnlyRootFilesystem
    merged.allowPrivilegeEscalation = container?.allowPrivilegeEscalation
    merged.procMount = container?.procMount
    return merged
  }
}

extension WindowsSecurityContextOptions? {
  /// The container's options over the pod's, field by field.
  fileprivate func merged(
    with container: WindowsSecurityContextOptions?
  ) -> WindowsSecurityContextOptions? {
    guard let container else { return self }
    var merged = self ?? WindowsSecurityContextOptions()
    if container.gmsaCredentialSpecName != nil || container.gmsaCredentialSpec != nil {
      // Both go hand in hand.
      merged.gmsaCredentialSpecName = container.gmsaCredentialSpecName
      merged.gmsaCredentialSpec = container.gmsaCredentialSpec
    }
    merged.runAsUserName = container.runAsUserName ?? merged.runAsUserName
    merged.hostProcess = container.hostProcess ?? merged.hostProcess
    return merged
  }
}
