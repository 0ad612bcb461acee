/// The places of the scheduling cycle where plugins can be enabled.
package enum ExtensionPoint: String, Sendable, CaseIterable {
  case preEnqueue, queueSort, preFilter, filter, postFilter, preScore, score, reserve, permit
  case preBind, bind, postBind
}

/// A plugin that a profile enables, with its weight when it scores.
package struct EnabledPlugin: Hashable, Sendable {
  package var name: PluginName
  /// One when the configuration gives none.
  package var weight: Int64

  package init(_ name: PluginName, weight: Int64 = 1) {
    self.name = name
    self.weight = weight
  }
}
