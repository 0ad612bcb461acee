/// Security settings for all containers of a pod.
package struct PodSecurityContext: APIStruct {
  @Boxed package var seLinuxOptions: SELinuxOptions?
  @Boxed package var windowsOptions: WindowsSecurityContextOptions?
  package var runAsUser: Int64?
  package var runAsGroup: Int64?
  package var runAsNonRoot: Bool?
  package var supplementalGroups: [Int64] = []
  package var supplementalGroupsPolicy: String?
  package var fsGroup: Int64?
  package var sysctls: [Sysctl] = []
  package var fsGroupChangePolicy: String?
  package var seccompProfile: SeccompProfile?
  package var appArmorProfile: AppArmorProfile?
  package var seLinuxChangePolicy: String?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("seLinuxOptions", &seLinuxOptions)
    fields.field("windowsOptions", &windowsOptions)
    fields.field("runAsUser", &runAsUser)
    fields.field("runAsGroup", &runAsGroup)
    fields.field("runAsNonRoot", &runAsNonRoot)
    fields.field("supplementalGroups", &supplementalGroups)
    fields.field("supplementalGroupsPolicy", &supplementalGroupsPolicy)
    fields.field("fsGroup", &fsGroup)
    fields.field("sysctls", &sysctls)
    fields.field("fsGroupChangePolicy", &fsGroupChangePolicy)
    fields.field("seccompProfile", &seccompProfile)
    fields.field("appArmorProfile", &appArmorProfile)
    fields.field("seLinuxChangePolicy", &seLinuxChangePolicy)
  }
}

/// A kernel parameter.
package struct Sysctl: APIStruct {
  package var name: String = ""
  package var value: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("name", &name)
    fields.required("value", &value)
  }
}
