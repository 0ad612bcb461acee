/// What a reader, and all that follows on it, is put through with one input.
protocol Trial: Sendable {
  /// What came out, which has to be the same for the same input; throws when a promise is not kept.
  func answer(to input: TrialInput) throws(Breach) -> [UInt8]
}
