/// Days as configurations, annotations and options write them.
package enum CalendarDay {
  private static let form = Array("0000-00-00".utf8)

  /// Whether a text has the form of `2026-12-31`, so that days compare as their texts do.
  package static func isWritten(_ text: String) -> Bool {
    text.utf8.count == form.count
      && zip(text.utf8, form).allSatisfy { byte, form in
        form == UInt8(ascii: "-") ? byte == form : (0x30...0x39).contains(byte)
      }
  }
}
