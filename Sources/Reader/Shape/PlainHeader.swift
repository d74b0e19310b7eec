internal import Domain

/// Finds the header of a table none of whose columns is known, by the width of the rows below it.
enum PlainHeader {
  /// The header's place among a table's first rows, of which those that cannot be split are empty.
  ///
  /// The first row, but what heads the table: narrow or padded lines above rows of one width. A
  /// header that is narrower than a few ragged rows is none of those.
  static func place(in rows: [[String]]) -> Int {
    let widths = Dictionary(rows.map { ($0.count, 1) }, uniquingKeysWith: +)
    guard
      let most = widths.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      most.key > 1, most.value > 1,
      let place = rows.firstIndex(where: { $0.count == most.key && filled($0) > 1 }), place > 0
    else { return 0 }
    let below = rows[place...]
    let isTable = below.count { $0.count == most.key } * 3 >= below.count * 2
    let isHeaded = rows[..<place].allSatisfy { isTitle($0, above: rows[place]) }
    return isTable && isHeaded ? place : 0
  }

  private static func filled(_ row: [String]) -> Int { row.count { !$0.isEmpty } }

  private static func isTitle(_ row: [String], above header: [String]) -> Bool {
    guard let first = row.first(where: { !$0.isEmpty }) else { return !row.isEmpty }
    if first.utf8.first == 0x23 { return filled(row) * 2 <= header.count || filled(row) == 1 }
    let isPhrase = row.contains { $0.contains(" ") || $0.contains(":") }
    let hasWords = header.contains { $0.utf8.contains(where: Bytes.isLetter) }
    if filled(row) == 1 { return isPhrase && hasWords || HeaderSearch.looksLikeHeader(header) }
    return filled(row) * 2 <= header.count && isPhrase && HeaderSearch.looksLikeHeader(header)
  }
}
