extension ContainerStateTerminated {
  /// What stands for an exit code where a dump shows that a container ended and not how; no program can return it.
  package static let unknownExitCode: Int32 = -1

  /// Whether the dump tells how the program ended.
  package var isExitCodeKnown: Bool { exitCode != Self.unknownExitCode }
}
