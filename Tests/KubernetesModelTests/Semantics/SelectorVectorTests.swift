import KubernetesModel
import TestSupport
import Testing

struct SelectorVectorTests {
  @Test("kubectl's label selectors", arguments: try cases("string"))
  func text(_ recorded: JSONValue) throws {
    let text = try #require(recorded["selector"]?.string)
    try expect(recorded) {
      try LabelMatcher(parsing: text)
    } matches: {
      $0.matches($1)
    }
  }

  @Test("field selectors", arguments: try cases("field"))
  func fields(_ recorded: JSONValue) throws {
    let text = try #require(recorded["selector"]?.string)
    try expect(recorded) {
      try FieldMatcher(parsing: text)
    } matches: {
      $0.matches($1)
    }
  }

  @Test("label selectors of the API", arguments: try cases("labelSelector"))
  func labels(_ recorded: JSONValue) throws {
    let selector = recorded["selector"].flatMap { LabelSelector(recorded: $0) }
    try expect(recorded) {
      try LabelMatcher(selector)
    } matches: {
      $0.matches($1)
    }
  }

  @Test("node selectors", arguments: try cases("nodeSelector"))
  func nodes(_ recorded: JSONValue) throws {
    let selector = NodeSelector(recorded: try #require(recorded["selector"]))
    let matcher = NodeMatcher(selector)
    var node = Node()
    node.metadata.name = recorded["node"]?.string ?? ""
    node.metadata.labels = strings(recorded["labels"])
    #expect(matcher.error?.description == recorded["error"]?.string)
    let matches = recorded["matches"]?.bool ?? recorded["lazyMatches"]?.bool
    do {
      #expect(try matcher.matches(node) == matches)
      #expect(recorded["lazyError"] == nil)
    } catch {
      #expect(error.description == recorded["lazyError"]?.string)
      #expect(matches == false)
    }
  }

  private func expect<Matcher: CustomStringConvertible>(
    _ recorded: JSONValue, parsing parse: () throws -> Matcher,
    matches: (Matcher, [String: String]) -> Bool
  ) throws {
    do {
      let matcher = try parse()
      #expect(recorded["error"] == nil)
      #expect(matcher.description == recorded["canonical"]?.string)
      #expect(matches(matcher, strings(recorded["labels"])) == recorded["matches"]?.bool)
    } catch let error as SelectorError {
      #expect(error.description == recorded["error"]?.string)
    }
  }

  private static func cases(_ kind: String) throws -> [JSONValue] {
    try Vectors.cases("selectors/\(kind).json")
  }
}

private func strings(_ value: JSONValue?) -> [String: String] {
  (value?.members ?? [:]).compactMapValues(\.string)
}

extension LabelSelector {
  fileprivate init?(recorded: JSONValue) {
    guard case .object = recorded else { return nil }
    self.init()
    matchLabels = strings(recorded["matchLabels"])
    matchExpressions = (recorded["matchExpressions"]?.elements ?? []).map { expression in
      var requirement = LabelSelectorRequirement()
      requirement.key = expression["key"]?.string ?? ""
      requirement.operator = expression["operator"]?.string ?? ""
      requirement.values = (expression["values"]?.elements ?? []).compactMap(\.string)
      return requirement
    }
  }
}

extension NodeSelector {
  fileprivate init(recorded: JSONValue) {
    self.init()
    nodeSelectorTerms = (recorded["nodeSelectorTerms"]?.elements ?? []).map { recorded in
      var term = NodeSelectorTerm()
      term.matchExpressions = requirements(recorded["matchExpressions"])
      term.matchFields = requirements(recorded["matchFields"])
      return term
    }
  }
}

private func requirements(_ value: JSONValue?) -> [NodeSelectorRequirement] {
  (value?.elements ?? []).map { recorded in
    var requirement = NodeSelectorRequirement()
    requirement.key = recorded["key"]?.string ?? ""
    requirement.operator = recorded["operator"]?.string ?? ""
    requirement.values = (recorded["values"]?.elements ?? []).compactMap(\.string)
    return requirement
  }
}
