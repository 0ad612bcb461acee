import KubernetesModel
import YAML

/// One entry of a journal: who wrote it, on which host, when, and what it says.
struct JournalRecord {
  /// The programs whose words are evidence.
  enum Program {
    case kubelet, containerd, crio, kernel
    /// A program of a node that says nothing about pods.
    case other
    /// The line does not tell, so its shape must.
    case untold
  }

  var time: Timestamp?
  /// Empty when the line does not tell it.
  var host = ""
  var program = Program.untold
  /// What the program wrote.
  var text: ArraySlice<UInt8>

  /// The entry in a line, whichever form of `journalctl -o` or syslog it has.
  init(_ line: ArraySlice<UInt8>, clock: JournalClock) {
    text = line
    var scanner = LineScanner(line)
    if line.first == UInt8(ascii: "{") {
      readJSON(line)
    } else if let stamp = Self.stamp(&scanner, clock) {
      readOrigin(scanner, at: stamp.time)
    } else {
      readKernelStamp()
    }
  }

  /// Whether the line says itself which program of a node wrote it.
  var isSigned: Bool {
    if case .untold = program { false } else { true }
  }

  /// `journalctl -o json`, which names what other forms only show.
  private mutating func readJSON(_ line: ArraySlice<UInt8>) {
    guard line.count < 1 << 16 else { return }
    let bytes = Array(line)
    guard let root = DocumentReader().read(bytes.span, file: "").documents.first?.root,
      let message = root["MESSAGE"]?.string
    else { return }
    text = Array(message.utf8)[...]
    host = root["_HOSTNAME"]?.string ?? ""
    let name = root["SYSLOG_IDENTIFIER"]?.string ?? root["_COMM"]?.string ?? ""
    program = Self.program(named: name)
    time = (root["__REALTIME_TIMESTAMP"]?.string).flatMap { Int64($0) }.map {
      Timestamp(seconds: $0 / 1_000_000, nanoseconds: Int32(max(0, $0 % 1_000_000) * 1000))
    }
  }

  /// The host and program behind the time; without them the line is no syslog.
  private mutating func readOrigin(_ scanner: LineScanner, at time: Timestamp?) {
    var scanner = scanner
    guard let host = scanner.word(), !host.hasSuffix(":") else { return }
    scanner.skipBlanks()
    let name = scanner.take { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: ":") && !$0.isBlank }
    if scanner.take("[") {
      _ = scanner.take { $0 != UInt8(ascii: "]") && !$0.isBlank }
      guard scanner.take("]") else { return }
    }
    guard !name.isEmpty, scanner.take(":") else { return }
    self.time = time
    self.host = host
    program = Self.program(named: String(decoding: name, as: UTF8.self))
    scanner.skipBlanks()
    text = scanner.rest
    readKernelStamp()
  }

  /// `[12345.678901] ` or `[Wed Aug 12 06:42:07 2026] `, which the kernel puts before its words.
  private mutating func readKernelStamp() {
    var scanner = LineScanner(text)
    guard scanner.take("[") else { return }
    let stamp = scanner.take { $0 != UInt8(ascii: "]") }
    guard stamp.count < 40, stamp.contains(where: \.isDigit), scanner.take("] ") else { return }
    let isUptime = stamp.allSatisfy { $0.isDigit || $0.isBlank || $0 == UInt8(ascii: ".") }
    let words = String(decoding: stamp, as: UTF8.self).split(separator: " ")
    guard isUptime || words.count == 5 else { return }
    if !isUptime, let month = JournalClock.month(named: words[1]) {
      let date = "\(words[4])-\(Self.padded(month))-\(Self.padded(Int(words[2]) ?? 0))"
      time = Timestamp("\(date)T\(words[3])Z")
    }
    if case .untold = program { program = .kernel }
    text = scanner.rest
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func program(named name: String) -> Program {
    var name = name[...]
    if name.hasSuffix(".service") { name = name.dropLast(".service".count) }
    return switch name {
    // OpenShift's kubelet runs within kubenswrapper, and formerly hyperkube.
    case "kubelet", "kubenswrapper", "hyperkube", "kubelite", "microk8s.daemon-kubelite": .kubelet
    case "containerd": .containerd
    case "crio", "cri-o": .crio
    case "kernel": .kernel
    // These run a kubelet and a runtime in one process, and write what both say.
    case "k3s", "rke2", "k0s": .untold
    default: .other
    }
  }
}

extension JournalRecord {
  /// What stands for the time at the start of a line.
  fileprivate struct Stamp {
    /// Nil when the year is not known.
    var time: Timestamp?
  }

  /// The stamp at the start of a line in any of the forms of journalctl and syslog.
  fileprivate static func stamp(_ scanner: inout LineScanner, _ clock: JournalClock) -> Stamp? {
    let start = scanner
    for form in [syslogTime, isoTime, longTime, unixTime] {
      scanner = start
      if let stamp = form(&scanner, clock), scanner.rest.first?.isBlank == true { return stamp }
    }
    return nil
  }

  /// Reads `Aug 12 06:42:07.123456`.
  private static func syslogTime(_ scanner: inout LineScanner, _ clock: JournalClock) -> Stamp? {
    let name = String(decoding: scanner.take { !$0.isBlank && $0 != 58 }, as: UTF8.self)
    guard let month = JournalClock.month(named: name) else { return nil }
    scanner.skipBlanks()
    guard let day = scanner.number(1...2) else { return nil }
    scanner.skipBlanks()
    return clockTime(&scanner).map { Stamp(time: clock.time(month: month, day: day, clock: $0)) }
  }

  /// Reads `2026-08-12T06:42:07+0000`, with a fraction or a colon in the zone or without.
  private static func isoTime(_ scanner: inout LineScanner, _ clock: JournalClock) -> Stamp? {
    guard let first = scanner.rest.first, first.isDigit else { return nil }
    var word = String(decoding: scanner.take { !$0.isBlank }, as: UTF8.self)
    if let time = Timestamp(word) { return Stamp(time: time) }
    guard word.utf8.count > 5 else { return nil }
    word.insert(":", at: word.utf8.index(word.endIndex, offsetBy: -2))
    return Timestamp(word).map { Stamp(time: $0) }
  }

  /// Reads `Wed 2026-08-12 06:42:07 UTC`.
  private static func longTime(_ scanner: inout LineScanner, _ clock: JournalClock) -> Stamp? {
    guard let day = scanner.word(), day.utf8.count == 3, let date = scanner.word() else {
      return nil
    }
    scanner.skipBlanks()
    guard let clock = clockTime(&scanner), scanner.word() != nil else { return nil }
    return Timestamp("\(date)T\(clock)Z").map { Stamp(time: $0) }
  }

  /// Reads `1786516927.123456`.
  private static func unixTime(_ scanner: inout LineScanner, _ clock: JournalClock) -> Stamp? {
    guard let seconds = scanner.number(9...11), scanner.take("."), scanner.number(3...6) != nil
    else { return nil }
    return Stamp(time: Timestamp(seconds: Int64(seconds)))
  }

  private static func clockTime(_ scanner: inout LineScanner) -> String? {
    let clock = scanner.take { $0.isDigit || $0 == 58 || $0 == UInt8(ascii: ".") }
    return clock.count >= 8 ? String(decoding: clock, as: UTF8.self) : nil
  }
}
