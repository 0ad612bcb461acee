import KubernetesModel
import Provenance
import RuleEngine

/// The line that says most about why a container ended: of its log, or of its termination message.
struct Clue: Sendable {
  var line: LogReading.Line
  /// The field that holds the termination message; nil for a line of the log.
  var field: String?
  /// The name of the log's file.
  var file: String

  /// Nil when no line speaks for a cause.
  init?(in log: LogReading?, message: LogReading?, at field: String?) {
    let lines = [(log, nil), (message, field)] as [(LogReading?, String?)]
    for (reading, field) in lines {
      guard let reading, let line = reading.lines.first(where: \.namesCause) else { continue }
      self.line = line
      self.field = field
      file = reading.file
      return
    }
    return nil
  }

  var cause: String { line.signature.cause }

  /// Absolute paths that the line speaks of.
  var paths: [String] {
    line.text.split { $0.isWhitespace || "'\"`,:;()[]{}=<>".contains($0) }.filter {
      $0.first == "/" && $0.utf8.count > 1
    }.map(String.init)
  }

  /// The volume mount that the first of the line's paths lies in, by its place in the container.
  func mount(in container: Container) -> (index: Int, mount: VolumeMount)? {
    let mounts = container.volumeMounts.enumerated().filter { _, mount in
      paths.contains { Self.lies($0, in: mount.mountPath) }
    }
    let deepest = mounts.max { $0.element.mountPath.utf8.count < $1.element.mountPath.utf8.count }
    return deepest.map { ($0.offset, $0.element) }
  }

  private static func lies(_ path: String, in folder: String) -> Bool {
    let folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return path == folder || path.hasPrefix(folder + "/")
  }
}

extension LogReading.Line {
  /// Whether the line speaks for a cause rather than for a symptom.
  var namesCause: Bool {
    signature.cause != "symptom" && signature.cause != "context"
  }
}
