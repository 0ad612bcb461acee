import KubernetesModel
import YAML

extension DocumentBuilder {
  /// Adds the spec and the status of a quota, from rows of resource, used and hard below a header.
  mutating func describedQuota(rows: [OutlineNode], _ scopes: OutlineNode?) {
    let resources = rows.compactMap { DescribedResource($0) }
    mapping("spec") { spec in
      spec.amounts("hard", resources.map { ($0.node, $0.name, $0.hard) })
      spec.list("scopes", scopes?.value.split(separator: ",").map(\.trimmed) ?? [], at: scopes)
    }
    mapping("status") { status in
      status.amounts("hard", resources.map { ($0.node, $0.name, $0.hard) })
      status.amounts("used", resources.map { ($0.node, $0.name, $0.used) })
    }
  }

  fileprivate mutating func amounts(_ name: String, _ rows: [(OutlineNode, String, String)]) {
    let amounts = rows.filter { $0.2 != "-" }
    guard !amounts.isEmpty else { return }
    mapping(name) { mapping in
      for (node, resource, amount) in amounts { mapping.text(resource, amount, at: node) }
    }
  }

  /// Adds the limits of a LimitRange, from rows of type, resource and five amounts below a header.
  mutating func describedLimits(_ rows: [OutlineNode]) {
    let limits = rows.map { ($0, $0.text.split(separator: " ").map(String.init)) }.filter {
      $0.1.count == 7 && DescribedResource.isAmount($0.1[2])
    }
    var types: [String] = []
    for limit in limits where !types.contains(limit.1[0]) { types.append(limit.1[0]) }
    mapping("spec") { spec in
      spec.field(
        "limits",
        sequence: { sequence in
          for type in types {
            sequence.mapping { mapping in
              mapping.field("type", type)
              mapping.describedLimit(limits.filter { $0.1[0] == type })
            }
          }
        })
    }
  }

  private mutating func describedLimit(_ rows: [(OutlineNode, [String])]) {
    let names = ["min", "max", "defaultRequest", "default", "maxLimitRequestRatio"]
    for (column, name) in names.enumerated() {
      amounts(name, rows.map { ($0.0, $0.1[1], $0.1[column + 2]) })
    }
  }

  /// Adds the status of a described Namespace.
  mutating func describedNamespace(_ description: Description) {
    mapping("status") { status in
      status.text("phase", description["Status"])
      let rows = description["Conditions"].map { Array($0.children) } ?? []
      let conditions = rows.map {
        ($0, $0.content.cells(limit: 5).map { String(decoding: $0, as: UTF8.self) })
      }
      .filter { $0.1.count == 5 && ["True", "False", "Unknown"].contains($0.1[1]) }
      guard !conditions.isEmpty else { return }
      status.field(
        "conditions",
        sequence: { sequence in
          for (node, cells) in conditions {
            sequence.mark = node.startMark
            sequence.describedNamespaceCondition(cells)
          }
        })
    }
  }

  private mutating func describedNamespaceCondition(_ cells: [String]) {
    mapping { condition in
      condition.field("type", cells[0])
      condition.field("status", cells[1])
      condition.fill("lastTransitionTime", Timestamp(described: cells[2])?.description ?? "")
      condition.field("reason", cells[3])
      condition.field("message", cells[4])
    }
  }
}

/// A row of a quota: `pods  3  10`.
private struct DescribedResource {
  var node: OutlineNode
  var name: String
  var used: String
  var hard: String

  init?(_ node: OutlineNode) {
    let words = node.text.split(separator: " ").map(String.init)
    guard words.count == 3, Self.isAmount(words[1]), Self.isAmount(words[2]) else { return nil }
    (self.node, name, used, hard) = (node, words[0], words[1], words[2])
  }

  static func isAmount(_ word: String) -> Bool {
    word == "-" || (try? Quantity(word)) != nil
  }
}

/// The quotas that a namespace's description shows.
enum DescribedQuotas {
  static func documents(in description: Description) -> [Document] {
    guard let title = description.fields.firstIndex(where: { $0.text == "Resource Quotas" }) else {
      return []
    }
    let lines = Array(description.fields[title].children)
    let starts = lines.indices.filter { lines[$0].label == "Name" }
    return starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1] : lines.count
      return document(lines[start..<end], of: description)
    }
  }

  private static func document(
    _ lines: ArraySlice<OutlineNode>, of description: Description
  ) -> Document {
    let name = lines.first
    var builder = DocumentBuilder(
      file: description.file, at: name?.mark ?? description.fields[0].mark)
    builder.mapping { object in
      object.field("apiVersion", ResourceQuota.apiVersion)
      object.field("kind", ResourceQuota.kind)
      object.mapping("metadata") { metadata in
        metadata.text("name", name)
        metadata.field("namespace", description.name)
      }
      object.describedQuota(rows: Array(lines), lines.first { $0.label == "Scopes" })
    }
    return builder.finish()
  }
}
