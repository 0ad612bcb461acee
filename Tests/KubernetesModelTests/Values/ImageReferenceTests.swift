import KubernetesModel
import Testing

struct ImageReferenceTests {
  @Test(
    "names are completed as kubelet completes them",
    arguments: [
      ("nginx", "docker.io/library/nginx:latest"),
      ("nginx:1.27", "docker.io/library/nginx:1.27"),
      ("acme/web", "docker.io/acme/web:latest"),
      ("index.docker.io/nginx", "docker.io/library/nginx:latest"),
      ("localhost/web:1", "localhost/web:1"),
      ("registry.example.com:5000/team/web:v1.2_3", "registry.example.com:5000/team/web:v1.2_3"),
      ("[2001:db8::1]:5000/web", "[2001:db8::1]:5000/web:latest"),
      ("Registry/web", "Registry/web:latest"),
      ("a__b/c-d--e.f:1", "docker.io/a__b/c-d--e.f:1"),
    ])
  func completes(_ text: String, _ full: String) throws {
    #expect(try ImageReference(text).description == full)
  }

  @Test func `a digest makes the tag unnecessary`() throws {
    let digest = "sha256:" + String(repeating: "a1", count: 32)
    let image = try ImageReference("ghcr.io/acme/web@\(digest)")
    #expect(image.effectiveTag == nil)
    #expect(image.digest == digest)
    #expect(image.registry == "ghcr.io")
    #expect(try ImageReference("web:1@\(digest)").tag == "1")
  }

  @Test(
    "other names are refused with kubelet's reason",
    arguments: refused)
  func refuses(_ text: String, _ error: ImageReferenceError) {
    #expect(throws: error) { try ImageReference(text) }
  }

  private static let refused: [(String, ImageReferenceError)] = [
    ("", .format),
    ("nginx:", .format),
    ("nginx:1:2", .format),
    ("nginx latest", .format),
    ("https://nginx", .format),
    ("-nginx", .format),
    ("a..b", .format),
    ("a___b", .format),
    ("host:port/web", .format),
    ("nginx@sha256:abc", .format),
    ("NGINX:1", .uppercase("library/NGINX")),
    ("acme/Web", .uppercase("acme/Web")),
    ("nginx@md5:" + String(repeating: "a", count: 32), .digestAlgorithm),
    ("nginx@sha256:" + String(repeating: "a", count: 40), .digestLength),
    ("nginx@sha256:" + String(repeating: "A", count: 64), .digestFormat),
    (String(repeating: "a", count: 64), .identifier(String(repeating: "a", count: 64))),
    ("nginx:" + String(repeating: "a", count: 129), .format),
    (String(repeating: "a", count: 300), .nameTooLong),
  ]
}
