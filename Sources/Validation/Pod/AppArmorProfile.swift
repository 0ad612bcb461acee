/// A profile of AppArmor, stated by a field or by the annotation that was there before.
struct AppArmorProfile: Equatable {
  let type: String
  let localProfile: String?

  /// The profile that a field states; nil when there is none.
  init?(field: Field) {
    guard field.isPresent else { return nil }
    type = field["type"].text
    localProfile = field["localhostProfile"].optionalText
  }

  /// The profile that an annotation states; nil when it is none that a field may hold.
  init?(annotation text: String) {
    switch text {
    case "unconfined": self.init(type: "Unconfined", localProfile: nil)
    case "runtime/default": self.init(type: "RuntimeDefault", localProfile: nil)
    default:
      let path = text.droppingBytes(10)
      guard text.hasPrefix("localhost/"), !path.isEmpty, path.trimmingSpaces == path,
        path.utf8.count <= 4095
      else { return nil }
      self.init(type: "Localhost", localProfile: path)
    }
  }

  private init(type: String, localProfile: String?) {
    self.type = type
    self.localProfile = localProfile
  }
}
