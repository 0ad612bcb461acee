/// Tells from a file's path whose log it is, in the ways in which people and collectors name logs.
struct LogFileName {
  var namespace = ""
  var pod = ""
  var container = ""
  var run = ContainerLog.Run.current

  /// Nil when the path is not that of a log.
  init?(_ path: String) {
    let parts = path.split(separator: "/").map(String.init)
    guard let file = parts.last, let stem = Self.stem(of: file) else { return nil }
    let folders = Array(parts.dropLast())
    if readMustGather(stem, in: folders) || readSupportBundle(stem, in: folders) { return }
    readFlat(stem)
    guard !pod.isEmpty else { return nil }
  }

  private static func stem(of file: String) -> String? {
    for ending in [".log", ".logs", ".log.txt"] where file.hasSuffix(ending) {
      return String(file.dropLast(ending.count))
    }
    return nil
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
    container = takeRun(from: stem)
    return true
  }

  /// `POD__CONTAINER`, `POD_CONTAINER`, `NS_POD_CONTAINER` or `POD`: names of pods and containers hold no
  /// underscore.
  private mutating func readFlat(_ stem: String) {
    let names = takeRun(from: stem).split(separator: "_").map(String.init)
    switch names.count {
    case 1: pod = names[0]
    case 2: (pod, container) = (names[0], names[1])
    case 3: (namespace, pod, container) = (names[0], names[1], names[2])
    default: break
    }
  }

  private mutating func takeRun(from stem: String) -> String {
    for ending in [".previous", "-previous", "_previous", ".prev"] where stem.hasSuffix(ending) {
      run = .previous
      return String(stem.dropLast(ending.count))
    }
    for ending in [".current", "-current"] where stem.hasSuffix(ending) {
      return String(stem.dropLast(ending.count))
    }
    return stem
  }
}
