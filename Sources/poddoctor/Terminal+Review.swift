import PodDoctorKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Terminal {
  /// The day that it is, in UTC, as `2026-12-31`.
  static var today: String {
    var now = time(nil)
    var parts = unsafe tm()
    _ = unsafe gmtime_r(&now, &parts)
    func digits(_ number: Int32, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    let (year, month, day) = unsafe (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday)
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  /// The configuration in a path's folder or in one above, up to the root of its repository; nil when there is
  /// none.
  static func configuration(
    above path: String, named name: String = ReviewConfiguration.fileName
  ) -> String? {
    let real = unsafe realpath(path == "-" ? "." : path, nil)
    guard let real = unsafe real else { return nil }
    defer { unsafe free(real) }
    var folder = unsafe String(cString: real)[...]
    while true {
      let candidate = "\(folder)/\(name)"
      if exists(candidate) { return shortened(candidate) }
      if folder.isEmpty || exists("\(folder)/.git") { return nil }
      folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    }
  }

  /// A path without the working folder before it, so that reports do not tell where they were made.
  private static func shortened(_ path: String) -> String {
    let real = unsafe realpath(".", nil)
    guard let real = unsafe real else { return path }
    defer { unsafe free(real) }
    let folder = unsafe String(cString: real) + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }
}
