/// A port of the node that a container takes.
package struct HostPort: Hashable, Sendable {
  package var address: String
  package var protocolName: String
  package var port: Int32

  /// An empty address is every address, an empty protocol is TCP.
  package init(address: String, protocolName: String, port: Int32) {
    self.address = address.isEmpty ? Self.anyAddress : address
    self.protocolName = protocolName.isEmpty ? "TCP" : protocolName
    self.port = port
  }

  private static let anyAddress = "0.0.0.0"

  /// Whether both cannot be taken on one node: 0.0.0.0 takes the port of every address.
  package func conflicts(with other: HostPort) -> Bool {
    port == other.port && protocolName == other.protocolName
      && (address == other.address || address == Self.anyAddress
        || other.address == Self.anyAddress)
  }
}
