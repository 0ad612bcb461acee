import Findings

/// The claims about one object that still stand, by their causes: claims of one cause never compete, and a pod of
/// thousands of containers has as many of one cause.
struct Rivals {
  private var places: [(cause: String, places: [Int])] = []

  /// The place of the first of the claims that competes with a weaker one; nil where none does.
  func winner(over weaker: Claim, among claims: [Claim]) -> Int? {
    let claims = claims.span
    var winner: Int?
    for rivals in places where rivals.cause != weaker.finding.cause {
      for place in rivals.places where claims[place].competes(with: weaker) {
        winner = min(winner ?? place, place)
        break
      }
    }
    return winner
  }

  /// Notes that a claim stands at a place behind all others.
  mutating func add(_ claim: Claim, at place: Int) {
    let cause = claim.finding.cause
    if let known = places.firstIndex(where: { $0.cause == cause }) {
      places[known].places.append(place)
    } else {
      places.append((cause, [place]))
    }
  }
}
