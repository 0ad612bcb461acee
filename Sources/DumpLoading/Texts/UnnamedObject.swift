/// What stands for the name of an object that a text shows and does not name; no object can be called so.
enum UnnamedObject {
  static let name = "#1"

  /// Whether a text is that name.
  static func isName(_ text: ArraySlice<UInt8>) -> Bool { text.elementsEqual(name.utf8) }
}
