/// The release of this build; reports and `--version` name it.
package enum Release {
  package static let name = "poddoctor"
  package static let version = "0.1.0"
}
