import CMalloc
import Glibc

/// What the process sets before it touches any data.
enum Surroundings {
  /// No crash report that prints memory, no core, no file that others can read.
  static func harden() {
    for fatal in [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV] { signal(fatal, SIG_DFL) }
    // A closed pipe and a full file are reported by the call that meets them.
    for reported in [SIGPIPE, SIGXFSZ] { signal(reported, SIG_IGN) }
    umask(0o077)
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    // A list that grows out of a large block gives it back at once. The library's own limit moves
    // up with every block that is freed, and keeps them.
    mallopt(M_MMAP_THRESHOLD, 512 << 10)
  }
}
