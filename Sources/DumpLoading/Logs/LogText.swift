/// The text of a log: in memory, or still in its file, so that logs nobody asks for take no memory.
struct LogText: Sendable {
  private enum Storage: Sendable {
    case held(LogExcerpt)
    /// A file that holds one log, and what is around its lines there.
    case file(DumpSource, LogForm, LogSieve)
  }

  private let storage: Storage

  init(_ excerpt: LogExcerpt) {
    storage = .held(excerpt)
  }

  init(_ source: DumpSource, _ form: LogForm, _ sieve: LogSieve) {
    storage = .file(source, form, sieve)
  }

  var isEmpty: Bool {
    switch storage {
    case .held(let excerpt): excerpt.bytes.isEmpty
    case .file(let source, _, _): source.size == 0
    }
  }

  /// What there is of the log; nothing where the file is not to be had any more.
  var excerpt: LogExcerpt {
    switch storage {
    case .held(let excerpt): return excerpt
    case .file(let source, let form, let sieve):
      let whole = (try? source.excerpt(form, sieve)) ?? LogExcerpt(bytes: [])
      return LogStreams.streams(in: whole, form: form)?.first?.excerpt ?? whole
    }
  }
}
