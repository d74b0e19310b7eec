/// Words the headers a file was found to have; what may be a person's data is not repeated.
enum FoundHeaders {
  /// The headers, or that the first line is none.
  static func words(_ cells: [String]) -> String {
    guard areHeaders(cells) else {
      return "found no header line: its place is taken by data (\(cells.count) cells)"
    }
    return "found the headers: \(cells.joined(separator: ", "))"
  }

  /// Whether all of them may be headers.
  static func areHeaders(_ cells: [String]) -> Bool { cells.allSatisfy(isHeader) }

  /// Whether a cell may head a column: text one can print, without a number, a date or an amount.
  private static func isHeader(_ cell: String) -> Bool {
    cell.utf8.count { (0x30...0x39).contains($0) } < 5
      && cell.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control && $0 != "\u{FFFD}"
      }
  }
}
