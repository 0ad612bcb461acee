/// The name of a plugin as profiles and reports write it.
package struct PluginName: Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  package let description: String

  package init(_ name: String) { description = name }

  package init(stringLiteral value: String) { description = value }

  package static func < (one: PluginName, other: PluginName) -> Bool {
    one.description < other.description
  }
}
