/// The value of a scalar, typed as kubectl types it.
package enum Scalar: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  /// A whole number beyond `Int64`.
  case uint(UInt64)
  case float(Double)
  case string(String)
}
