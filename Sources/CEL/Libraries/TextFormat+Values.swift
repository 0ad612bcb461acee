extension TextFormat {
  /// A value as `%s` prints it; nil when it has no text.
  func plainText(of value: Value, depth: Int = 100) -> String? {
    switch value {
    case .null: "null"
    case .bool(let value): String(value)
    case .int(let number): String(number)
    case .uint(let number): String(number)
    case .double(let number) where style == .english: number.goDescription
    case .double(let number): number.isFinite ? number.plainDescription : special(number)
    case .string(let text): text
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .timestamp(let time): time.description
    case .duration(let duration): duration.description
    case .type(let name): name.name
    case .list(let list): depth > 0 ? text(of: list, depth - 1) : nil
    case .map(let map): depth > 0 ? text(of: map, depth - 1) : nil
    case .optional, .object: nil
    }
  }

  private func text(of list: any ListObject, _ depth: Int) -> String? {
    var texts: [String] = []
    for index in 0..<list.count {
      guard let text = innerText(of: list.element(at: index), depth) else { return nil }
      texts.append(text)
    }
    return "[\(texts.joined(separator: ", "))]"
  }

  private func text(of map: any MapObject, _ depth: Int) -> String? {
    var entries: [(key: String, value: String)] = []
    for key in map.keys {
      guard let value = map.member(for: key), let keyText = innerText(of: key, depth),
        let valueText = innerText(of: value, depth)
      else { return nil }
      entries.append((keyText, valueText))
    }
    let colon = style == .plain ? ": " : ":"
    let sorted = entries.sorted { $0.key.precedesByScalars($1.key) }
    return "{\(sorted.map { $0.key + colon + $0.value }.joined(separator: ", "))}"
  }

  /// A value inside a list or map; the older style quotes texts there.
  private func innerText(of value: Value, _ depth: Int) -> String? {
    guard style == .english else { return plainText(of: value, depth: depth) }
    return switch value {
    case .string(let text): StringsLibrary.quoted(text)
    case .bytes(let bytes): "b" + StringsLibrary.quoted(String(decoding: bytes, as: UTF8.self))
    case .double(let number):
      number.isFinite
        ? number.formatted(.fixed, precision: 6) : StringsLibrary.quoted(number.goDescription)
    case .timestamp(let time): "timestamp(\"\(time)\")"
    case .duration(let duration): "duration(\"\(duration)\")"
    default: plainText(of: value, depth: depth)
    }
  }

  func special(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    let sign = number < 0 ? "-" : ""
    return sign + (style == .plain ? "Infinity" : "∞")
  }
}

extension Double {
  /// The fewest digits that name this number, without an exponent.
  var plainDescription: String {
    let text = goDescription
    guard text.contains("e") else { return text }
    let parts = text.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = parts[0].filter(\.isNumber)
    if exponent < 0 {
      return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
    }
    if digits.count <= exponent + 1 {
      return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
  }
}
