import Basics
import Findings
import Testing

@Suite("Credentials in texts")
struct CredentialBlotterTests {
  /// Where a credential can stand; `@` is it.
  static let places = [
    "password=@", "password: @", "PASSWORD=\"@\"", "DB_PASSWORD: '@'", "export PGPASSWORD=@",
    "dbPassword=@;Database=shop", "Server=db;User Id=sa;Password=@;Encrypt=true",
    "host=db user=app password=@ dbname=shop", "?user=app&password=@&ssl=true",
    "{\"user\":\"app\",\"password\":\"@\"}", "{\\\"password\\\":\\\"@\\\",\\\"x\\\":1}",
    "{name: DB_PASSWORD, value: @}", "- name: API_TOKEN\n  value: @\n",
    "{\"name\":\"DB_PASSWORD\",\"value\":\"@\"}", "EnvVar{Name:DB_PASSWORD,Value:@,ValueFrom:nil,}",
    "postgres://app:@@db:5432/shop", "redis://:@@cache:6379/0", "amqp://u:@@mq.shop.svc/%2f",
    "https://app:@@registry.example.com/v2/", "app:@@tcp(db:3306)/shop?parseTime=true",
    "mongodb+srv://root:@@cluster0.example.net/?retryWrites=true", "Authorization: Bearer @",
    "authorization: Basic @", "{\"Authorization\":\"Bearer @\"}", "-H 'Authorization: token @'",
    "X-Api-Key: @", "x-vault-token: @", "Cookie: @", "Set-Cookie: session_token=@; Path=/",
    "--password=@", "--password @", "[--password, \"@\"]", "[\"--db-password\", \"@\", \"--x\"]",
    "mysql -u root -p@ shop", "mysqldump --user=root -p @ shop", "curl -u admin:@ https://x/",
    "curl --user admin:@ https://x/", "client_secret=@&grant_type=client_credentials",
    "secret_key: @", "aws_secret_access_key = @", "AccountKey=@;EndpointSuffix=core.windows.net",
    "SharedAccessKey=@", "https://a.blob.core.windows.net/c?sv=2022&sig=@",
    "\"private_key\": \"@\"",
    "-----BEGIN RSA PRIVATE KEY-----\n@\n-----END RSA PRIVATE KEY-----",
    "-----BEGIN PRIVATE KEY-----\\n@\\n-----END PRIVATE KEY-----\\n",
    "-----BEGIN OPENSSH PRIVATE KEY-----\n@", "{\"auths\":{\"r.io\":{\"password\":\"@\"}}}",
    ".dockerconfigjson: @", "token: @", "access_token=@", "refreshToken=@", "id_token: \"@\"",
    "password: |\n  @\n  @\nother: x", "DB_PASS=@", "db.password=@", "spring.datasource.password=@",
    "log.info(\"connecting\", password='@')", "failed to log in: password=@: denied",
    "passwd=@", "ENCRYPTION_KEY=@", "signingKey: @", "MASTER_KEY: @", "JWT_SECRET: @",
  ]

  /// Credentials without a look of their own.
  static let plain = [
    "hunter2", "correct-horse-battery", "S3cr3t!Value", "p@ss#w0rd%41", "1234567890",
    "Tr0ub4dor&3x",
    "a,b!c7", "Zm9vYmFyYmF6cXV4MTIz",
  ]

  @Test("are blotted out wherever they stand", arguments: places)
  func planted(_ place: String) {
    for secret in Self.plain {
      let text = place.split(separator: "@", omittingEmptySubsequences: false)
      let isAddress = place.contains("@@")
      // In an address, the credential is escaped as the address demands.
      let planted =
        isAddress ? secret.replacing("@", with: "%40").replacing("#", with: "%23") : secret
      let whole =
        isAddress
        ? place.replacing("@@", with: "\u{1}").replacing("\u{1}", with: "\(planted)@")
        : text.joined(separator: planted)
      let shown = Credentials.blotted(whole)
      #expect(!shown.contains(planted), "\(whole) → \(shown)")
      #expect(shown.contains(Credentials.blot), "\(shown)")
    }
  }

  /// Tokens that give themselves away without any name.
  static let tokens = [
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a", "gho_16C7e42F292c6912E7710c838347Ae178B4a",
    "ghs_16C7e42F292c6912E7710c838347Ae178B4a", "github_pat_11AAAAAAA0abcdefghij_KLmnop12",
    "glpat-zNfLm2xS9Qw4RtYbKc7D", "xoxb-123456789012-abcdefGHIJkl", "xapp-1-A012-345-abcdef67890",
    "AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "AIzaSyD9x8Kq2mN4pR7sT1uV3wX5yZ6aB8cE0fG", "ya29.a0AfH6SMBx7yQ2kLmN3oPqR",
    "GOCSPX-1a2B3c4D5e6F7g8H9i0J", "npm_1a2B3c4D5e6F7g8H9i0Jk1L2m3N4o5P6",
    "sk_live_4eC39HqLyjWDarjtT1zdp7dc", "rk_test_4eC39HqLyjWDarjtT1zdp7dc",
    "whsec_1a2B3c4D5e6F7g8H", "SG.1a2B3c4D5e6F7g8H9i0Jkl.1a2B3c4D5e6F7g8H9i0Jkl1a2B3c4D5e6F7g8H9i0",
    "sk-ant-api03-1a2B3c4D5e6F7g8H", "sk-proj-1a2B3c4D5e6F7g8H9i0J",
    "hf_1a2B3c4D5e6F7g8H9i0Jk1L2m3",
    "hvs.CAESIJ1a2B3c4D5e6F7g8H9i0J", "dop_v1_1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f",
    "pypi-AgEIcHlwaS5vcmcCJDFhMkIzYzRENWU2Rg", "glsa_1a2B3c4D5e6F7g8H9i0J_1a2b3c4d",
    "dckr_pat_1a2B3c4D5e6F7g8H", "abc8Q~1a2B3c4D5e6F7g8H9i0Jk1L2m3N4o5P6",
    "$2b$12$KIXQ4S1a2B3c4D5e6F7g8OuV3wX5yZ6aB8cE0fG1hI2jK3lM4nO5p",
    "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq==",
  ]

