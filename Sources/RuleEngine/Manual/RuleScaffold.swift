package import Findings

/// The first text of a new rule file: every key in its place, with examples that pass.
package struct RuleScaffold: Sendable {
  package var name: String
  package var playbook: Playbook
  package var since: String

  package init(name: String, playbook: Playbook, since: String) {
    self.name = name
    self.playbook = playbook
    self.since = since
  }

  /// Why no file was written.
  package enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name is no name of a rule.
    case name(String)
    /// There is a file of this path already.
    case taken(String)
    /// The file cannot be written; says why.
    case unwritable(String)

    package var description: String {
      switch self {
      case .name(let name):
        "'\(name)' is no name of a rule: write it in kebab-case, as in queue-too-long"
      case .taken(let path): "\(path) is there already"
      case .unwritable(let says): says
      }
    }
  }

  /// The file's name, which has to be the rule's.
  package var fileName: String { "\(name).yaml" }

  /// Writes the file into a folder, which is made where it is missing; never in place of another file.
  ///
  /// - Returns: The path of the file.
  package func write(into folder: String) throws(Refusal) -> String {
    guard RuleLaws.isName(name) else { throw .name(name) }
    let path = folder.hasSuffix("/") ? folder + fileName : "\(folder)/\(fileName)"
    guard (try? RuleFolder.file(at: path)) == nil else { throw .taken(path) }
    do {
      try RuleFolder.write(text, to: path)
    } catch {
      throw .unwritable(error.description)
    }
    return path
  }

  /// The file's text.
  package var text: String { playbook == .review ? textOfReview : textOfDiagnosis }

  private var textOfDiagnosis: String {
    """
    name: \(name)
    title: What is wrong, as a sentence without a period
    severity: warning
    since: \(since)
    playbook: \(playbook.rawValue)

    about: Container
    on: [restarting]
    given:
      limit: 3 # names for parts of the condition
    when: container.restarts > limit

    blames: pod.workload
    says: container {container.name} of {pod.name} has restarted {counted(container.restarts, "time")}
    evidence:
      - at: "{container.statusField}.restartCount"
        says: more than {counted(limit, "restart")}

    explains: []
    confidence: 0.5
    remedies:
      - risk: inspect
        says: read what the container last wrote
        command: kubectl -n {pod.namespace} logs {pod.name} -c {container.name} --previous

    why: |
      What it means, in a few sentences for a tired person at night.

    examples:
      - finds: container app of web has restarted 4 times
        in: |
    \(Self.pod(restarts: 4))
      - finds: nothing
        name: the nearest look-alike, it restarts seldom
        in: |
    \(Self.pod(restarts: 3))
      - finds: nothing
        name: it never restarted
        in: |
    \(Self.pod(restarts: 0))

    """
  }

  private static func pod(restarts: Int) -> String {
    """
          apiVersion: v1
          kind: Pod
          metadata: {name: web, namespace: shop}
          spec: {containers: [{name: app, image: "nginx:1.29"}]}
          status:
            phase: Running
            containerStatuses:
              - name: app
                restartCount: \(restarts)
                state: {waiting: {reason: CrashLoopBackOff}}
    """
  }

  private var textOfReview: String {
    """
    name: \(name)
    title: What is wrong, as a sentence without a period
    severity: warning
    since: \(since)
    playbook: \(playbook.rawValue)

    about: TemplateContainer
    on: ["role:app"]
    parameters:
      tags: [latest] # what people may set
    when: container.imageName != null && container.imageName.tag in parameters.tags

    says: container {container.name} is named by tag {container.imageName.tag}
    evidence:
      - at: image
        says: the tag

    remedies:
      - risk: disruptive
        says: name another image
        patch: |
          image: example.com/other:1.0

    why: |
      What it means, in a few sentences for a tired person.

    equivalents:
      kube-linter: [latest-tag]

    examples:
      - finds: container web is named by tag latest
        in: |
          apiVersion: v1
          kind: Pod
          metadata: { name: web }
          spec: { containers: [{ name: web, image: "nginx:latest" }] }
      - finds: nothing
        name: another tag
        in: |
          apiVersion: v1
          kind: Pod
          metadata: { name: web }
          spec: { containers: [{ name: web, image: "nginx:1.27" }] }
      - finds: nothing
        name: a registry with a port, and no tag
        in: |
          apiVersion: v1
          kind: Pod
          metadata: { name: web }
          spec: { containers: [{ name: web, image: "registry:5000/web" }] }

    """
  }
}
