internal import Domain

/// Finds the header among a table's first rows, by the spellings that are known.
struct HeaderSearch {
  /// A header that was found.
  struct Found {
    /// The rows it takes, by their place among those searched: two where it has two lines.
    var rows: Range<Int>
    /// What each column is called.
    let names: [String]
    /// The cells of each of its rows.
    let lines: [[String]]
    /// What kind of input its columns are those of.
    let kind: InputKind
    /// Which cell holds which column.
    let columns: ColumnMap
    /// How many columns are known.
    let matches: Int

    /// Whether it has all that a file of its kind must have.
    var isComplete: Bool {
      let has = { (column: Column) in columns[column] != nil }
      return kind.required.allSatisfy(has)
        && (kind.oneOf.isEmpty || kind.oneOf.contains(where: has))
    }
  }

  private let aliases: [(kind: InputKind, known: HeaderAliases)]
  private let stated: [Column: String]

  /// A search for the header of one kind, or of any; stated spellings come before all others.
  init(kind: InputKind?, stated: [Column: String] = [:]) {
    aliases = (kind.map { [$0] } ?? InputKind.allCases).map {
      ($0, HeaderAliases(kind: $0, stated: stated))
    }
    self.stated = stated
  }

  /// The header with the most known columns, at least two; the first of those.
  func header(in rows: [[String]]) -> Found? {
    var best: Found?
    for place in rows.indices {
      // What stands below a header is data, whatever heads the rows behind it.
      if best != nil, Self.saysWhose(rows[place]) { break }
      let isPossible = rows[place].count { HeaderAliases.isKnown($0) } > 1 || !stated.isEmpty
      let next = place + 1 < rows.count ? rows[place + 1] : []
      let isDouble = Self.mayContinue(next)
      guard isPossible || isDouble else { continue }
      for (kind, known) in aliases {
        var found = self.found(rows[place..<place + 1], rows[place], kind, known, place)
        if isDouble {
          let names = Self.merged(rows[place], next, known)
          let double = self.found(rows[place..<place + 2], names, kind, known, place)
          let below = self.found(rows[place + 1..<place + 2], next, kind, known, place)
          if double.matches > max(found.matches, below.matches) { found = double }
        }
        if found.matches > 1, rank(found) > best.map(rank) ?? -1 { best = found }
      }
    }
    return best
  }

  /// The header of the first table that has a complete one, else of the first that has any;
  /// `starts` are the rows with which tables begin.
  func header(in rows: [[String]], tables starts: ArraySlice<Int>) -> Found? {
    var best: Found?
    let bounds = [0] + starts.filter { 0 < $0 && $0 < rows.count } + [rows.count]
    for (start, end) in zip(bounds, bounds.dropFirst()) {
      guard var found = header(in: Array(rows[start..<end])) else { continue }
      found.rows = found.rows.lowerBound + start..<found.rows.upperBound + start
      if found.isComplete { return found }
      best = best ?? found
    }
    return best
  }

  private func found(
    _ lines: ArraySlice<[String]>, _ names: [String], _ kind: InputKind, _ known: HeaderAliases,
    _ place: Int
  ) -> Found {
    let columns = known.map(names)
    return Found(
      rows: place..<place + lines.count, names: names, lines: Array(lines), kind: kind,
      columns: columns, matches: kind.columns.count { columns[$0] != nil })
  }

  /// Known columns count; a kind all of whose columns are there comes before one that lacks some.
  private func rank(_ found: Found) -> Int {
    found.matches + (found.isComplete ? 100 : 0)
  }

  /// Whether a row holds an identity number: it is no title then.
  static func saysWhose(_ row: [String]) -> Bool {
    row.contains { NIK(parsing: $0.utf8.span).isNumber }
  }

  /// Whether cells are words, each another: a row of data is seldom so.
  static func looksLikeHeader(_ names: [String]) -> Bool {
    names.count > 1 && Set(names).count == names.count
      && names.allSatisfy { name in
        !name.isEmpty && name.utf8.count(where: Bytes.isDigit) * 2 < name.utf8.count
      }
  }

  /// Whether a row may be a header's second line: words alone, and more than one.
  private static func mayContinue(_ row: [String]) -> Bool {
    row.count { !$0.isEmpty } > 1
      && row.allSatisfy { $0.utf8.count(where: Bytes.isDigit) < 3 }
  }

  /// What columns are called whose header has two lines; a merged cell's name counts to its right.
  private static func merged(
    _ upper: [String], _ lower: [String], _ known: HeaderAliases
  ) -> [String] {
    var names: [String] = []
    var last = ""
    for place in 0..<max(upper.count, lower.count) {
      let above = place < upper.count ? upper[place] : ""
      let below = place < lower.count ? lower[place] : ""
      if !above.isEmpty || below.isEmpty { last = above }
      let both = last.isEmpty || below.isEmpty ? last + below : "\(last) \(below)"
      let candidates = below.isEmpty ? [last] : [both, below, last]
      names.append(candidates.first { known.column(of: $0) != nil } ?? both)
    }
    return names
  }
}
