import Foundation
import Provenance
import TestSupport
import Testing
import YAML

@Suite struct ConverterVectorTests {
  @Test("converts own vectors as kubectl does") func ownVectors() throws {
    try compare(ConverterVector.load(Vectors.file("yaml/own.json")))
  }

  @Test("converts the public test suite as kubectl does", arguments: ["suite", "suite-2"])
  func publicSuite(name: String) throws {
    guard let file = Vectors.publicSuite("yaml/\(name).json") else {
      print("skipped: yaml/\(name).json is neither in PODDOCTOR_VECTORS nor beside the repository")
      return
    }
    try compare(ConverterVector.load(file))
  }

  private func compare(_ vectors: [ConverterVector]) {
    #expect(!vectors.isEmpty)
    for vector in vectors {
      compareConversion(vector)
      compareDocuments(vector)
    }
  }

  private func compareConversion(_ vector: ConverterVector) {
    let reading = DocumentReader(.converter, limits: .kubectl).read(vector.text, file: "f")
    let actual = Self.outcome(of: reading, part: reading.parts.first)
    Self.expect(actual, vector.answer, "\(vector.name) converted")
    guard case .values(let values) = vector.answer, values.count == 1 else { return }
    let isStrictError = reading.problems.contains {
      [.duplicateKey, .overriddenMerge, .overridingMerge].contains($0.kind)
    }
    #expect(isStrictError == vector.isStrictError, "\(vector.name) read strictly")
  }

  private func compareDocuments(_ vector: ConverterVector) {
    guard let documents = vector.documents else { return }
    let reading = DocumentReader(.kubectl, limits: .kubectl).read(vector.text, file: "f")
    var actual: [String?] = []
    for part in reading.parts {
      let outcome = Self.outcome(of: reading, part: part)
      actual.append(outcome)
      if outcome == nil { break }
    }
    if case .document? = reading.parts.first, vector.documents?.count == 1 {
      Self.expect(actual.first ?? nil, documents[0], "\(vector.name) as documents")
    }
    #expect(
      actual.count == documents.count, "\(vector.name): number of documents, \(reading.problems)")
    for (actual, expected) in zip(actual, documents) {
      Self.expect(actual, expected, "\(vector.name) as documents")
    }
  }

  /// The value as canonical text; nil when kubectl would refuse the document.
  private static func outcome(of reading: Reading, part: Reading.Part?) -> String? {
    guard case .document(let document)? = part else { return nil }
    let start = document.root.mark
    let end = reading.parts.compactMap { part -> Mark? in
      guard case .document(let other) = part, other.root.mark > start else { return nil }
      return other.root.mark
    }.min()
    let isRefused = reading.problems.contains { problem in
      problem.kind == .unsupportedValue && problem.place.mark >= start
        && end.map { problem.place.mark < $0 } != false
    }
    return isRefused ? nil : ConverterVector.canonical(document.root)
  }

  private static func expect(_ actual: String?, _ answer: ConverterVector.Answer, _ what: String) {
    switch answer {
    case .error(let error): #expect(actual == nil, "\(what): expected \(error)")
    case .values(let values):
      #expect(actual.map(values.contains) == true, "\(what): \(actual ?? "error"), not \(values)")
    }
  }
}
