import ArgumentParser
import PodDoctorKit

/// Which objects to look at and how to name them; never what a simulation sees.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: [.customShort("n"), .long], parsing: .singleValue,
    help: "Look at this namespace only; all of the dump's otherwise. May be repeated.")
  var namespace: [String] = []

  @Flag(name: [.customShort("A"), .long], help: "Look at all namespaces, which is the default.")
  var allNamespaces = false

  @Option(
    name: [.customShort("l"), .long],
    help: "A label selector: app=web,tier!=db,env in (a,b).")
  var selector: String?

  @Option(
    help: "metadata.name, metadata.namespace, spec.nodeName or status.phase: status.phase=Pending.")
  var fieldSelector: String?

  @Option(
    help: ArgumentHelp(
      "The present, RFC 3339; the newest time in the dump otherwise.", valueName: "time"))
  var now: String?

  @Flag(
    name: [.long, .customLong("redact")],
    help: "Replace names of objects, images and hosts by pseudonyms, so that it can be shared.")
  var redactNames = false

  func apply(to options: inout ConsultationOptions) throws {
    if allNamespaces, !namespace.isEmpty {
      throw UsageError("--namespace and --all-namespaces exclude each other")
    }
    options.namespaces = namespace.flatMap { $0.split(separator: ",").map(String.init) }
    options.labelSelector = selector
    options.fieldSelector = fieldSelector
    options.now = now
    options.hidesNames = redactNames
  }
}
