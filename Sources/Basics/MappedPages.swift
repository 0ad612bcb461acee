#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The pages of a mapped file, as long as it stays open; none where it could not be mapped.
@safe package struct MappedPages: @unchecked Sendable {
  let base: UnsafeMutableRawPointer?
  let length: Int

  /// No pages.
  package static let none = unsafe MappedPages(base: nil, length: 0)

  /// Gives the pages back that lie wholly within a range; who looks there again has them read again.
  package func giveBack(_ range: Range<Int>) {
    guard let base = unsafe base else { return }
    let size = Int(sysconf(Int32(_SC_PAGESIZE)))
    let start = (range.lowerBound + size - 1) / size * size
    let end = range.upperBound == length ? length : range.upperBound / size * size
    guard start < end, end <= length else { return }
    unsafe madvise(base + start, end - start, MADV_DONTNEED)
  }
}
