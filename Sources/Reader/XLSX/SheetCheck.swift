internal import Domain

/// Looks through a sheet for what makes it unusable, before any of its rows is given.
final class SheetCheck: MarkupHandler {
  private var (row, cell, reference): (MarkupName?, MarkupName?, MarkupName?)
  private var column = -1
  private var size = 0
  /// The last column of the row with a text, and how many cells the rows before it need.
  private var widest = -1
  private var cells = 0

  override func learn(_ names: MarkupNames) {
    (row, cell, reference) = (names["row"], names["c"], names["r"])
  }

  override func open(_ name: MarkupName, _ attributes: MarkupAttributes) {
    if name == cell {
      size = 0
      column = attributes.value(of: reference).flatMap(SheetScan.column) ?? column + 1
      if column >= Limits.sheetColumns {
        stop(.refused(.tooLarge, "a sheet has more than \(Limits.sheetColumns) columns"))
      }
    } else if name == row {
      cells += widest + 1
      (column, widest) = (-1, -1)
      if cells > Limits.sheetCells {
        stop(.refused(.tooLarge, "a sheet has more than \(Limits.sheetCells) cells"))
      }
      let number = attributes.value(of: reference).flatMap(SheetScan.row) ?? 0
      if number > Limits.sheetRows { stop(SheetScan.tooManyRows) }
    }
  }

  override func text(_ text: UnsafeBufferPointer<UInt8>) {
    size += text.count
    widest = max(widest, column)
    guard size > Limits.cellText else { return }
    stop(.refused(.tooLarge, "a cell of more than \(Limits.cellText) bytes"))
  }

  override func close(_ name: MarkupName) { if name != cell { size = 0 } }
}
