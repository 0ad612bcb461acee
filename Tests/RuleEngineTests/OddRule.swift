/// A rule that is right, to be made wrong in one place.
struct OddRule {
  var text = """
    name: odd-kettle
    title: The kettle is odd
    severity: warning
    since: 0.1.0
    playbook: Pending
    about: Kettle
    on: ["phase:Cold"]
    given:
      litres: kettle.litres
    when: litres > 1
    says: "{kettle} is odd"
    evidence:
      - at: status
        says: see there
    explains: [no-tea]
    why: It is odd.

    """

  /// The rule with one line put in the place of another.
  func replacing(_ line: String, with other: String) -> OddRule {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return OddRule(
      text: lines.map { $0.contains(line) ? other : $0 }.joined(separator: "\n"))
  }
}
