import Findings
import Provenance
import Testing

@Suite("Credentials")
struct CredentialsTests {
  static let cases: [(String, String)] = [
    ("password=hunter2 and more", "password=••• and more"),
    ("DB_PASSWORD: \"hunter2\"", "DB_PASSWORD: \"•••\""),
    ("postgres://app:hunter2@db:5432/shop", "postgres://app:•••@db:5432/shop"),
    ("Authorization: Bearer abc.def", "Authorization: Bearer •••"),
    ("{\"name\":\"x\",\"apiKey\":\"a/b+c=\"}", "{\"name\":\"x\",\"apiKey\":\"•••\"}"),
    ("secret \"db-credentials\" not found", "secret \"db-credentials\" not found"),
    ("secretName: db-tls", "secretName: db-tls"),
    (
      "password authentication failed for user \"app\"",
      "password authentication failed for user \"app\""
    ),
    (
      "pulling nginx@sha256:0123456789abcdef0123456789abcdef",
      "pulling nginx@sha256:0123456789abcdef0123456789abcdef"
    ),
    ("token eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.abcdefgh", "token •••"),
    (
      "couldn't find key password in Secret shop/db", "couldn't find key password in Secret shop/db"
    ),
  ]

  @Test("are blotted out, and nothing else", arguments: cases)
  func blotted(_ text: String, _ expected: String) {
    #expect(Credentials.blotted(text) == expected)
  }

  @Test("are all that a Secret holds")
  func concealed() {
    #expect(Credentials.conceals("Secret", FieldPath(parsing: "data.password")))
    #expect(!Credentials.conceals("Secret", FieldPath(parsing: "metadata.name")))
    #expect(!Credentials.conceals("ConfigMap", FieldPath(parsing: "data.password")))
  }
}
