extension LogFileName {
  /// What the place of a log in a bundle tells.
  init(
    namespace: String, pod: String, container: String, run: ContainerLog.Run = .current
  ) {
    self.namespace = namespace
    self.pod = pod
    self.container = container
    self.run = run
    parts = [namespace, pod, container]
  }
}
