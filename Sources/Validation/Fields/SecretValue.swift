import YAML

/// A value of a Secret, of `stringData` before `data`; nothing of it may be shown.
struct SecretValue {
  let field: Field
  /// What it stands for; nil when it is no base64, or something for which others put a value there.
  let bytes: [UInt8]?

  init?(_ key: String, of secret: Field) {
    let (text, encoded) = (secret["stringData"].entry(key), secret["data"].entry(key))
    if text.isPresent {
      field = text
      // Of SOPS, of Argo CD's plugin for vaults, and of many that replace variables.
      let isPlaceholder = ["ENC[", "<path:", "${", "{{"].contains { text.text.contains($0) }
      bytes = isPlaceholder ? nil : Array(text.text.utf8)
    } else if encoded.isPresent {
      field = encoded
      bytes = YAML.Base64.decode(Array(encoded.text.utf8)[...])
    } else {
      return nil
    }
  }

  /// The types of the PEM blocks that begin in it; nil when it is no base64.
  var blockTypes: [String]? {
    guard let bytes else { return nil }
    let (begin, end) = ("-----BEGIN ", "-----")
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap {
      $0.hasPrefix(begin) && $0.hasSuffix(end)
        ? String($0.dropFirst(begin.count).dropLast(end.count)) : nil
    }
  }
}
