/// Which cells of a table of people may be shown: fewer than five could point at somebody.
enum SmallCells {
  /// The lowest count that is shown.
  static let limit: Int64 = 5

  /// What becomes of a cell.
  enum Cell { case shown, small, hidden }

  /// The cells of a table that also shows its total.
  ///
  /// Small cells whose sum leaves hardly a choice could be had by subtraction; so the next
  /// smallest goes with them.
  static func cells(_ counts: [Int64]) -> [Cell] {
    var cells = counts.map { $0 > 0 && $0 < limit ? Cell.small : .shown }
    guard isTight(counts.filter { $0 > 0 && $0 < limit }) else { return cells }
    let next = counts.indices.filter { counts[$0] >= limit }.min { counts[$0] < counts[$1] }
    if let next { cells[next] = .hidden }
    return cells
  }

  /// Whether the sum of small cells tells them: one cell, or nearly all one, or nearly all four.
  private static func isTight(_ small: [Int64]) -> Bool {
    guard small.count > 1 else { return small.count == 1 }
    let (cells, sum) = (Int64(small.count), small.reduce(0, +))
    return sum - cells < 2 || cells * (limit - 1) - sum < 2
  }
}
