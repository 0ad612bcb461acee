import Basics
import KubernetesModel
import Provenance
import YAML

/// An event as a text shows it.
struct TextEvent: Sendable {
  var object: ObjectReference
  /// The field of the object that the event is about, such as `spec.containers{web}`.
  var fieldPath = ""
  var type = ""
  var reason = ""
  var message = ""
  var component = ""
  var host = ""
  var count = 1
  var first: Timestamp?
  var last: Timestamp?
  /// Where the event stands in the text.
  var mark: Mark

  init(about object: ObjectReference, at mark: Mark) {
    self.object = object
    self.mark = mark
  }

  /// Takes over when and how often the event was seen.
  mutating func take(_ age: EventAge, present: TextPresent) {
    count = age.count
    last = age.last?.time(before: present)
    first = age.first?.time(before: present) ?? last
  }

  /// The event as an object of the API.
  func document(file: String) -> Document {
    var builder = DocumentBuilder(file: file, at: mark)
    builder.mapping { event in
      event.field("apiVersion", Event.apiVersion)
      event.field("kind", Event.kind)
      event.mapping("metadata") { metadata in
        metadata.field("name", name)
        metadata.field("namespace", object.namespace.isEmpty ? "default" : object.namespace)
      }
      event.mapping("involvedObject") { involved in
        involved.field("kind", object.kind)
        involved.fill("namespace", object.namespace)
        involved.field("name", object.name)
        involved.fill("fieldPath", fieldPath)
      }
      event.fill("type", type)
      event.fill("reason", reason)
      event.fill("message", message)
      event.mapping("source") { source in
        source.fill("component", component)
        source.fill("host", host)
      }
      event.fill("firstTimestamp", first?.description ?? "")
      event.fill("lastTimestamp", last?.description ?? "")
      event.field("count", count)
    }
    return builder.finish()
  }

  /// A name like those that clients give to events: the object's, and digits that tell the event from others.
  private var name: String {
    var digest = ByteDigest()
    for part in [
      fieldPath, type, reason, message, first?.description ?? "", last?.description ?? "",
    ] {
      digest.add(part)
      digest.add("\n")
    }
    return "\(object.name).\(digest.description.suffix(16))"
  }
}

extension DocumentBuilder {
  /// Adds an entry whose value is a mapping.
  mutating func mapping(_ name: String, _ body: (inout DocumentBuilder) -> Void) {
    field(name, mapping: body)
  }

  /// Adds an entry whose value is text, unless there is none.
  mutating func fill(_ name: String, _ text: String) {
    if !text.isEmpty { field(name, text) }
  }
}
