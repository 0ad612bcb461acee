import KubernetesModel

/// How long ago something was, as kubectl prints it: `45s`, `5m32s`, `3d4h`, `2y10d`.
struct Age: Sendable, Hashable {
  var duration: GoDuration

  /// Reads one age; nil for anything else, such as `<unknown>`.
  ///
  /// `<invalid>` is what kubectl prints of a moment ahead of its own clock, which counts as now.
  init?(_ text: String) {
    self.init(text[...].utf8)
  }

  init?(_ text: Substring.UTF8View) {
    guard !text.elementsEqual("<invalid>".utf8) else {
      duration = GoDuration(nanoseconds: 0)
      return
    }
    var seconds: Int64 = 0
    var largest = Int64.max
    var rest = text
    while !rest.isEmpty {
      guard let part = Self.takePart(&rest), part.unit < largest else { return nil }
      largest = part.unit
      let (product, isTooLarge) = part.count.multipliedReportingOverflow(by: part.unit)
      let (sum, isOver) = seconds.addingReportingOverflow(product)
      guard !isTooLarge, !isOver else { return nil }
      seconds = sum
    }
    guard largest < .max else { return nil }
    duration = GoDuration(seconds: seconds)
  }

  /// The moment that was so long before `present`.
  func time(before present: TextPresent) -> Timestamp {
    present.time + GoDuration(nanoseconds: 0 &- duration.nanoseconds)
  }

  /// A number and its unit in seconds.
  private static func takePart(
    _ rest: inout Substring.UTF8View
  ) -> (count: Int64, unit: Int64)? {
    let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard let count = Int64(String(Substring(digits))) else { return nil }
    rest = rest.dropFirst(digits.count)
    guard let unit = rest.popFirst().flatMap(seconds(in:)) else { return nil }
    return (count, unit)
  }

  private static func seconds(in unit: UInt8) -> Int64? {
    switch unit {
    case UInt8(ascii: "s"): 1
    case UInt8(ascii: "m"): 60
    case UInt8(ascii: "h"): 3600
    case UInt8(ascii: "d"): 86_400
    case UInt8(ascii: "y"): 31_536_000
    default: nil
    }
  }
}
