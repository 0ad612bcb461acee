/// The options by which kubectl reaches a cluster; poddoctor reads files, and says so.
enum LiveOptions {
  private static let names: Set<String> = [
    "--kubeconfig", "--context", "--cluster", "--user", "--as", "--as-group", "--as-uid",
    "--server",
    "--token", "--request-timeout", "--certificate-authority", "--client-certificate",
    "--client-key", "--insecure-skip-tls-verify", "--tls-server-name", "--watch",
  ]

  /// What to answer when one of the arguments is such an option; nil when none is.
  ///
  /// Only `collect` runs kubectl, and hands them on.
  static func refusal(of arguments: [String]) -> String? {
    if arguments.first == "collect" { return nil }
    for argument in arguments.prefix(while: { $0 != "--" }) {
      let name = String(argument.prefix { $0 != "=" })
      // A review may be held against the dump of a cluster.
      if name == "--cluster", arguments.first == "review" { continue }
      guard names.contains(name) || name == "-w" else { continue }
      return "\(name): poddoctor never contacts a cluster; give it files: "
        + "kubectl get pods,nodes,events,pvc,pv -A -o yaml | poddoctor diagnose -, "
        + "or those of poddoctor collect"
    }
    return nil
  }
}
