import Findings
import KubernetesModel

/// Looks for the values of variables whose names say that they are credentials; the names are few, the pods many.
struct VariableSearch {
  private(set) var values: [[UInt8]] = []
  private var areHarmless: [String: Bool] = [:]

  mutating func add(_ containers: [Container]) {
    for index in containers.indices {
      let variables = containers[index].env
      for variable in variables.indices where !variables[variable].value.isEmpty {
        add(variables[variable].value, named: variables[variable].name)
      }
    }
  }

  private mutating func add(_ value: String, named name: String) {
    let isHarmless = areHarmless[name]
    if isHarmless == true { return }
    if Credentials.isCredential(value, named: name) {
      values.append(Array(value.utf8))
    } else if isHarmless == nil {
      areHarmless[name] = Credentials.isHarmless(name)
    }
  }
}
