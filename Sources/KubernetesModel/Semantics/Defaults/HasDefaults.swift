/// An object or part that the API server completes when it decodes it.
///
/// This is what the scheme's defaulting functions of Kubernetes 1.36 do; admission adds more.
package protocol HasDefaults {
  /// Sets what is absent to what the API server would set.
  mutating func applyDefaults()
}

extension HasDefaults {
  /// A copy as the API server would store it.
  package var withDefaults: Self {
    var copy = self
    copy.applyDefaults()
    return copy
  }
}

extension String {
  /// Sets a text that is empty.
  mutating func setIfEmpty(_ text: String) {
    if isEmpty { self = text }
  }
}

extension Optional {
  /// Sets a value that is absent.
  mutating func setIfAbsent(_ value: Wrapped) {
    if self == nil { self = value }
  }
}

extension Int32 {
  /// Sets a number that is zero, which is how absence looks.
  mutating func setIfZero(_ number: Int32) {
    if self == 0 { self = number }
  }
}
