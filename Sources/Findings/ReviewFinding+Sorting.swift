import Basics
import Provenance

extension [ReviewFinding] {
  /// The findings by their places, those of one place by object, rule, container and words.
  ///
  /// A review may have hundreds of thousands of findings in thousands of files: those of each file are sorted on their
  /// own, on all processors, and their places compared as numbers.
  package func sortedByPlace() -> [ReviewFinding] {
    let files = FileStretches(of: self).files
    let orders = files.concurrentMap(chunkSize: 64) { numbers(sorting: $0) }
    var sorted: [ReviewFinding] = []
    sorted.reserveCapacity(count)
    for numbers in orders {
      for number in numbers { sorted.append(self[number]) }
    }
    return sorted
  }

  /// The numbers of the findings in one file, in their order.
  ///
  /// Its stretches are sorted first, on all processors.
  private func numbers(sorting stretches: [Range<Int>]) -> [Int] {
    let sorted = stretches.concurrentMap { keys(of: $0).sorted(by: precedes) }
    return (sorted.count == 1 ? sorted[0] : joined(sorted)).map(\.number)
  }

  /// The keys of stretches that are in order each.
  ///
  /// Findings come from the top of a file to its bottom, so that mostly a few of a stretch belong before the last ones of
  /// that before it, and only those are sorted again.
  private func joined(_ stretches: [[PlaceKey]]) -> [PlaceKey] {
    var all: [PlaceKey] = []
    all.reserveCapacity(stretches.reduce(0) { $0 + $1.count })
    for (number, stretch) in stretches.enumerated() {
      guard let first = stretch.first, let last = all.last, precedes(first, last) else {
        all += stretch
        continue
      }
      let start = all.lastIndex { !precedes(first, $0) }.map { $0 + 1 } ?? 0
      guard all.count - start <= stretch.count else {
        return (all + stretches[number...].joined()).sorted(by: precedes)
      }
      let end = stretch.firstIndex { !precedes($0, last) } ?? stretch.count
      all += stretch[..<end]
      all[start...].sort(by: precedes)
      all += stretch[end...]
    }
    return all
  }

  private func keys(of stretch: Range<Int>) -> [PlaceKey] {
    let span = span
    var keys: [PlaceKey] = []
    keys.reserveCapacity(stretch.count)
    for number in stretch { keys.append(PlaceKey(span[number].place, number: number)) }
    return keys
  }

  private func precedes(_ one: PlaceKey, _ other: PlaceKey) -> Bool {
    if one.position != other.position { return one.position < other.position }
    return self[one.number] < self[other.number]
  }
}

/// The place of a finding in its file as a number, and which finding it is.
private struct PlaceKey {
  /// The line, and below it the column.
  let position: UInt64
  let number: Int

  init(_ place: Place, number: Int) {
    position =
      UInt64(UInt32(bitPattern: place.mark.line)) << 32
      | UInt64(UInt32(bitPattern: place.mark.column))
    self.number = number
  }
}

/// Where the findings of each file stand among all; those of a file mostly follow each other.
private struct FileStretches {
  /// How many findings are worth handing to another processor.
  private static let chunk = 4_096

  /// The stretches of each file, the files in the order of their names.
  let files: [[Range<Int>]]

  init(of findings: [ReviewFinding]) {
    let stretches = findings.stretches(of: Self.chunk).concurrentMap {
      Self.stretches(of: findings, in: $0)
    }.joined()
    var names = NameNumbers()
    var files: [[Range<Int>]] = []
    for (file, range) in stretches {
      let number = names.number(of: file)
      if number == files.count { files.append([]) }
      files[number].append(range)
    }
    let all = names.names
    self.files = all.indices.sorted { all[$0] < all[$1] }.map { files[$0] }
  }

  private static func stretches(
    of findings: [ReviewFinding], in range: Range<Int>
  ) -> [(file: String, range: Range<Int>)] {
    let findings = findings.span
    var stretches: [(file: String, range: Range<Int>)] = []
    var start = range.lowerBound
    for next in range.dropFirst() where findings[next].place.file != findings[start].place.file {
      stretches.append((findings[start].place.file, start..<next))
      start = next
    }
    stretches.append((findings[start].place.file, start..<range.upperBound))
    return stretches
  }
}
