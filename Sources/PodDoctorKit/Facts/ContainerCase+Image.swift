import KubernetesModel

extension ContainerCase {
  /// The image that the container asks for: that of its spec, or where a text does not show that, the one that
  /// the kubelet says it pulls; empty when neither is known.
  var image: String {
    if !life.spec.image.isEmpty { return life.spec.image }
    let texts = [life.waiting?.message ?? ""] + events.map(\.message)
    let images = Set(texts.compactMap(Self.pulledImage))
    return images.count == 1 ? images.first ?? "" : ""
  }

  /// The image in `Failed to pull image "web:9": ...` or `Back-off pulling image "web:9"`.
  private static func pulledImage(in text: String) -> String? {
    let starts = ["Failed to pull image \"", "Back-off pulling image \"", "Pulling image \""]
    guard let start = starts.first(where: text.hasPrefix) else { return nil }
    let image = text.dropFirst(start.count).prefix { $0 != "\"" }
    return image.isEmpty ? nil : String(image)
  }
}
