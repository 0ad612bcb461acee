extension GoDuration {
  /// The age that `kubectl get` prints, such as `59s`, `2m30s`, `47h`, `10d` or `2y138d`.
  ///
  /// A moment ahead of now, which clocks that differ produce, is `<invalid>` beyond a second.
  package var humanDescription: String {
    let seconds = self.seconds
    if seconds < -1 { return "<invalid>" }
    let (minutes, hours) = (seconds / 60, seconds / 3600)
    return switch seconds {
    case ..<0: "0s"
    case ..<120: "\(seconds)s"
    case ..<600: joined(minutes, "m", seconds % 60, "s")
    case ..<10_800: "\(minutes)m"
    case ..<28_800: joined(hours, "h", minutes % 60, "m")
    case ..<172_800: "\(hours)h"
    case ..<691_200: joined(hours / 24, "d", hours % 24, "h")
    case ..<63_072_000: "\(hours / 24)d"
    case ..<252_288_000: joined(hours / 8760, "y", hours / 24 % 365, "d")
    default: "\(hours / 8760)y"
    }
  }

  /// The age in its largest unit only, such as `2m`, `1h` or `292y`.
  package var shortHumanDescription: String {
    let seconds = self.seconds
    if seconds < -1 { return "<invalid>" }
    return switch seconds {
    case ..<0: "0s"
    case ..<60: "\(seconds)s"
    case ..<3600: "\(seconds / 60)m"
    case ..<86_400: "\(seconds / 3600)h"
    case ..<31_536_000: "\(seconds / 86_400)d"
    default: "\(seconds / 31_536_000)y"
    }
  }

  private func joined(
    _ large: Int64, _ largeUnit: String, _ small: Int64, _ smallUnit: String
  ) -> String {
    small == 0 ? "\(large)\(largeUnit)" : "\(large)\(largeUnit)\(small)\(smallUnit)"
  }
}
