import Glibc

/// What an input may cost; a process that takes more is ended by the system.
enum Limits {
  /// Address space of one process, in bytes.
  static let memory: rlim_t = 4 << 30

  /// Ends this process when it asks for more memory than one input can be worth.
  static func boundMemory() {
    var limit = rlimit(rlim_cur: memory, rlim_max: memory)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
  }

  /// Ends this process by SIGPROF unless this is called again within so many seconds of processor time.
  static func boundTime(seconds: Int) {
    var timer = itimerval()
    timer.it_value.tv_sec = seconds
    _ = unsafe setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
  }
}
