/// Several sources in one directory.
package struct ProjectedVolumeSource: APIStruct {
  @Listed package var sources: [VolumeProjection] = []
  package var defaultMode: Int32?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.required("sources", &_sources)
    fields.field("defaultMode", &defaultMode)
  }
}

/// One source of a projected volume.
package struct VolumeProjection: APIStruct {
  @Boxed package var secret: SecretProjection?
  @Boxed package var downwardAPI: DownwardAPIProjection?
  @Boxed package var configMap: ConfigMapProjection?
  @Boxed package var serviceAccountToken: ServiceAccountTokenProjection?
  @Boxed package var clusterTrustBundle: ClusterTrustBundleProjection?
  @Boxed package var podCertificate: PodCertificateProjection?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("secret", &secret)
    fields.field("downwardAPI", &downwardAPI)
    fields.field("configMap", &configMap)
    fields.field("serviceAccountToken", &serviceAccountToken)
    fields.field("clusterTrustBundle", &clusterTrustBundle)
    fields.field("podCertificate", &podCertificate)
  }
}

/// Keys of a secret in a projected volume.
package struct SecretProjection: APIStruct {
  package var name: String = ""
  package var items: [KeyToPath] = []
  package var optional: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.field("items", &items)
    fields.field("optional", &optional)
  }
}

/// Fields of the pod in a projected volume.
package struct DownwardAPIProjection: APIStruct {
  package var items: [DownwardAPIVolumeFile] = []

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("items", &items)
  }
}

/// Keys of a config map in a projected volume.
package struct ConfigMapProjection: APIStruct {
  package var name: String = ""
  package var items: [KeyToPath] = []
  package var optional: Bool?

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.field("items", &items)
    fields.field("optional", &optional)
  }
}

/// A service account's token in a projected volume.
package struct ServiceAccountTokenProjection: APIStruct {
  package var audience: String = ""
  package var expirationSeconds: Int64?
  package var path: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("audience", &audience)
    fields.field("expirationSeconds", &expirationSeconds)
    fields.required("path", &path)
  }
}

/// Trusted certificates in a projected volume.
package struct ClusterTrustBundleProjection: APIStruct {
  package var name: String?
  package var signerName: String?
  package var labelSelector: LabelSelector?
  package var optional: Bool?
  package var path: String = ""

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("name", &name)
    fields.field("signerName", &signerName)
    fields.field("labelSelector", &labelSelector)
    fields.field("optional", &optional)
    fields.required("path", &path)
  }
}

/// A certificate for the pod in a projected volume.
package struct PodCertificateProjection: APIStruct {
  package var signerName: String = ""
  package var keyType: String = ""
  package var maxExpirationSeconds: Int32?
  package var credentialBundlePath: String = ""
  package var keyPath: String = ""
  package var certificateChainPath: String = ""
  package var userAnnotations: [String: String] = [:]

  package init() {}

  package mutating func visit(_ fields: inout some FieldVisitor) {
    fields.field("signerName", &signerName)
    fields.field("keyType", &keyType)
    fields.field("maxExpirationSeconds", &maxExpirationSeconds)
    fields.field("credentialBundlePath", &credentialBundlePath)
    fields.field("keyPath", &keyPath)
    fields.field("certificateChainPath", &certificateChainPath)
    fields.field("userAnnotations", &userAnnotations)
  }
}
