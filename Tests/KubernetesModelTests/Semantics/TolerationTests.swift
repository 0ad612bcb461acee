import KubernetesModel
import Testing

struct TolerationTests {
  @Test(
    "a toleration covers taints by key, value and effect",
    arguments: [
      ("dedicated", "Equal", "db", "NoSchedule", true),
      ("dedicated", "", "db", "", true),
      ("dedicated", "Exists", "", "NoSchedule", true),
      ("", "Exists", "", "", true),
      ("", "Equal", "db", "", true),
      ("dedicated", "Equal", "web", "NoSchedule", false),
      ("dedicated", "Equal", "db", "NoExecute", false),
      ("other", "Exists", "", "", false),
      ("dedicated", "In", "db", "", false),
    ])
  func covers(_ key: String, _ name: String, _ value: String, _ effect: String, _ answer: Bool) {
    let taint = makeTaint("dedicated", "db")
    #expect(makeToleration(key, name, value, effect).tolerates(taint) == answer)
  }

  @Test(
    "numbers are compared only where the feature is on",
    arguments: [("Gt", "5", "10", true), ("Lt", "5", "10", false), ("Gt", "a", "10", false)])
  func compares(_ name: String, _ bound: String, _ number: String, _ answer: Bool) {
    let taint = makeTaint("sla", number)
    let toleration = makeToleration("sla", name, bound, "")
    #expect(toleration.tolerates(taint, comparisons: .enabled) == answer)
    #expect(!toleration.tolerates(taint))
  }

  @Test func `taints print as kubectl writes them`() {
    #expect(makeTaint("dedicated", "db").description == "dedicated=db:NoSchedule")
    #expect(makeTaint("dedicated", "").description == "dedicated:NoSchedule")
  }

  private func makeTaint(_ key: String, _ value: String) -> Taint {
    var taint = Taint()
    taint.key = key
    taint.value = value
    taint.effect = "NoSchedule"
    return taint
  }

  private func makeToleration(
    _ key: String, _ name: String, _ value: String, _ effect: String
  ) -> Toleration {
    var toleration = Toleration()
    toleration.key = key
    toleration.operator = name
    toleration.value = value
    toleration.effect = effect
    return toleration
  }
}
