import Basics

/// Tells from a file's path whose log it is, in the ways in which people and collectors name logs.
struct LogFileName: Sendable {
  var namespace = ""
  var pod = ""
  var container = ""
  var run = ContainerLog.Run.current
  /// The number by which the kubelet names a container's logs: how often it had been restarted.
  private(set) var restartCount: Int?
  /// Whether the file holds the older part of a log that had grown too long.
  private(set) var isRotated = false
  /// The folders, and the file's name without its ending and without the word that tells the run.
  let parts: [String]

  private static let endings = [
    ".log.txt", ".logs.txt", "-log.txt", "-logs.txt", "_log.txt", "_logs.txt", ".logs", ".log",
  ]
  private static let previousEndings = [
    ".previous", "-previous", "_previous", ".prev", "-prev", "_prev", ".previous.insecure",
  ]
  private static let currentEndings = [".current", "-current", "_current", ".insecure"]

  /// Nil when the path is not that of a log.
  init?(_ path: String) {
    var parts = path.pathParts
    guard let file = parts.popLast() else { return nil }
    guard let stem = Self.stem(of: file) ?? Self.stem(of: file, in: parts.last ?? "")
    else { return nil }
    isRotated = stem.isRotated
    let name = stem.name
    var run = ContainerLog.Run.current
    let plain = Self.plain(name, &run)
    self.parts = parts + [plain]
    self.run = parts.contains("previous") ? .previous : run
    if readKubelet(name, in: parts) || readContainerLink(name) || readMustGather(name, in: parts)
      || readSupportBundle(plain, in: parts)
    {
      return
    }
    readFlat(plain)
  }

  /// The name without its ending, and whether a date or number behind that says that the log was rotated.
  private static func stem(of file: String) -> (name: String, isRotated: Bool)? {
    for ending in endings where file.hasSuffix(ending) {
      return (String(file.dropLast(ending.count)), false)
    }
    for ending in previousEndings where file.hasSuffix(".log" + ending) {
      return (String(file.dropLast(ending.count + 4)) + ".previous", false)
    }
    guard let (name, behind) = file.cut(at: ".log."), !behind.isEmpty,
      behind.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: "-") })
    else { return nil }
    return (String(name), true)
  }

  /// The name of a file that only its folder says to be a log.
  private static func stem(of file: String, in folder: String) -> (name: String, isRotated: Bool)? {
    if folder == "podlogs" { return (file, false) }
    guard folders.contains(folder), file.hasSuffix(".txt") else { return nil }
    return (String(file.dropLast(".txt".count)), false)
  }

  private static let folders: Set<String> = ["logs", "pod-logs", "pod_logs", "container-logs"]

  /// `/var/log/pods/NAMESPACE_POD_UID/CONTAINER/0.log`, as the kubelet keeps them.
  private mutating func readKubelet(_ stem: String, in folders: [String]) -> Bool {
    guard let count = Int(stem), count >= 0, folders.count >= 2 else { return false }
    let names = folders[folders.count - 2].split(separator: "_").map(String.init)
    guard names.count == 3, PodMention.isUID(names[2][...]) else { return false }
    (namespace, pod, container) = (names[0], names[1], folders[folders.count - 1])
    restartCount = count
    return true
  }

  /// `/var/log/containers/POD_NAMESPACE_CONTAINER-ID.log`, which leads to one of those.
  private mutating func readContainerLink(_ stem: String) -> Bool {
    let names = stem.split(separator: "_").map(String.init)
    guard names.count == 3, let dash = names[2].lastIndex(of: "-") else { return false }
    let id = names[2].utf8[dash...].dropFirst()
    guard id.count == 64, id.allSatisfy(\.isHexDigit) else { return false }
    (pod, namespace, container) = (names[0], names[1], String(names[2][..<dash]))
    return true
  }

  /// `namespaces/NS/pods/POD/CONTAINER/CONTAINER/logs/current.log`, as must-gather writes it, and
  /// `NS/POD/CONTAINER/logs/current.log`.
  private mutating func readMustGather(_ stem: String, in folders: [String]) -> Bool {
    guard stem == "current" || stem == "previous" || stem == "previous.insecure",
      folders.last == "logs", folders.count >= 4
    else { return false }
    run = stem == "current" ? .current : .previous
    container = folders[folders.count - 2]
    if let pods = folders.lastIndex(of: "pods"), pods > 0, pods + 1 < folders.count {
      namespace = folders[pods - 1]
      pod = folders[pods + 1]
    } else {
      pod = folders[folders.count - 3]
      namespace = folders[folders.count - 4]
    }
    return true
  }

  /// `cluster-resources/pods/logs/NS/POD/CONTAINER.log`, as troubleshoot's support bundles hold it.
  private mutating func readSupportBundle(_ stem: String, in folders: [String]) -> Bool {
    guard let logs = folders.lastIndex(of: "logs"), folders.count == logs + 3 else { return false }
    namespace = folders[logs + 1]
    pod = folders[logs + 2]
    container = stem
    return true
  }

  /// `POD__CONTAINER`, `POD_CONTAINER`, `NS_POD_CONTAINER` or `POD`: names of pods and containers hold no
  /// underscore.
  private mutating func readFlat(_ stem: String) {
    let names = stem.split(separator: "_").map(String.init)
    switch names.count {
    case 1: pod = names[0]
    case 2: (pod, container) = (names[0], names[1])
    case 3: (namespace, pod, container) = (names[0], names[1], names[2])
    default: break
    }
  }

  private static func plain(_ stem: String, _ run: inout ContainerLog.Run) -> String {
    for ending in previousEndings where stem.hasSuffix(ending) {
      run = .previous
      return String(stem.dropLast(ending.count))
    }
    for ending in currentEndings where stem.hasSuffix(ending) {
      return String(stem.dropLast(ending.count))
    }
    return stem
  }
}
