/// The log of one run of a container, as the dump holds it.
package struct ContainerLog: Sendable {
  /// Which run the log is of.
  package enum Run: Sendable, Hashable {
    case current, previous
  }

  /// Empty when neither the file's name nor its folders tell it.
  package var namespace: String
  package var pod: String
  /// Empty when the file's name tells only the pod.
  package var container: String
  package var run: Run
  /// The file, as the user named it.
  package var file: String
  /// What the program wrote, without what collectors put around it.
  package var bytes: [UInt8]
  /// For each line where it stands in the file; empty when every line of the file is one of the log.
  package var lineNumbers: [Int32] = []
  /// How often the container had been restarted before this run, where the file is numbered by it.
  var restartCount: Int?
  /// Whether the file holds what was cut off from the start of another one.
  var isRotated = false

  package init(
    namespace: String, pod: String, container: String, run: Run, file: String, bytes: [UInt8]
  ) {
    self.namespace = namespace
    self.pod = pod
    self.container = container
    self.run = run
    self.file = file
    self.bytes = bytes
  }

  /// What `kubectl logs` prints in place of a log that nobody has any more.
  private static let refusals = [
    "unable to retrieve container logs for ", "Error from server (BadRequest)",
    "Error from server (NotFound): pods ", "Error from server (InternalError)",
    "Error from server: ", "previous terminated container ",
    "failed to try resolving symlinks in path ",
  ]

  /// Whether the file holds no log but the refusal to give one; a program may write errors of its own that
  /// begin alike.
  package var isRefusal: Bool {
    let start = String(decoding: bytes.prefix(400), as: UTF8.self)
    guard bytes.count < 2048 else { return false }
    return Self.refusals.contains { start.hasPrefix($0) }
      || start.hasPrefix("Error from server (Forbidden)") && start.contains("pods/log")
  }
}
