import CEL
import RuleEngine

extension ClusterFacts {
  /// The variable `glossary` of every rule.
  var glossaryVariable: @Sendable () -> Value { { self.glossary.value } }
}
