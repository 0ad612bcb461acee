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
  var text: LogText
  /// How often the container had been restarted before this run, where the file is numbered by it.
  var restartCount: Int?
  /// Whether the file holds what was cut off from the start of another one.
  var isRotated = false

  init(
    namespace: String, pod: String, container: String, run: Run, file: String, text: LogText
  ) {
    self.namespace = namespace
    self.pod = pod
    self.container = container
    self.run = run
    self.file = file
    self.text = text
  }

  /// What the program wrote, read from the file where it is not in memory; of a long log what can matter.
  package var excerpt: LogExcerpt { text.excerpt }
}
