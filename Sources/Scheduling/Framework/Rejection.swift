/// Why a plugin turned a pod or a node away, in kube-scheduler's own words.
package struct Rejection: Error, Hashable, Sendable {
  /// kube-scheduler's status codes other than Success and Skip.
  package enum Code: String, Sendable {
    case unschedulable = "Unschedulable"
    /// Evicting pods cannot change the answer.
    case unresolvable = "UnschedulableAndUnresolvable"
    case pending = "Pending"
    /// The plugin failed; the whole attempt ends.
    case error = "Error"
  }

  package var code: Code
  package var reasons: [String]
  /// Set by the cycle: the plugin that spoke, nil when the framework itself did.
  package var plugin: PluginName?

  package init(_ code: Code, _ reasons: [String], by plugin: PluginName? = nil) {
    self.code = code
    self.reasons = reasons
    self.plugin = plugin
  }

  package static func unschedulable(_ reasons: String...) -> Rejection {
    Rejection(.unschedulable, reasons)
  }

  package static func unresolvable(_ reasons: String...) -> Rejection {
    Rejection(.unresolvable, reasons)
  }

  package static func error(_ reason: String) -> Rejection { Rejection(.error, [reason]) }

  /// kube-scheduler's `Status.Message()`.
  package var message: String { reasons.joined(separator: ", ") }

  /// This rejection, said by `plugin` unless another plugin is named already.
  package func by(_ plugin: PluginName) -> Rejection {
    guard self.plugin == nil else { return self }
    var copy = self
    copy.plugin = plugin
    return copy
  }
}
