/// What stands for the names of containers where a dump shows that there are some and not what they are called.
///
/// No container can be called so, for names hold no `#`.
package enum UnnamedContainer {
  /// The name of the container at `index` among the pod's own.
  package static func name(_ index: Int) -> String { "#\(index + 1)" }

  /// The name of the init container at `index`.
  package static func initName(_ index: Int) -> String { "init #\(index + 1)" }

  /// Whether a name stands for one that is not known.
  package static func isName(_ name: String) -> Bool { name.utf8.contains(UInt8(ascii: "#")) }
}
