import FoundationEssentials

/// Diagnoses an input as an archive: as it is, with its checksums put right, compressed, and inside of others.
struct ArchiveTrial: Trial {
  func answer(to input: TrialInput) throws(Breach) -> [UInt8] {
    let trial = DiagnosisTrial(isRead: false)
    var answer = try trial.answer(to: input)
    let mended = ArchiveEnvelope.withTarChecksums(input.bytes)
    let forms = [
      ("mended.tar", mended), ("input.tar.gz", ArchiveEnvelope.gzip(mended)),
      ("outer.tar", ArchiveEnvelope.tar("inner.tar", mended)),
      ("outer.zip", ArchiveEnvelope.zip("inner.tar", input.bytes)),
      ("outer.tar.gz", ArchiveEnvelope.gzip(ArchiveEnvelope.tar("shop_web_app.log", mended))),
    ]
    for (path, bytes) in forms {
      guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
        throw Breach("cannot write \(path)")
      }
      let form = TrialInput(path: path, bytes: bytes, companions: input.companions)
      answer += try trial.answer(to: form)
    }
    return answer
  }
}
