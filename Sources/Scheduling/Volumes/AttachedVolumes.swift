/// The CSI volumes that the pods on one node use, each counted once however many pods use it.
struct AttachedVolumes: Sendable {
  private var users: [String: Int] = [:]
  /// How many volumes each driver attaches.
  private(set) var perDriver: [String: Int] = [:]
  /// What is wrong with the volumes of pods that are here, by pod; kube-scheduler then fails.
  private var complaints: [String: Rejection] = [:]

  func contains(_ volume: String) -> Bool { users[volume] != nil }

  /// The first complaint by pod.
  var complaint: Rejection? { complaints.min { $0.key < $1.key }?.value }

  mutating func add(_ volumes: AttachableVolumes) {
    for (volume, driver) in volumes.drivers {
      users[volume, default: 0] += 1
      if users[volume] == 1 { perDriver[driver, default: 0] += 1 }
    }
  }

  mutating func remove(_ volumes: AttachableVolumes) {
    for (volume, driver) in volumes.drivers {
      guard let count = users[volume] else { continue }
      users[volume] = count == 1 ? nil : count - 1
      if count == 1 { perDriver[driver, default: 1] -= 1 }
    }
  }

  mutating func complain(_ rejection: Rejection?, about pod: String) {
    complaints[pod] = rejection
  }
}
