/// Damerau distance: digits or letters changed, lost, added, or two neighbours exchanged.
enum Damerau {
  /// Whether two texts are at most so far apart; both are looked at only between what is equal.
  static func isNear(_ a: Span<UInt8>, _ b: Span<UInt8>, limit: Int) -> Bool {
    guard abs(a.count - b.count) <= limit else { return false }
    var (start, aEnd, bEnd) = (0, a.count, b.count)
    while start < min(aEnd, bEnd), a[start] == b[start] { start += 1 }
    while aEnd > start, bEnd > start, a[aEnd - 1] == b[bEnd - 1] {
      (aEnd, bEnd) = (aEnd - 1, bEnd - 1)
    }
    let (n, m) = (aEnd - start, bEnd - start)
    if max(n, m) <= limit { return true }
    if limit == 1 {
      return n == 2 && m == 2 && a[start] == b[start + 1] && a[start + 1] == b[start]
    }
    return distance(a.extracting(start..<aEnd), b.extracting(start..<bEnd), limit) <= limit
  }

  /// The distance, or some number beyond the limit; three rows of a table, near its diagonal.
  private static func distance(_ a: Span<UInt8>, _ b: Span<UInt8>, _ limit: Int) -> Int {
    let (n, m, far) = (a.count, b.count, limit + 1)
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * (m + 1)) { cells in
      cells.initialize(repeating: far)
      for j in 0...m { cells[j] = min(j, far) }
      for i in 1...max(1, n) where i <= n {
        let (row, above, twoAbove) = (i % 3 * (m + 1), (i + 2) % 3 * (m + 1), (i + 1) % 3 * (m + 1))
        for j in 0...m { cells[row + j] = far }
        if i <= limit { cells[row] = i }
        var least = cells[row]
        let last = min(m, i + limit)
        for j in max(1, i - limit)...max(1, last) where j <= last {
          let change = a[i - 1] == b[j - 1] ? 0 : 1
          var cost = min(
            cells[above + j - 1] + change, cells[above + j] + 1, cells[row + j - 1] + 1)
          if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
            cost = min(cost, cells[twoAbove + j - 2] + 1)
          }
          cells[row + j] = cost
          least = min(least, cost)
        }
        if least > limit { return far }
      }
      return cells[n % 3 * (m + 1) + m]
    }
  }
}
