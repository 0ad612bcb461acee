import Basics

extension ObjectRules {
  mutating func mounts(_ list: Field, of container: Field) {
    let devices = container["volumeDevices"].elements
    var paths = SeenNames()
    for mount in list.elements {
      let (name, path) = (mount["name"], mount["mountPath"])
      if name.text.isEmpty { required(name) }
      let volume = pod.volumes[name.text]
      if volume == nil { notFound(name) }
      if path.text.isEmpty { required(path) }
      if !paths.insert(path.text) { invalid(path, "must be unique") }
      if devices.contains(where: { $0["name"].text == name.text }) {
        invalid(name, "must not already exist in volumeDevices")
      }
      if devices.lastByName("devicePath").contains(path.text) {
        invalid(path, "must not already exist as a path in volumeDevices")
      }
      subPaths(of: mount, in: list, isImage: volume?["image"].isPresent ?? false)
      mountPropagation(mount, in: list, of: container)
      recursiveReadOnly(mount, in: list)
    }
  }

  private mutating func subPaths(of mount: Field, in list: Field, isImage: Bool) {
    let (path, expression) = (mount["subPath"], mount["subPathExpr"])
    if isImage, minor < 33 {
      for field in [path, expression] where !field.text.isEmpty {
        invalid(field, "not allowed in image volume sources")
      }
    }
    if !path.text.isEmpty { descendingPath(path.shown("subPath", of: list)) }
    guard !expression.text.isEmpty else { return }
    if !path.text.isEmpty {
      invalid(expression, "subPathExpr and subPath are mutually exclusive")
    }
    descendingPath(expression.shown("subPathExpr", of: list))
  }

  private mutating func mountPropagation(_ mount: Field, in list: Field, of container: Field) {
    guard mount.has("mountPropagation") else { return }
    let mode = mount["mountPropagation"].shown("mountPropagation", of: list)
    oneOf(["Bidirectional", "HostToContainer", "None"], mode)
    if mode.text == "Bidirectional", !container["securityContext"]["privileged"].isTrue {
      forbidden(
        mode, "Bidirectional mount propagation is available only to privileged containers")
    }
  }

  private mutating func recursiveReadOnly(_ mount: Field, in list: Field) {
    guard mount.has("recursiveReadOnly") else { return }
    let mode = mount["recursiveReadOnly"].shown("recursiveReadOnly", of: list)
    switch mode.text {
    case "Disabled": break
    case "Enabled", "IfPossible":
      if !mount["readOnly"].isTrue {
        forbidden(mode, "may only be specified when readOnly is true")
      }
      if let propagation = mount["mountPropagation"].optionalText, propagation != "None" {
        forbidden(mode, "may only be specified when mountPropagation is None or not specified")
      }
    default: unsupported(mode, ["Disabled", "Enabled", "IfPossible"])
    }
  }

  mutating func devices(_ list: Field, of container: Field) {
    let mounts = container["volumeMounts"].elements
    var (paths, names): (Set<String>, Set<String>) = ([], [])
    for device in list.elements {
      let (name, path) = (device["name"], device["devicePath"])
      let volume = pod.volumes[name.text]
      if name.text.isEmpty { required(name) }
      if names.contains(name.text) { invalid(name, "must be unique") }
      if let volume {
        if !volume["persistentVolumeClaim"].isPresent, !volume["ephemeral"].isPresent,
          !pod.isTemplateOfClaim(name.text)
        {
          invalid(
            name,
            "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode")
        }
      } else {
        notFound(name)
      }
      if path.text.isEmpty { required(path) }
      if paths.contains(path.text) { invalid(path, "must be unique") }
      if path.text.parts(at: "/").contains("..") {
        invalid(path, "can not contain backsteps ('..')")
      } else {
        paths.insert(path.text)
      }
      if mounts.contains(where: { $0["name"].text == name.text }) {
        invalid(name, "must not already exist in volumeMounts")
      }
      if mounts.lastByName("mountPath").contains(path.text) {
        invalid(path, "must not already exist as a path in volumeMounts")
      }
      if !name.text.isEmpty { names.insert(name.text) }
    }
  }
}

extension [Field] {
  /// The texts of a field, of elements of one name only the last.
  fileprivate func lastByName(_ field: String) -> [String] {
    var texts: [String: String] = [:]
    for element in self { texts[element["name"].text] = element[field].text }
    return Array<String>(texts.values)
  }
}

// MARK: - Paths
extension ObjectRules {
  /// A path below another one.
  mutating func descendingPath(_ field: Field) {
    if field.text.utf8.first == UInt8(ascii: "/") { invalid(field, "must be a relative path") }
    noBacksteps(field)
  }

  mutating func noBacksteps(_ field: Field) {
    if field.text.parts(at: "/").contains("..") { invalid(field, "must not contain '..'") }
  }

  /// A path below another one whose first step does not begin with two dots, which volumes use themselves.
  mutating func unreservedPath(_ field: Field) {
    descendingPath(field)
    if field.text.hasPrefix(".."), !field.text.hasPrefix("../") {
      invalid(field, "must not start with '..'")
    }
  }
}
