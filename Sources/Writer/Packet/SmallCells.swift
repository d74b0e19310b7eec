/// Which cells of a table of people may be shown: fewer than five could point at somebody.
enum SmallCells {
  /// The lowest count that is shown.
  static let limit: Int64 = 5

  /// What becomes of a cell.
  enum Cell { case shown, small, hidden }

  /// The cells of a table that also shows its total.
  ///
  /// A single small cell could be had by subtraction; so the next smallest goes with it.
  static func cells(_ counts: [Int64]) -> [Cell] {
    var cells = counts.map { $0 > 0 && $0 < limit ? Cell.small : .shown }
    guard cells.filter({ $0 == .small }).count == 1 else { return cells }
    let next = counts.indices.filter { counts[$0] >= limit }.min { counts[$0] < counts[$1] }
    if let next { cells[next] = .hidden }
    return cells
  }
}
