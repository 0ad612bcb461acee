import Basics

extension ObjectRules {
  mutating func mounts(_ list: Field, of container: Field) {
    let devices = Array(container["volumeDevices"].elements)
    var paths = SeenNames()
    for mount in list.elements {
      let (name, path) = (mount["name"], mount["mountPath"])
      let (nameText, pathText) = (name.text, path.text)
      if nameText.isEmpty { required(name) }
      let volume = pod.volumes[nameText]
      if volume == nil { notFound(name) }
      if pathText.isEmpty { required(path) }
      if !paths.insert(pathText) { invalid(path, "must be unique") }
      if devices.contains(where: { $0["name"].text == nameText }) {
        invalid(name, "must not already exist in volumeDevices")
      }
      if !devices.isEmpty, devices.lastByName("devicePath").contains(pathText) {
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
      for field in [path, expression] where !field.isBlank {
        invalid(field, "not allowed in image volume sources")
      }
    }
    if !path.isBlank { descendingPath(path.shown("subPath", of: list)) }
    guard !expression.isBlank else { return }
    if !path.isBlank {
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
    let mounts = Array(container["volumeMounts"].elements)
    var (paths, names): (Set<String>, Set<String>) = ([], [])
    for device in list.elements {
      let (name, path) = (device["name"], device["devicePath"])
      let volume = pod.volumes[name.text]
      if name.isBlank { required(name) }
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
      if path.isBlank { required(path) }
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
      if !name.isBlank { names.insert(name.text) }
    }
  }
}

extension [Field] {
  /// The texts of a field, of elements of one name only the last.
  fileprivate func lastByName(_ field: String) -> [String] {
    var texts: [String: String] = [:]
    for element in self { texts[element["name"].text] = element[named: field].text }
    return Array<String>(texts.values)
  }
}

// MARK: - Paths
extension ObjectRules {
  /// A path below another one.
  mutating func descendingPath(_ field: Field) {
    let text = field.text
    if text.utf8.first == UInt8(ascii: "/") { invalid(field, "must be a relative path") }
    noBacksteps(field, text)
  }

  mutating func noBacksteps(_ field: Field) { noBacksteps(field, field.text) }

  private mutating func noBacksteps(_ field: Field, _ text: String) {
    guard text.holds(".."), text.parts(at: "/").contains("..") else { return }
    invalid(field, "must not contain '..'")
  }

  /// A path below another one whose first step does not begin with two dots, which volumes use themselves.
  mutating func unreservedPath(_ field: Field) {
    descendingPath(field)
    let text = field.text
    if text.hasPrefix(".."), !text.hasPrefix("../") { invalid(field, "must not start with '..'") }
  }
}
