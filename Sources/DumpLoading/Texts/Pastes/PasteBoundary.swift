/// Tells lines that begin something new in a paste, whatever stood before them.
enum PasteBoundary {
  /// Whether the line is a prompt, a fence, the header of a table, or the beginning of a manifest.
  static func isBoundary(_ line: TextLine) -> Bool {
    ShellPrompt.isPrompt(line) || line.begins(with: "```") || isTableHeader(line)
      || ManifestStretch.begins(with: line)
  }

  /// Whether the line is a row of three or more words in capitals, as the headers of `kubectl get` are.
  static func isTableHeader(_ line: TextLine) -> Bool {
    let cells = line.content.words
    return cells.count >= 2 && cells.allSatisfy(isTitle)
      && (cells.count >= 3 || line.content.indexOfGap() != nil)
  }

  private static func isTitle(_ word: ArraySlice<UInt8>) -> Bool {
    word.first?.isUppercaseLetter == true
      && word.allSatisfy { octet in
        octet.isUppercaseLetter || octet.isDigit
          || [
            UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"),
            UInt8(ascii: "%"), UInt8(ascii: "_"),
          ]
          .contains(octet)
      }
  }
}
