extension String {
  /// The names in a path: what stands between its slashes.
  package var pathParts: [String] {
    utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  /// The last name in a path; all of it where it ends with a slash.
  package var fileName: Substring {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return self[...] }
    let name = self[utf8.index(after: slash)...]
    return name.isEmpty ? self[...] : name
  }
}
