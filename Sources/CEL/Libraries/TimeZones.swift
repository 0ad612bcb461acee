import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How far time zones are from UTC, by fixed offset or by the system's zone files.
final class TimeZones: Sendable {
  static let shared = TimeZones()

  private let zones = Mutex<[String: ZoneFile]>([:])

  /// Seconds east of UTC in a zone such as `Europe/Berlin`, `+02:00` or `UTC` at a moment.
  func offset(of zone: String, at seconds: Int64) throws(EvaluationError) -> Int {
    if zone.isEmpty || zone == "UTC" { return 0 }
    if let fixed = TimeZones.fixedOffset(zone) { return fixed }
    if let known = zones.withLock({ $0[zone] }) { return known.offset(at: seconds) }
    guard TimeZones.isPlainName(zone), let bytes = TimeZones.read(zone),
      let file = ZoneFile(bytes)
    else { throw EvaluationError(.invalidArgument, "unknown time zone \(zone)") }
    zones.withLock { $0[zone] = file }
    return file.offset(at: seconds)
  }

  /// Reads `+02:00`, `-09:30` or `02:00`.
  private static func fixedOffset(_ zone: String) -> Int? {
    guard zone.contains(":") else { return nil }
    var reader = DigitReader(zone)
    let sign = reader.skip("-") ? -1 : 1
    if sign == 1 { _ = reader.skip("+") }
    guard let hours = reader.readNumber(digits: 2), reader.skip(":"),
      let minutes = reader.readNumber(digits: 2), reader.isAtEnd
    else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }

  /// Whether a name stays below the folder of zone files.
  private static func isPlainName(_ zone: String) -> Bool {
    zone.utf8.count < 64 && !zone.hasPrefix("/") && !zone.contains("..")
      && zone.utf8.allSatisfy {
        $0.continuesName || [UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains($0)
      }
  }

  private static func read(_ zone: String) -> [UInt8]? {
    guard let file = unsafe fopen("/usr/share/zoneinfo/\(zone)", "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }
}

/// The moments at which a zone changes its offset, from a file as RFC 8536 describes it.
struct ZoneFile: Sendable {
  private var moments: [Int64] = []
  private var offsets: [Int] = []
  private var initialOffset = 0
  private var rule: ZoneRule?

  init?(_ bytes: [UInt8]) {
    guard bytes.prefix(4).elementsEqual("TZif".utf8), bytes.count >= 44 else { return nil }
    var reader = ZoneReader(bytes)
    guard let first = reader.header() else { return nil }
    // The second block repeats the first with times of 64 bits.
    let isLong = bytes[4] >= UInt8(ascii: "2")
    if isLong { reader.skip(first.length(timeSize: 4)) }
    guard let header = isLong ? reader.header() : first else { return nil }
    guard let table = reader.table(header, timeSize: isLong ? 8 : 4) else { return nil }
    moments = table.moments
    offsets = table.offsets
    initialOffset = table.initialOffset
    if isLong { rule = ZoneRule(reader.footer(header)) }
  }

  /// Seconds east of UTC at a moment.
  func offset(at seconds: Int64) -> Int {
    guard let last = moments.last else { return rule?.offset(at: seconds) ?? initialOffset }
    if seconds >= last, let rule { return rule.offset(at: seconds) }
    var (low, high) = (0, moments.count)
    while low < high {
      let middle = (low + high) / 2
      if moments[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? initialOffset : offsets[low - 1]
  }
}
