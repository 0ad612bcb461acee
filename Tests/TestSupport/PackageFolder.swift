import Foundation

/// Where the package's own files are.
public enum PackageFolder {
  /// The path of the folder that `Package.swift` is in.
  public static let path = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path(percentEncoded: false)
}
