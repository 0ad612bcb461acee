package import Basics
import Provenance

/// Lines of text with margins, wrapped to a width; knows nothing of reports.
package struct Page: ~Copyable {
  private var output: ByteWriter
  private let width: Int
  private let palette: Palette
  /// The folder that all files lie in, with its slash; places are shown without it.
  private let folder: String

  package init(
    into output: consuming ByteWriter, layout: TextLayout, folder: String = ""
  ) {
    self.output = output
    self.folder = folder
    width = layout.width
    palette = layout.palette
  }

  package consuming func finish() -> ByteWriter {
    output
  }

  /// Adds what another page holds.
  mutating func add(_ lines: [UInt8]) {
    output.write(bytes: lines[...])
  }

  /// A place as it is shown: file and line, the file as seen from the dump's folder.
  func shown(_ place: Place?) -> String? {
    guard let place else { return nil }
    let file = place.file.hasPrefix(folder) ? place.file.dropFirst(folder.count) : place.file[...]
    return place.line > 0 ? "\(file):\(place.line)" : String(file)
  }

  package mutating func blankLine() {
    output.write("\n")
  }

  /// Writes one line of parts with different emphasis, without wrapping.
  package mutating func line(_ parts: (String, Emphasis)...) {
    output.write(parts.map { palette.paint(Displayed.text($0), $1) }.joined() + "\n")
  }

  /// Writes a paragraph after `margin`; `aside` stands at the right end of its first line when there is room,
  /// else on a line of its own.
  package mutating func paragraph(
    _ text: String, _ emphasis: Emphasis = .none, after margin: Margin, aside: String? = nil
  ) {
    let aside = aside.map(Displayed.text)
    let room = width - margin.columns
    let asideColumns = aside.map { Displayed.columns(of: $0) + 2 } ?? 0
    let text = Displayed.text(text)
    let columns = Displayed.columns(of: text)
    let fits = asideColumns < room / 4 || columns + asideColumns <= room
    let first = fits ? room - asideColumns : room
    write(margin)
    let isLine = columns <= first && Self.isSpacedSingly(text)
    let lines = isLine ? [] : Self.wrap(text, first: first, rest: room)
    let start = lines.first ?? text
    output.write(palette.paint(start, emphasis))
    if fits, let aside {
      let taken = isLine ? columns : Displayed.columns(of: start)
      output.indent(by: room - taken - asideColumns + 2)
      output.write(palette.paint(aside, .faint))
    }
    output.write(byte: UInt8(ascii: "\n"))
    for line in lines.dropFirst() {
      output.indent(by: margin.columns)
      output.write(palette.paint(line, emphasis))
      output.write(byte: UInt8(ascii: "\n"))
    }
    if !fits, let aside { paragraph(aside, .faint, after: margin.continued) }
  }

  /// Writes a line that may be copied, so it is never wrapped.
  package mutating func verbatim(_ text: String, _ emphasis: Emphasis, after margin: Margin) {
    write(margin)
    output.write(palette.paint(Displayed.text(text), emphasis) + "\n")
  }

  private mutating func write(_ margin: Margin) {
    output.indent(by: margin.indent)
    for part in margin.parts {
      output.write(palette.paint(part.text, part.emphasis))
      output.indent(by: part.padding)
    }
  }

  /// Whether no two spaces stand together in the text, none before and none behind it.
  private static func isSpacedSingly(_ text: String) -> Bool {
    let octets = text.utf8Span.span
    var isBehindSpace = true
    for index in octets.indices {
      let isSpace = octets[index] == UInt8(ascii: " ")
      if isSpace && isBehindSpace { return false }
      isBehindSpace = isSpace
    }
    return !isBehindSpace || octets.isEmpty
  }

  /// Breaks at spaces; a word that is longer than the line stays whole, for names and paths are copied.
  private static func wrap(_ text: String, first: Int, rest: Int) -> [String] {
    let bytes = Array(text.utf8)
    var lines: [String] = []
    var line: [UInt8] = []
    var columns = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
      let word = bytes[start..<end]
      start = end + 1
      guard !word.isEmpty else { continue }
      let needed = Self.columns(of: word)
      let room = lines.isEmpty ? first : rest
      if columns > 0, columns + 1 + needed > room {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
        columns = 0
      }
      if columns > 0 { line.append(UInt8(ascii: " ")) }
      columns += columns > 0 ? needed + 1 : needed
      line.append(contentsOf: word)
    }
    return lines + [String(decoding: line, as: UTF8.self)]
  }

  private static func columns(of word: ArraySlice<UInt8>) -> Int {
    let isPlain = word.allSatisfy { $0 < 0x80 }
    return isPlain ? word.count : Displayed.columns(of: String(decoding: word, as: UTF8.self))
  }
}
