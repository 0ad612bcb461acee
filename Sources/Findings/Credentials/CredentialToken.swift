/// Tells tokens and keys by how they look.
enum CredentialToken {
  /// How the tokens of well-known makers begin, and how long they are at least.
  private static let beginnings: [(text: StaticString, length: Int)] = [
    ("eyJ", 24), ("ghp_", 20), ("gho_", 20), ("ghu_", 20), ("ghs_", 20), ("ghr_", 20),
    ("github_pat_", 24), ("glpat-", 16), ("gldt-", 16), ("glrt-", 16), ("glcbt-", 16),
    ("glptt-", 16), ("glsoat-", 16), ("glft-", 16), ("xoxa-", 12), ("xoxb-", 12), ("xoxe-", 12),
    ("xoxe.", 12), ("xoxp-", 12), ("xoxr-", 12), ("xoxs-", 12), ("xapp-", 12), ("AIza", 32),
    ("ya29.", 20), ("GOCSPX-", 20), ("npm_", 24), ("pypi-AgE", 30), ("sk_live_", 14),
    ("sk_test_", 14), ("rk_live_", 14), ("rk_test_", 14), ("pk_live_", 14), ("whsec_", 14),
    ("SG.", 40), ("sk-ant-", 20), ("sk-proj-", 20), ("sk-", 24), ("hf_", 24), ("dop_v1_", 20),
    ("doo_v1_", 20), ("hvs.", 20), ("hvb.", 20), ("dp.pt.", 20), ("shpat_", 20), ("shpss_", 20),
    ("sq0atp-", 20), ("sq0csp-", 20), ("ATATT3", 24), ("lin_api_", 20), ("NRAK-", 20),
    ("glsa_", 20), ("glc_", 20), ("dckr_pat_", 14), ("sntrys_", 20), ("pscale_tkn_", 20),
    ("sbp_", 24), ("dapi", 32), ("AGE-SECRET-KEY-1", 30), ("key-", 34), ("PMAK-", 24),
    ("AccountKey=", 20), ("$2a$", 50), ("$2b$", 50), ("$2y$", 50),
  ]
  /// What AWS puts before the ids of its keys, which are 20 capitals and digits.
  private static let amazonBeginnings = ["AKIA", "ASIA", "ABIA", "ACCA"]

  /// The fewest bytes that any token has.
  static let shortest = 12

  /// How many bytes at the start of `bytes` are a token; zero when they are none.
  static func length(at bytes: ArraySlice<UInt8>) -> Int {
    let run = bytes.prefix { isPart($0) }
    guard run.count >= shortest, run.count < 1 << 16 else { return 0 }
    if isKnown(run) || isAzureSecret(run) { return run.count }
    let piece = run.prefix { isAlphanumeric($0) }
    if isAmazonID(piece) { return piece.count }
    if isRandom(piece, atLeast: 24) { return piece.count + padding(behind: piece, in: bytes) }
    let key = base64(run)
    guard isAmazonKey(key) || isRandom(key, atLeast: 24) else { return 0 }
    return key.count + padding(behind: key, in: bytes)
  }

  /// The bytes with which beginnings begin.
  private static let firstBytes = ByteSet(
    beginnings.map { beginning in beginning.text.withUTF8Buffer { unsafe $0[0] } })

  static func isKnown(_ run: ArraySlice<UInt8>) -> Bool {
    guard let first = run.first, firstBytes.contains(first) else { return false }
    return beginnings.contains { beginning in
      run.count >= beginning.length
        && beginning.text.withUTF8Buffer { unsafe $0[0] == first && run.starts(with: $0) }
    } && run.contains { isDigit($0) || $0 == UInt8(ascii: ".") }
  }

  private static func isAmazonID(_ run: ArraySlice<UInt8>) -> Bool {
    run.count == 20 && amazonBeginnings.contains { run.starts(with: $0.utf8) }
      && run.allSatisfy { isDigit($0) || isUpper($0) }
  }

  /// Forty characters of base64, with a slash or plus among them.
  private static func isAmazonKey(_ run: ArraySlice<UInt8>) -> Bool {
    run.count == 40 && run.allSatisfy { isAlphanumeric($0) || "+/".utf8.contains($0) }
      && run.contains(where: isUpper) && run.contains(where: isLower)
      && run.count(where: isDigit) > 2 && changes(in: run) * 5 >= run.count * 2
  }

  /// The secret of an application in Azure: `abc8Q~...`.
  private static func isAzureSecret(_ run: ArraySlice<UInt8>) -> Bool {
    (32...44).contains(run.count) && run.dropFirst(3).prefix(3).elementsEqual("8Q~".utf8)
  }

  /// The start of a run that base64 can be, between slashes of a path.
  private static func base64(_ run: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    run.prefix { isAlphanumeric($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }
  }

  private static func padding(behind piece: ArraySlice<UInt8>, in bytes: ArraySlice<UInt8>) -> Int {
    bytes[piece.endIndex...].prefix { $0 == UInt8(ascii: "=") }.count
  }

  /// Whether capitals, small letters and digits change as often as only chance makes them.
  ///
  /// Words in camel case change less often, and hashes in hexadecimal have one case.
  static func isRandom(_ text: ArraySlice<UInt8>, atLeast length: Int) -> Bool {
    let body = text.prefix { $0 != UInt8(ascii: "=") }
    guard body.count >= length, body.count < 1 << 14,
      body.allSatisfy({ isAlphanumeric($0) || "+/_-.~".utf8.contains($0) })
    else { return false }
    guard body.contains(where: isUpper), body.contains(where: isLower),
      body.contains(where: isDigit)
    else { return false }
    return changes(in: body) * 5 >= body.count * 2
  }

  /// How often the kind of character changes from one to the next.
  private static func changes(in text: ArraySlice<UInt8>) -> Int {
    zip(text, text.dropFirst()).count { kind(of: $0) != kind(of: $1) }
  }

  private static func kind(of byte: UInt8) -> Int {
    if isDigit(byte) { return 0 }
    if isUpper(byte) { return 1 }
    return isLower(byte) ? 2 : 3
  }

  private static let signs = ByteSet("+/_-.~$=")

  static func isPart(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || signs.contains(byte) }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || isUpper(byte) || isLower(byte)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  static func isUpper(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }

  static func isLower(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }
}
