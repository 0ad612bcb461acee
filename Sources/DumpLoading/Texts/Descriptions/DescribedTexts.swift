import YAML

extension DocumentBuilder {
  /// Adds the texts of a described ConfigMap, each of which follows its key and a stroke.
  mutating func describedTexts(_ description: Description) {
    let texts = DescribedText.texts(in: description)
    guard !texts.isEmpty else { return }
    mapping("data") { data in
      for text in texts { data.text(text.key, text.lines.joined(separator: "\n"), at: text.node) }
    }
  }

  /// Adds the type and the keys of a described Secret, whose values are not shown.
  mutating func describedSecret(_ description: Description) {
    text("type", description["Type"])
    let keys = description.fields.first { $0.text == "Data" }.map { Array($0.children) } ?? []
    let named = keys.filter { !$0.label.isEmpty && !$0.label.contains(" ") }
    guard !named.isEmpty else { return }
    mapping("data") { data in
      for key in named {
        data.mark = key.startMark
        data.field(key.label, "")
      }
    }
  }

  /// Adds the secrets of a described ServiceAccount.
  mutating func describedServiceAccount(_ description: Description) {
    guard let list = description["Image pull secrets"], list.given != nil else { return }
    field(
      "imagePullSecrets",
      sequence: { sequence in
        for line in list.lines {
          sequence.mark = line.startMark
          sequence.mapping {
            $0.field("name", String(decoding: line.item(of: list), as: UTF8.self))
          }
        }
      })
  }
}

/// One key of a ConfigMap and the lines of its text.
private struct DescribedText {
  var node: OutlineNode
  var lines: [String] = []

  var key: String { node.label }

  static func texts(in description: Description) -> [DescribedText] {
    guard let title = description.fields.first(where: { $0.text == "Data" }) else { return [] }
    var texts: [DescribedText] = []
    let lines = title.descendants
    for (index, line) in lines.enumerated() {
      let isFollowedByStroke = index + 1 < lines.count && lines[index + 1].text == "----"
      if isFollowedByStroke, line.valueBytes.isEmpty, !line.label.isEmpty {
        texts.append(DescribedText(node: line))
      } else if line.text != "----", line.text != "====", !texts.isEmpty {
        texts[texts.count - 1].lines.append(line.text(from: 0))
      }
    }
    return texts
  }
}
