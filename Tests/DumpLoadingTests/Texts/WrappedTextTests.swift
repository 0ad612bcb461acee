import DumpLoading
import KubernetesModel
import Testing

@Suite("Wrapped texts")
struct WrappedTextTests {
  private static let message =
    "0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: "
    + "3 No preemption victims found for incoming pod."

  private static let description = """
    Name:         web
    Namespace:    shop
    Node:         <none>
    QoS Class:    BestEffort
    Events:
      Type     Reason            Age                 From               Message
      ----     ------            ----                ----               -------
      Warning  FailedScheduling  12s (x3 over 5m2s)  default-scheduler  \(message)
      Normal   Pulled            9s                  kubelet            done
    """

  private static let table = """
    LAST SEEN   TYPE      REASON             OBJECT    MESSAGE
    9s          Normal    Pulled             pod/web   done
    12s         Warning   FailedScheduling   pod/web   \(message)
    """

  private func hard(_ text: String, at width: Int) -> String {
    text.split(separator: "\n").flatMap { line in
      stride(from: 0, to: line.count, by: width).map { start in
        String(line.dropFirst(start).prefix(width))
      }
    }.joined(separator: "\n")
  }

  private func soft(_ text: String, at width: Int) -> String {
    text.split(separator: "\n").map { line in
      var (lines, rest) = ([String](), Substring(line))
      while rest.count > width, let blank = rest.prefix(width + 1).lastIndex(of: " ") {
        lines.append(String(rest[..<blank]))
        rest = rest[rest.index(after: blank)...]
      }
      return (lines + [String(rest)]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private func messages(of text: String) -> [String] {
    LoadedText(text).dump.snapshot.events.map(\.message).sorted()
  }

  @Test("go on where the screen ended", arguments: [80, 90, 100, 120])
  func screen(_ width: Int) {
    for text in [Self.description, Self.table] {
      #expect(messages(of: hard(text, at: width)) == [Self.message, "done"])
    }
  }

  @Test("go on where a mail broke them", arguments: [72, 76, 78])
  func mail(_ width: Int) {
    for text in [Self.description, Self.table] {
      #expect(messages(of: soft(text, at: width)) == [Self.message, "done"])
    }
  }

  @Test("are none where a message has lines of its own")
  func own() {
    let text = Self.description.replacing(
      Self.message, with: "probe failed:\ncannot connect\nand more")
    #expect(messages(of: text) == ["done", "probe failed:\ncannot connect\nand more"])
  }
}
