/// Which cells of a table of people may be shown: fewer than five could point at somebody.
enum SmallCells {
  /// The lowest count that is shown.
  static let limit: Int64 = 5

  /// What becomes of a cell.
  enum Cell { case shown, small, hidden }

  /// The cells of a table that also shows its total.
  ///
  /// What is not shown adds up to a known sum. Where that leaves hardly a choice for the small
  /// cells, the next smallest are hidden with them.
  static func cells(_ counts: [Int64]) -> [Cell] {
    var cells = counts.map { $0 > 0 && $0 < limit ? Cell.small : .shown }
    while isTight(counts, cells) {
      let next = counts.indices.filter { cells[$0] == .shown && counts[$0] >= limit }
        .min { counts[$0] < counts[$1] }
      guard let next else { break }
      cells[next] = .hidden
    }
    return cells
  }

  /// Whether the total tells the small cells: one cell, or nearly all one, or nearly all four.
  ///
  /// A reader knows that hidden cells have at least five, and none more than a cell that is shown.
  static func isTight(_ counts: [Int64], _ cells: [Cell]) -> Bool {
    let small = zip(counts, cells).filter { $0.1 == .small }.map(\.0)
    guard !small.isEmpty else { return false }
    let hidden = zip(counts, cells).filter { $0.1 == .hidden }.map(\.0)
    let leastShown = zip(counts, cells).filter { $0.1 == .shown && $0.0 >= limit }.map(\.0).min()
    let sum = (small + hidden).reduce(0, +)
    let (ones, fours) = (Int64(small.count), Int64(small.count) * (limit - 1))
    let most = min(fours, sum - Int64(hidden.count) * limit)
    var least = hidden.isEmpty ? sum : ones
    if let leastShown { least = max(least, sum - Int64(hidden.count) * leastShown) }
    return small.count == 1 ? most <= least : most - ones < 2 || fours - least < 2
  }
}
