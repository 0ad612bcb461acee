import Basics

/// The whole collection as a shell script that a person can read and run where poddoctor is not.
package struct CollectionScript: Sendable {
  private let options: CollectionOptions
  private let kubectl: [String]

  /// - Parameters:
  ///   - options: what is collected.
  ///   - kubectl: the command with the flags that choose the cluster.
  package init(_ options: CollectionOptions, kubectl: [String]) {
    self.options = options
    self.kubectl = kubectl
  }

  package var text: String {
    let steps = CollectionPlan(options).steps.map { step in
      "get \(step.file.shellWord) " + step.arguments.map(\.shellWord).joined(separator: " ")
    }
    return ([head] + steps + [logs, foot]).joined(separator: "\n") + "\n"
  }

  private var head: String {
    """
    #!/bin/sh
    # Collects what poddoctor needs into a folder: sh collect.sh [FOLDER]
    # Every command only reads. The values of Secrets stay in the cluster; other objects and logs are written
    # as they are, so look through them before you share the folder ('poddoctor collect' blots credentials out).
    set -u
    folder=${1:-poddoctor-collection}
    umask 077
    mkdir -p "$folder" || exit 2

    kubectl() { command \(kubectl.map(\.shellWord).joined(separator: " ")) "$@"; }

    # get FILE ARGUMENT...: one command into one file; what fails is noted in errors.txt.
    get() {
      file=$folder/$1
      shift
      mkdir -p "${file%/*}"
      if ! kubectl "$@" > "$file" 2> "$folder/error"; then
        { echo "\\$ kubectl $*"; cat "$folder/error"; } >> "$folder/errors.txt"
        [ -s "$file" ] || rm -f "$file"
      fi
      rm -f "$folder/error"
    }

    """
  }

  /// Containers that are not ready or have restarted, as `NAMESPACE POD CONTAINER RESTARTS`.
  private static let troubled =
    #"{{range .items}}{{$pod := .metadata}}{{range .status.initContainerStatuses}}{{if or (not .ready) .restartCount}}{{printf "%s %s %s %v\n" $pod.namespace $pod.name .name .restartCount}}{{end}}{{end}}{{range .status.containerStatuses}}{{if or (not .ready) .restartCount}}{{printf "%s %s %s %v\n" $pod.namespace $pod.name .name .restartCount}}{{end}}{{end}}{{end}}"#

  private var logs: String {
    let scopes =
      options.namespaces.isEmpty ? ["-A"] : options.namespaces.map { "-n \($0.shellWord)" }
    let since = options.since.map { " --since=\($0.shellWord)" } ?? ""
    return scopes.map { scope in
      """

      # Logs of containers that are not ready or have restarted.
      kubectl get pods \(scope) -o go-template=\(Self.troubled.shellWord) |
      while read -r namespace pod container restarts; do
        log=logs/$namespace/${pod}__$container
        get "$log.log" logs -n "$namespace" "$pod" -c "$container"\(since) < /dev/null
        [ "$restarts" = 0 ] ||
          get "$log.previous.log" logs -n "$namespace" "$pod" -c "$container" --previous\(since) < /dev/null
      done
      """
    }.joined(separator: "\n")
  }

  private var foot: String {
    """

    tar -czf "$folder.tar.gz" "$folder" && echo "wrote $folder.tar.gz; poddoctor diagnose $folder.tar.gz reads it"
    """
  }
}
