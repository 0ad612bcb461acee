/// Security settings of one container.
package struct SecurityContext: APIStruct {
  package var capabilities: Capabilities?
  package var privileged: Bool?
  @Boxed package var seLinuxOptions: SELinuxOptions?
  @Boxed package var windowsOptions: WindowsSecurityContextOptions?
  package var runAsUser: Int64?
  package var runAsGroup: Int64?
  package var runAsNonRoot: Bool?
  package var readOnlyRootFilesystem: Bool?
  package var allowPrivilegeEscalation: Bool?
  package var procMount: String?
  package var seccompProfile: SeccompProfile?
  package var appArmorProfile: AppArmorProfile?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("capabilities", &capabilities)
    fields.field("privileged", &privileged)
    fields.field("seLinuxOptions", &seLinuxOptions)
    fields.field("windowsOptions", &windowsOptions)
    fields.field("runAsUser", &runAsUser)
    fields.field("runAsGroup", &runAsGroup)
    fields.field("runAsNonRoot", &runAsNonRoot)
    fields.field("readOnlyRootFilesystem", &readOnlyRootFilesystem)
    fields.field("allowPrivilegeEscalation", &allowPrivilegeEscalation)
    fields.field("procMount", &procMount)
    fields.field("seccompProfile", &seccompProfile)
    fields.field("appArmorProfile", &appArmorProfile)
  }
}

/// Linux capabilities added and dropped.
package struct Capabilities: APIStruct {
  package var add: [String] = []
  package var drop: [String] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("add", &add)
    fields.field("drop", &drop)
  }
}
