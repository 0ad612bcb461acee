import Findings
import Provenance

/// Leaves out of a report what looks like a credential or is one by the dump's own words.
struct CredentialRewriter: ReportRewriter {
  let values: SecretValues

  func text(_ text: String) -> String { Credentials.blotted(values.blotted(text)) }

  func object(_ object: ObjectReference) -> ObjectReference {
    var object = object
    object.name = text(object.name)
    return object
  }

  func field(_ path: String) -> String { path }

  func file(_ path: String) -> String { path }
}
