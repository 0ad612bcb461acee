/// A file that may be a log, before it is known whose; its bytes stay where they are.
struct LogFile: Sendable {
  /// How much of a file tells in which form it is.
  static let headSize = 64 << 10

  /// Nil when the name tells nothing.
  let name: LogFileName?
  let source: DumpSource
  /// How the file begins.
  let head: [UInt8]
  /// What is around its lines.
  let form: LogForm
  private let sieve: LogSieve

  /// - Parameters:
  ///   - source: the file.
  ///   - name: what its name tells.
  ///   - head: its beginning, as far as that tells the form.
  ///   - sieve: which lines of a long log matter.
  init(_ source: DumpSource, named name: LogFileName?, head: [UInt8], sieve: LogSieve) {
    (self.source, self.name, self.head, self.sieve) = (source, name, head, sieve)
    form = LogForm(of: head)
  }

  var path: String { source.file.path }

  /// The log, where the file holds one.
  var text: LogText { LogText(source, form, sieve) }

  /// The whole file, or of a long one what can matter; nothing where it is not to be had any more.
  var excerpt: LogExcerpt { (try? source.excerpt(form, sieve)) ?? LogExcerpt(bytes: []) }
}
