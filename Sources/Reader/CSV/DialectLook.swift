internal import Domain

/// Which byte stands around cells: `'` only where cells are closed by it and none by `"`.
struct QuoteLook {
  private var singles = 0
  private var doubles = 0
  private var open = 0

  /// Looks at a text's first bytes.
  init(_ text: ArraySlice<UInt8>) {
    var start = text.startIndex
    for place in text.indices where Self.endsCell(text[place]) {
      look(at: text[start..<place])
      start = place + 1
    }
    look(at: text[start...])
  }

  /// The quote.
  var quote: UInt8 {
    // An apostrophe in front of a number is what spreadsheets leave; it is never closed.
    singles > 0 && doubles == 0 && singles > open ? 0x27 : 0x22
  }

  private static func endsCell(_ byte: UInt8) -> Bool {
    byte == 0x0a || byte == 0x0d || SeparatorLook.candidates.contains(byte)
  }

  private mutating func look(at cell: ArraySlice<UInt8>) {
    guard cell.count > 1 else { return }
    if cell.first == 0x22 || cell.last == 0x22 { doubles += 1 }
    guard cell.first == 0x27 else { return }
    if cell.last == 0x27 { singles += 1 } else { open += 1 }
  }
}

/// Which byte stands between cells: the one that cuts the first rows alike, and a known header.
struct SeparatorLook {
  static let candidates: [UInt8] = [0x2c, 0x3b, 0x09, 0x7c]

  let text: ContiguousArray<UInt8>.SubSequence
  let start: Int
  let dialect: CSVDialect
  let width: Int?

  /// The separator; a comma where there is none.
  func best() -> UInt8 {
    var best = (score: -1, separator: Self.candidates[0])
    for separator in Self.candidates where text[start...].contains(separator) {
      let score = self.score(separator)
      if score > best.score { best = (score, separator) }
    }
    return best.separator
  }

  private func score(_ separator: UInt8) -> Int {
    var dialect = dialect
    dialect.separator = separator
    let splitter = RowSplitter(dialect)
    let bytes = ContiguousArray(text)
    var (place, counts, known, rows) = (start, [Int: Int](), 0, 0)
    while place < bytes.count, rows < Limits.headerRows {
      let row = splitter.row(bytes.span, from: place)
      place = row.next
      // The last row may be cut.
      guard !row.isBlank, place < bytes.count || rows == 0 || text.count < Limits.look else {
        continue
      }
      rows += 1
      if row.isSound { counts[row.cells.count, default: 0] += 1 }
      let names = row.cells.count { cell in
        cell.count < 64 && HeaderAliases.isKnown(String(decoding: cell, as: UTF8.self))
      }
      if names > 1 { known = max(known, names) }
    }
    if let width { return (counts[width] ?? 0) * 1_000 + min(counts.keys.max() ?? 0, 99) }
    // Rows alike count first, then how many cells they have; known names count most of all.
    let alike = counts.filter { $0.key > 1 }.map { ($0.value, $0.key) }.max { $0 < $1 } ?? (0, 0)
    let share = rows > 0 ? alike.0 * 100 / rows : 0
    return known * 1_000_000 + share * 1_000 + min(alike.1, 999)
  }
}
