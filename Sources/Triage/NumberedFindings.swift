import Findings
import Provenance

/// Findings with a number for each object that suffers or is to blame, so that a name is hashed and compared once.
struct NumberedFindings {
  let findings: [Finding]
  /// For each finding, the number of the object that suffers.
  let affected: [Int]
  /// For each finding, the number of the object to change.
  let blamed: [Int]
  /// How many objects there are.
  let objectCount: Int

  init(_ findings: [Finding]) {
    var numbers = ObjectNumbers()
    var affected: [Int] = []
    var blamed: [Int] = []
    affected.reserveCapacity(findings.count)
    blamed.reserveCapacity(findings.count)
    for finding in findings {
      affected.append(numbers.number(of: finding.affected.object))
      blamed.append(numbers.number(of: finding.object))
    }
    self.init(findings, affected, blamed, objectCount: numbers.count)
  }

  private init(_ findings: [Finding], _ affected: [Int], _ blamed: [Int], objectCount: Int) {
    self.findings = findings
    self.affected = affected
    self.blamed = blamed
    self.objectCount = objectCount
  }

  /// The findings at these places, in their order.
  func taking(_ places: [Int]) -> NumberedFindings {
    NumberedFindings(
      places.map { findings[$0] }, places.map { affected[$0] }, places.map { blamed[$0] },
      objectCount: objectCount)
  }
}

/// Gives each object a number.
private struct ObjectNumbers {
  private var numbers: [ObjectReference: Int] = [:]
  /// The object that was asked for last: findings about one object follow each other, and most blame it too.
  private var last: (object: ObjectReference, number: Int)?

  var count: Int { numbers.count }

  mutating func number(of object: ObjectReference) -> Int {
    if let last, last.object == object { return last.number }
    let number: Int
    if let known = numbers[object] {
      number = known
    } else {
      number = numbers.count
      numbers[object] = number
    }
    last = (object, number)
    return number
  }
}
