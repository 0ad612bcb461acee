/// One error that the parser or the checker found.
package struct Diagnostic: Sendable, Hashable {
  package var message: String
  /// In UTF-8 bytes from the start of the text.
  package var offset: Int
  package var line: Int
  /// In Unicode scalars from one.
  package var column: Int
}

/// Why a text is not an expression that can be evaluated.
package struct CompileError: Error, Sendable, CustomStringConvertible {
  /// How far compilation came.
  package enum Phase: String, Sendable {
    case parse
    case typing = "check"
    case program
  }

  package let phase: Phase
  /// Sorted by place; never empty.
  package let diagnostics: [Diagnostic]
  private let source: SourceText

  init(_ phase: Phase, _ errors: [SyntaxError], in source: SourceText) {
    self.phase = phase
    self.source = source
    diagnostics = errors.map {
      let (line, column) = source.position(of: $0.offset)
      return Diagnostic(message: $0.message, offset: $0.offset, line: line, column: column)
    }
  }

  package var message: String { diagnostics.first?.message ?? "" }
  package var offset: Int { diagnostics.first?.offset ?? 0 }
  package var line: Int { diagnostics.first?.line ?? 1 }
  package var column: Int { diagnostics.first?.column ?? 1 }

  /// Every error with its line of the text and a caret under its place.
  package var description: String {
    diagnostics.map { source.rendering($0.message, at: $0.offset) }.joined(separator: "\n")
  }
}
