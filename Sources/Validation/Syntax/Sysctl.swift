/// A kernel parameter of Linux.
enum Sysctl {
  /// The namespaces that kernel parameters of a pod may belong to.
  enum Namespace {
    case network
    case communication
  }

  static let rule =
    "must have at most 253 characters and match regex "
    + "^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$"

  static func isValid(_ name: String) -> Bool {
    name.utf8.count <= 253
      && name.utf8.split(omittingEmptySubsequences: false) { "./".utf8.contains($0) }
        .allSatisfy { part in
          guard let first = part.first, let last = part.last else { return false }
          return first.isLowercaseOrDigit && last.isLowercaseOrDigit
            && part.allSatisfy { $0.isLowercaseOrDigit || "-_".utf8.contains($0) }
        }
  }

  /// The namespace of a parameter; nil when it has none that is known.
  static func namespace(of name: String) -> Namespace? {
    let name = normalized(name).parts(at: "*")[0]
    if name.hasPrefix("net.") { return .network }
    return communication.contains(name) || name.hasPrefix("fs.mqueue.") ? .communication : nil
  }

  /// The name with dots between its parts, and with slashes where it had dots inside them.
  private static func normalized(_ name: String) -> String {
    guard let separator = name.utf8.first(where: { "./".utf8.contains($0) }),
      separator == UInt8(ascii: "/")
    else { return name }
    let bytes = name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "/"): UInt8(ascii: ".")
      case UInt8(ascii: "."): UInt8(ascii: "/")
      default: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let communication: Set = [
    "kernel.sem", "kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced",
    "kernel.shm", "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.msg",
  ]
}
