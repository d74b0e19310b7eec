internal import Domain

/// Keeps spreadsheets from taking a text of an input for a formula.
///
/// `=cmd|...` in a claim's number would run when an officer opens the table. Such a text gets an
/// apostrophe in front, numbers stay as they are; JSON has every text as it was sent.
public enum CellShield {
  /// Whether a cell's text needs an apostrophe: a formula's mark stands first, behind any
  /// apostrophes that are its own.
  ///
  /// A key like `-12/A` calls nothing and stays as it is.
  static func isNeeded(_ text: Span<UInt8>) -> Bool {
    guard let first = firstMark(text) else { return false }
    switch text[first] {
    case 0x3d, 0x40, 0x09, 0x0a, 0x0d: return true
    case 0x2b, 0x2d: return calls(text.extracting((first + 1)...))
    default: return false
    }
  }

  /// A cell's text, behind an apostrophe where it needs one.
  public static func put(on cell: String) -> String {
    isNeeded(ContiguousArray(cell.utf8).span) ? "'" + cell : cell
  }

  /// A cell's text as it was sent.
  public static func removed(from cell: String) -> String {
    guard cell.utf8.first == 0x27 else { return cell }
    return isNeeded(ContiguousArray(cell.utf8.dropFirst()).span) ? String(cell.dropFirst()) : cell
  }

  private static func firstMark(_ text: Span<UInt8>) -> Int? {
    for place in 0..<text.count where text[place] != 0x27 { return place }
    return nil
  }

  /// Whether what stands behind a sign can call something or be worked out: `(`, `!`, `|`, `=`,
  /// `*`, `+` or a quote.
  private static func calls(_ text: Span<UInt8>) -> Bool {
    for place in 0..<text.count {
      switch text[place] {
      case 0x28, 0x21, 0x7c, 0x3d, 0x22, 0x27, 0x2a, 0x2b: return true
      default: continue
      }
    }
    return false
  }
}
