extension StaticType {
  /// Reads a type as it is written in declarations, such as `map(string, dyn)`; nil when malformed.
  ///
  /// Single capital letters are type parameters, unknown names are opaque types.
  package init?(parsing text: String) {
    var rest = text[...]
    guard let type = StaticType.read(from: &rest, depth: 32), rest.isEmpty else { return nil }
    self = type
  }

  private static func read(from text: inout Substring, depth: Int) -> StaticType? {
    guard depth > 0 else { return nil }
    let name = text.prefix { !"(), ".contains($0) }
    text.removeFirst(name.count)
    guard !name.isEmpty else { return nil }
    var parameters: [StaticType] = []
    if text.first == "(" {
      repeat {
        text.removeFirst()
        text = text.drop { $0 == " " }
        guard let parameter = read(from: &text, depth: depth - 1) else { return nil }
        parameters.append(parameter)
      } while text.first == ","
      guard text.popFirst() == ")" else { return nil }
    }
    return StaticType(name: String(name), parameters)
  }

  private init?(name: String, _ parameters: [StaticType]) {
    switch (name, parameters.count) {
    case ("list", 0...1): self = .list(parameters.first ?? .dyn)
    case ("map", 2): self = .map(parameters[0], parameters[1])
    case ("map", 0): self = .map(.dyn, .dyn)
    case ("wrapper", 1): self = .wrapper(parameters[0])
    case ("optional_type", 0...1), ("optional", 0...1): self = .optional(parameters.first ?? .dyn)
    case ("type", 0...1): self = .type(parameters.first)
    case ("list", _), ("map", _), ("wrapper", _), ("optional_type", _), ("optional", _),
      ("type", _):
      return nil
    default:
      if let scalar = StaticType.scalars[name], parameters.isEmpty {
        self = scalar
      } else if name.utf8.count == 1, parameters.isEmpty {
        self = .parameter(name)
      } else {
        self = .opaque(name, parameters)
      }
    }
  }

  private static let scalars: [String: StaticType] = [
    "dyn": .dyn, "any": .dyn, "null": .null, "null_type": .null, "bool": .bool, "int": .int,
    "uint": .uint, "double": .double, "string": .string, "bytes": .bytes, "timestamp": .timestamp,
    "duration": .duration, "google.protobuf.Timestamp": .timestamp,
    "google.protobuf.Duration": .duration, "google.protobuf.Value": .dyn,
  ]
}
