package import Findings

/// The first text of a new rule file: every key in its place, with examples to fill in.
package struct RuleScaffold: Sendable {
  package var name: String
  package var playbook: Playbook
  package var since: String

  package init(name: String, playbook: Playbook, since: String) {
    self.name = name
    self.playbook = playbook
    self.since = since
  }

  /// The file's path under the folder of rules.
  package var path: String { "\(playbook.rawValue)/\(name).yaml" }

  /// The file's text.
  package var text: String { playbook == .review ? textOfReview : textOfDiagnosis }

  private var textOfDiagnosis: String {
    """
    name: \(name)
    title: What is wrong, as a sentence without a period
    severity: error
    since: \(since)
    playbook: \(playbook.rawValue)

    about: Container
    on: ["waiting:CrashLoopBackOff"]
    given:
      limit: 3 # names for parts of the condition
    when: container.restarts > limit

    blames: pod.workload
    says: container {container.name} has restarted {container.restarts} times
    evidence:
      - at: "{container.statusField}.restartCount"
        says: it has restarted {counted(container.restarts, "time")}

    explains: []
    confidence: 0.8
    remedies:
      - risk: inspect
        says: read what the container last wrote
        command: kubectl -n {pod.namespace} logs {pod.name} -c {container.name} --previous

    why: |
      What it means, in a few sentences for a tired person at night.

    examples:
      - finds: container web has restarted 4 times
        in: |
          kind: Pod
          metadata: { name: web, namespace: default }
      - finds: nothing
        name: it restarts seldom
        in: |
          kind: Pod
          metadata: { name: web, namespace: default }
      - finds: nothing
        name: it never ran
        in: |
          kind: Pod
          metadata: { name: web, namespace: default }

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
