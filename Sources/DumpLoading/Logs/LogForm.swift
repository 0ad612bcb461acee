import KubernetesModel

/// What collectors and runtimes put around the lines of a log.
enum LogForm: Sendable {
  /// Nothing.
  case plain
  /// `TIME stdout F line`, as container runtimes write files for the kubelet.
  case cri
  /// `{"log":"line\n","stream":"stdout","time":"..."}`, as Docker writes them.
  case docker
  /// `TIME line`, of `kubectl logs --timestamps`.
  case stamped
  /// `[pod/NAME/CONTAINER] line`, of `kubectl logs --prefix`, with a time or without.
  case prefixed
  /// `{"message":"line","podName":"web-1",...}`, of `stern -o json`.
  case stern

  /// How many lines are looked at to tell the form.
  private static let sample = 8

  /// Whether each line names its pod and container.
  var namesWriters: Bool {
    switch self {
    case .prefixed, .stern: true
    case .plain, .cri, .docker, .stamped: false
    }
  }

  /// The form of most of the first lines.
  init(of bytes: [UInt8]) {
    var counts: [LogForm: Int] = [:]
    var lines = 0
    var start = bytes.startIndex
    while start < bytes.endIndex, lines < Self.sample {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.endIndex
      let line = bytes[start..<end]
      start = end + 1
      if line.isEmpty || line.starts(with: "Defaulted container ".utf8) { continue }
      lines += 1
      for form in [LogForm.cri, .docker, .stamped, .prefixed, .stern] where form.fits(line) {
        counts[form, default: 0] += 1
        break
      }
    }
    self = counts.first { $0.value * 3 >= lines * 2 }?.key ?? .plain
  }

  private func fits(_ line: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .plain: true
    case .cri: CRILine(line) != nil
    case .docker: line.starts(with: "{\"log\":\"".utf8)
    case .stamped: Self.behindStamp(line) != nil
    case .prefixed: PrefixedLine(line) != nil
    case .stern: SternLine(line) != nil
    }
  }

  /// What stands behind the time that `--timestamps` puts first; nil when none stands there.
  ///
  /// Programs write times too, but hardly ever with nanoseconds.
  static func behindStamp(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var scanner = LineScanner(line)
    guard scanner.number(4...4) != nil else { return nil }
    let stamp = scanner.take { !$0.isBlank }
    guard (22...32).contains(stamp.count), stamp.dropFirst(6).first == UInt8(ascii: "T"),
      stamp.dropFirst(15).first == UInt8(ascii: "."),
      Timestamp(String(decoding: line.prefix(stamp.count + 4), as: UTF8.self)) != nil
    else { return nil }
    return scanner.rest.dropFirst()
  }
}
