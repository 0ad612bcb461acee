import KubernetesModel
import YAML

/// Entries whose values stand in cells; none is added where there is no cell.
extension DocumentBuilder {
  mutating func field(_ name: String, _ cell: TableCell?) {
    guard let cell else { return }
    mark = cell.mark
    field(name, cell.text)
  }

  /// Adds a whole number; a cell that holds none does not count.
  mutating func number(_ name: String, _ cell: TableCell?) {
    guard let cell, let number = Int32(cell.text) else { return }
    mark = cell.mark
    field(name, number)
  }

  /// Adds a truth value, which kubectl prints in small letters or with a capital.
  mutating func truth(_ name: String, _ cell: TableCell?) {
    guard let cell, ["true", "false"].contains(cell.text.lowercased()) else { return }
    mark = cell.mark
    field(name, cell.text.lowercased() == "true")
  }

  mutating func time(_ name: String, _ time: Timestamp?, at cell: TableCell?) {
    guard let time else { return }
    mark = cell?.mark ?? mark
    field(name, time.description)
  }

  /// Adds a mapping of texts; an empty one is left out.
  mutating func pairs(
    _ name: String, _ pairs: [(key: String, value: String)], at cell: TableCell?
  ) {
    guard !pairs.isEmpty else { return }
    mark = cell?.mark ?? mark
    field(
      name,
      mapping: { builder in
        for pair in pairs { builder.field(pair.key, pair.value) }
      })
  }

  /// Adds a condition by type and status.
  mutating func condition(_ type: String, _ status: String, reason: String = "") {
    mapping { builder in
      builder.field("type", type)
      builder.field("status", status)
      if !reason.isEmpty { builder.field("reason", reason) }
    }
  }
}