  @Test("are known by their look", arguments: tokens)
  func known(_ token: String) {
    for text in ["using \(token) now", "x=\(token)", "\"\(token)\",", "https://\(token)@host/x"] {
      #expect(!Credentials.blotted(text).contains(token.dropLast(6)), "\(text)")
    }
  }

  /// What looks like a credential, or like the name of one, and is none.
  static let harmless = [
    "nginx@sha256:9b2a1c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6b7c8d9e0f1a2b",
    "uid: 0a1b2c3d-1111-2222-3333-444455556666", "commit 3f2a9c1e8b7d6a5f4e3d2c1b0a9f8e7d6c5b4a39",
    "resourceVersion: \"184467440737\"", "web-7d9c8f6b5c-x2x4z", "password-reset-service:8080",
    "image: registry.example.com/team/password-reset-service:1.4.2", "app=password-reset-service",
    "token-refresher-5d78c: running", "secretName: db-tls",
    "secretKeyRef: {name: db, key: password}",
    "imagePullSecrets: [{name: regcred}]", "automountServiceAccountToken: false",
    "serviceAccountToken: {path: token, expirationSeconds: 3607}", "secret: {secretName: x}",
    "/var/run/secrets/kubernetes.io/serviceaccount/token: no such file or directory",
    "secret \"db-credentials\" not found", "couldn't find key password in Secret shop/db",
    "password authentication failed for user \"app\"", "invalid token: expected string",
    "unexpected token } in JSON at position 12", "bearer token authentication is required",
    "basic authentication failed", "passwordPolicy: strict", "tokenExpirationSeconds: 3600",
    "PASSWORD_FILE=/run/secrets/db", "DB_PASSWORD_FILE: /run/secrets/db", "key: database-url",
    "https://registry.example.com:5000/v2/team/app/manifests/1.2", "http://10.0.0.1:8080/healthz",
    "git@github.com:team/app.git", "user@host.example.com",
    "https://example.com/@scope/package@1.2",
    "--docker-password=TOKEN", "$(DB_PASSWORD)", "password=${DB_PASSWORD}",
    "password: $DB_PASSWORD",
    "org.springframework.boot.web.embedded.tomcat.TomcatWebServer",
    "EC2InstanceMetadataServiceV2ClientException", "containerd://0f32894de86edf3d3832702af794874e",
    "kubectl -n shop patch secret db --type merge -p '{\"stringData\":{\"x\":\"VALUE\"}}'",
    "nginx:1.25-A@sha256:9b2a1c4d5e6f", "mailto:alice@example.com", "mkdir -p /data/cache",
    "docker run -u 1000:1000 image", "kubectl logs web -p",
    "0/4 nodes are available: 1 node(s) had untolerated taint {dedicated: gpu}",
    "spec.containers[0].env[2].valueFrom.secretKeyRef.key", "max_tokens: 512", "tokens: 128",
    "pod-template-hash: 7d9c8f6b5c", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
    "secretName: Invalid value: \"X_SECRET__\": a lowercase RFC 1123 subdomain must consist of letters",
    "monkey: business", "keyboard: qwerty", "primary_key=id", "sort-key: name",
  ]

  @Test("are not mistaken for what only looks like them", arguments: harmless)
  func untouched(_ text: String) {
    #expect(Credentials.blotted(text) == text)
  }

  /// What stands before a text, so that it is looked at word by word, and leaves the text as it is.
  private static let assignment = "a: b\n"

  @Test("are found at a glance where they are found word by word")
  func sieved() {
    let pieces = [
      "Bearer", "basic", "Digest", " ", " ", "/", "-", "-p", "--password", "name", "value", "token",
      "S3cr3tS3cr3t",
      "ghp_16c7e42f292c6912e7710c838347ae178b4a", "sk-ant-api03-1a2b3c4d5e6f7a8b",
      "AKIAIOSFODNN7EXAMPLE",
      "mysql", "@tcp(", "registry.example.com/shop/web", "-----BEGIN PRIVATE KEY-----", "\"", ",",
      "é", "wJalrXUtnFEMI",
      "/K7MDENG/bPxRfiCYEXAMPLEKEY", "a1b2c3d4", "authorization",
    ]
    var generator = SplitMix(seed: 7)
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...6, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let whole = Credentials.blotted(Self.assignment + text)
      #expect(Self.assignment + Credentials.blotted(text) == whole, "\(text)")
    }
  }

  @Test("are found in any text in time that grows with its length")
  func longTexts() {
    for unit in [
      "password", "://", "-----BEGIN ", "a:", "\"", "user:", "eyJ", "-p ", "@tcp(", "mysql -p",
      "a/", "word ",
    ] {
      let text = String(repeating: unit, count: 5_000)
      #expect(Credentials.blotted(text).utf8.count <= text.utf8.count + 100_000)
    }
  }
}
