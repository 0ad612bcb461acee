extension Environment {
  /// The standard library and every general extension.
  package static let extended: Environment = {
    var environment = Environment([
      .strings(), .math, .encoders, .bindings, .optionals, .twoVariableComprehensions, .sets,
      .lists, .network(), .regex,
    ])
    environment.syntax.macros.insert(.sortBy)
    return environment
  }()

  /// What the API server of Kubernetes 1.36 offers, with its demands on literals.
  ///
  /// Fact: `k8s.io/apiserver/pkg/cel/environment`. The authorizer is left out: it needs a cluster.
  package static let kubernetes: Environment = {
    var environment = Environment([
      .strings(.english), .optionals, .twoVariableComprehensions, .sets, .lists,
      .network(.kubernetes), .kubernetesLists, .regex, .quantities, .urls, .semanticVersions,
      .formats,
    ])
    environment.syntax.quotedFields = false
    environment.flavour = .kubernetes
    return environment
  }()

  /// Everything that `kubernetes` offers besides bindings, mathematics and encoders; literals are free.
  package static let rules: Environment = {
    var environment = extended
    for library in [
      Library.kubernetesLists, .quantities, .urls, .semanticVersions, .formats,
    ] {
      environment.add(library)
    }
    return environment
  }()
}
