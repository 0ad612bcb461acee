extension QuantityObject {
  /// The quantity as it was written, or in its canonical form when it was computed.
  package var text: String { written ?? canonicalText }

  /// The largest suffix that leaves a whole number.
  private var canonicalText: String {
    if number.isZero { return "0" }
    if format == .binary, let whole = number.whole, whole.magnitude >= 1024 {
      return binaryText(whole)
    }
    return decimalText
  }

  private func binaryText(_ whole: Int64) -> String {
    let suffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
    var (rest, power) = (whole, 0)
    while power < 6, rest % 1024 == 0 { (rest, power) = (rest / 1024, power + 1) }
    return "\(rest)\(suffixes[power])"
  }

  private var decimalText: String {
    var (digits, exponent) = (number.digits, number.exponent)
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    let rest = ((exponent % 3) + 3) % 3
    digits += [UInt8](repeating: 0, count: rest)
    exponent -= rest
    let text =
      (number.isNegative ? "-" : "") + String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
    let suffixes = [
      -9: "n", -6: "u", -3: "m", 0: "", 3: "k", 6: "M", 9: "G", 12: "T", 15: "P", 18: "E",
    ]
    if format == .decimalExponent { return exponent == 0 ? text : "\(text)e\(exponent)" }
    return text + (suffixes[exponent] ?? "e\(exponent)")
  }
}
