internal import Dispatch
internal import Glibc
internal import Synchronization

extension RunOptions {
  /// How many threads work: as stated, else as many as there are processors.
  var workers: Int { threads ?? Parallel.processors }
}

/// Work that is split among threads and whose results come back in order.
enum Parallel {
  /// As many threads as there are processors at hand.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// What `body` gives for each place from 0, with at most so many threads at a time.
  ///
  /// The results do not depend on the threads; of several errors the first place's is thrown.
  static func map<T: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) throws -> T
  ) throws -> [T] {
    guard threads > 1, count > 1 else { return try (0..<count).map(body) }
    let next = Atomic(0)
    let results = Mutex([Result<T, any Error>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < count else { return }
        let result = Result { try body(place) }
        results.withLock { $0[place] = result }
      }
    }
    return try results.withLock { try $0.compactMap { try $0?.get() } }
  }
}
