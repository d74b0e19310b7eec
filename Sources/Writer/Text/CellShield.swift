internal import Domain

/// Keeps spreadsheets from taking a text of an input for a formula.
///
/// `=cmd|...` in a claim's number would run when an officer opens the table. Such a text gets an
/// apostrophe in front, numbers stay as they are; JSON has every text as it was sent.
public enum CellShield {
  /// Whether a cell's text needs an apostrophe: a formula's mark first, behind any apostrophes that
  /// are its own, and no number.
  static func isNeeded(_ text: Span<UInt8>) -> Bool {
    guard let first = firstMark(text), isMark(text[first]) else { return false }
    return first > 0 || !isNumber(text)
  }

  /// A cell's text, behind an apostrophe where it needs one.
  public static func put(on cell: String) -> String {
    isNeeded(ContiguousArray(cell.utf8).span) ? "'" + cell : cell
  }

  /// A cell's text as it was sent.
  public static func removed(from cell: String) -> String {
    guard cell.utf8.first == 0x27 else { return cell }
    let rest = ContiguousArray(cell.utf8.dropFirst())
    guard let first = firstMark(rest.span), isMark(rest[first]) else { return cell }
    return String(cell.dropFirst())
  }

  private static func firstMark(_ text: Span<UInt8>) -> Int? {
    for place in 0..<text.count where text[place] != 0x27 { return place }
    return nil
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3d, 0x2b, 0x2d, 0x40, 0x09, 0x0a, 0x0d: true
    default: false
    }
  }

  /// Whether it is a sign and digits alone.
  private static func isNumber(_ text: Span<UInt8>) -> Bool {
    guard text.count > 1, text[0] == 0x2b || text[0] == 0x2d else { return false }
    for place in 1..<text.count where !Bytes.isDigit(text[place]) { return false }
    return true
  }
}
