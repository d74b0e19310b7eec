/// What a cell is, as a workbook says; text files have text alone.
public enum CellKind: UInt8, Sendable {
  case text, number, date, boolean, error
}

/// A row that was left out on purpose, and why.
public struct SkippedRow: Sendable {
  /// What kind of row it is; the raw value is the word in outputs.
  public enum Kind: String, CaseIterable, Sendable {
    case title, blank, total, subtotal
    case repeatedHeader = "repeated-header"
    case signature
  }

  /// What kind.
  public let kind: Kind
  /// The row, its cells among the batch's fields: a totals row is a control total.
  public let row: RecordBatch.Row

  /// A row left out.
  public init(_ kind: Kind, _ row: RecordBatch.Row) { (self.kind, self.row) = (kind, row) }
}
