/// Why a text is not the name of an image, in the words that kubelet reports.
package enum ImageReferenceError: Error, Hashable, Sendable, CustomStringConvertible {
  case format
  case uppercase(String)
  case identifier(String)
  case nameTooLong
  case digestAlgorithm
  case digestLength
  case digestFormat

  package var description: String {
    switch self {
    case .format: "invalid reference format"
    case .uppercase(let name):
      "invalid reference format: repository name (\(name)) must be lowercase"
    case .identifier(let text):
      "invalid repository name (\(text)), cannot specify 64-byte hexadecimal strings"
    case .nameTooLong: "repository name must not be more than 255 characters"
    case .digestAlgorithm: "unsupported digest algorithm"
    case .digestLength: "invalid checksum digest length"
    case .digestFormat: "invalid checksum digest format"
    }
  }
}
