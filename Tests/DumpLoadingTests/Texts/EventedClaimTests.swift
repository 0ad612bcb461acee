import DumpLoading
import KubernetesModel
import Testing

@Suite("Claims that only events tell of")
struct EventedClaimTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var events: String
    /// Each claim as `NAMESPACE/NAME CLASS PROVISIONER`.
    var claims: [String]
  }

  static let cases = [
    Case(
      testDescription: "a class whose provisioner fails",
      events: """
        LAST SEEN   TYPE      REASON               OBJECT                       MESSAGE
        14s         Warning   ProvisioningFailed   persistentvolumeclaim/data   failed to provision volume with StorageClass "gp3": rpc error
        20s         Normal    ExternalProvisioning persistentvolumeclaim/data   Waiting for a volume to be created either by the external provisioner 'ebs.csi.aws.com' or manually
        """,
      claims: ["default/data gp3 ebs.csi.aws.com"]),
    Case(
      testDescription: "a class that is not there",
      events: """
        LAST SEEN   TYPE      REASON               OBJECT                       MESSAGE
        14s         Warning   ProvisioningFailed   persistentvolumeclaim/data   storageclass.storage.k8s.io "fast" not found
        """,
      claims: ["default/data fast "]),
    Case(
      testDescription: "no class at all",
      events: """
        LAST SEEN   TYPE     REASON          OBJECT                       MESSAGE
        14s         Normal   FailedBinding   persistentvolumeclaim/data   no persistent volumes available for this claim and no storage class is set
        """,
      claims: ["default/data  "]),
    Case(
      testDescription: "a volume that came after the failure",
      events: """
        LAST SEEN   TYPE      REASON                  OBJECT                       MESSAGE
        4m          Warning   ProvisioningFailed      persistentvolumeclaim/data   failed to provision volume with StorageClass "gp3": rpc error
        1m          Normal    ProvisioningSucceeded   persistentvolumeclaim/data   Successfully provisioned volume pvc-1
        """,
      claims: []),
    Case(
      testDescription: "a failure that was not told again for long",
      events: """
        LAST SEEN   TYPE      REASON               OBJECT                       MESSAGE
        40m         Warning   ProvisioningFailed   persistentvolumeclaim/data   failed to provision volume with StorageClass "gp3": rpc error
        1m          Normal    Scheduled            pod/web                      Successfully assigned default/web to a
        """,
      claims: []),
    Case(
      testDescription: "a claim that waits for its first pod",
      events: """
        LAST SEEN   TYPE     REASON                 OBJECT                       MESSAGE
        14s         Normal   WaitForFirstConsumer   persistentvolumeclaim/data   waiting for first consumer to be created before binding
        """,
      claims: []),
    Case(
      testDescription: "claims that a table lists",
      events: """
        $ kubectl get pvc
        NAME    STATUS   VOLUME   CAPACITY   ACCESS MODES   STORAGECLASS   AGE
        other   Bound    pv-1     1Gi        RWO            gp3            1d
        $ kubectl get events
        LAST SEEN   TYPE      REASON               OBJECT                       MESSAGE
        14s         Warning   ProvisioningFailed   persistentvolumeclaim/data   failed to provision volume with StorageClass "gp3": rpc error
        """,
      claims: ["default/other gp3 "]),
  ]

  @Test("are there where their newest events tell of a failure", arguments: cases)
  func claims(_ example: Case) {
    let claims = LoadedText(example.events).dump.snapshot.persistentVolumeClaims.map { claim in
      let provisioner = claim.metadata.annotations["volume.kubernetes.io/storage-provisioner"] ?? ""
      let name = "\(claim.metadata.namespace)/\(claim.metadata.name)"
      return "\(name) \(claim.spec.storageClassName ?? "") \(provisioner)"
    }
    #expect(claims == example.claims)
  }
}
