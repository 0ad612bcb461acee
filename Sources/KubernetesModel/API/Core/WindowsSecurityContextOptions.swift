/// Security settings on Windows.
package struct WindowsSecurityContextOptions: APIStruct {
  package var gmsaCredentialSpecName: String?
  package var gmsaCredentialSpec: String?
  package var runAsUserName: String?
  package var hostProcess: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("gmsaCredentialSpecName", &gmsaCredentialSpecName)
    fields.field("gmsaCredentialSpec", &gmsaCredentialSpec)
    fields.field("runAsUserName", &runAsUserName)
    fields.field("hostProcess", &hostProcess)
  }
}
