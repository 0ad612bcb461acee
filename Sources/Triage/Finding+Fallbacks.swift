package import Findings

extension Finding {
  /// How sure a finding has to be, so that nothing else need be said about what it affects.
  private static var sufficient: Double { 0.5 }

  /// Whether this says what is wrong, and is so sure that fallbacks about the same object say nothing.
  package var silencesFallbacks: Bool {
    !isFallback && severity >= .warning && confidence >= Self.sufficient
  }
}
