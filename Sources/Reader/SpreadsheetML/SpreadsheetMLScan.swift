internal import Domain

/// The sheets of a SpreadsheetML 2003 document while it is parsed.
final class SpreadsheetMLScan: MarkupHandler {
  /// The names of the sheets met so far.
  private(set) var sheets: [String] = []
  /// The rows found, sheet by sheet.
  private(set) var found: [(sheet: Int, buffer: RowBuffer)] = []
  /// How many of the rows are hidden.
  private(set) var hiddenRows = 0

  private let wanted: String?
  private let keepsFaulty: Bool
  private var buffer = RowBuffer()
  private var names = Names()
  private var (rowNumber, column, across) = (0, -1, 0)
  private var (isWanted, isInRow, isInCell, hasFormula) = (false, false, false, false)
  private var (isCollecting, asideDepth) = (false, 0)
  private var type = ""
  /// How many rows behind the one at hand are like it and left out.
  private var span = 0
  private var value: ContiguousArray<UInt8> = []

  private struct Names {
    var (sheet, row, cell, data): (MarkupName?, MarkupName?, MarkupName?, MarkupName?)
    var (comment, phonetic, name, index): (MarkupName?, MarkupName?, MarkupName?, MarkupName?)
    var (across, type, formula, hidden): (MarkupName?, MarkupName?, MarkupName?, MarkupName?)
    var span: MarkupName?
  }

  /// A scan of all sheets, or of the one of a name.
  init(sheet: String?, keepsFaulty: Bool = false) {
    (wanted, self.keepsFaulty) = (sheet?.lowercased(), keepsFaulty)
    buffer.keepsFaulty = keepsFaulty
  }

  override func learn(_ found: MarkupNames) {
    (names.sheet, names.row, names.cell) = (found["Worksheet"], found["Row"], found["Cell"])
    (names.data, names.comment) = (found["Data"], found["Comment"])
    (names.phonetic, names.name) = (found["PhoneticText"], found["Name"])
    names.index = found["Index"]
    (names.across, names.type) = (found["MergeAcross"], found["Type"])
    (names.formula, names.hidden, names.span) = (found["Formula"], found["Hidden"], found["Span"])
  }

  override func open(_ name: MarkupName, _ attributes: MarkupAttributes) {
    if name == names.sheet {
      openSheet(attributes)
    } else if !isWanted {
      return
    } else if name == names.row {
      openRow(attributes)
    } else if name == names.cell, isInRow {
      openCell(attributes)
    } else if name == names.comment || name == names.phonetic {
      asideDepth += 1
    } else if name == names.data, isInCell, asideDepth == 0 {
      type = attributes.text(of: names.type) ?? "String"
      isCollecting = true
    }
  }

  private func openSheet(_ attributes: MarkupAttributes) {
    endSheet()
    guard sheets.count < Limits.relations else {
      return stop(.refused(.tooLarge, "the workbook has too many sheets"))
    }
    sheets.append(attributes.text(of: names.name) ?? "")
    isWanted = wanted.map { sheets.last?.lowercased() == $0 } ?? true
    (rowNumber, isInRow, isInCell, asideDepth) = (0, false, false, 0)
  }

  private func openRow(_ attributes: MarkupAttributes) {
    (isInRow, column, across) = (true, -1, 0)
    rowNumber = number(names.index, attributes) ?? rowNumber + 1
    if attributes.value(of: names.hidden)?.first == 0x31 { hiddenRows += 1 }
    span = number(names.span, attributes) ?? 0
    guard rowNumber > 0, rowNumber + span <= Limits.sheetRows else {
      return stop(.tooLarge(line: line, what: "a sheet of more than \(Limits.sheetRows) rows"))
    }
  }

  /// The number that an attribute states; nil where there is none.
  private func number(_ name: MarkupName?, _ attributes: MarkupAttributes) -> Int? {
    guard let text = attributes.value(of: name) else { return nil }
    if let number = SheetScan.whole(text) { return number }
    // What has too many digits is too large for any use of it.
    if text.count > 0, text.allSatisfy(Bytes.isDigit) { return Limits.sheetRows + 1 }
    stop(
      .malformedXML(line: line, column: 1, message: "the number of a row or cell is none"))
    return nil
  }

  private func openCell(_ attributes: MarkupAttributes) {
    let next = column + 1 + across
    column = number(names.index, attributes).map { $0 - 1 } ?? next
    across = number(names.across, attributes) ?? 0
    hasFormula = attributes.value(of: names.formula) != nil
    isInCell = true
    value.removeAll(keepingCapacity: true)
    guard column >= 0, column + across < Limits.sheetColumns else {
      column = 0
      return stop(
        .tooLarge(line: line, what: "a sheet of more than \(Limits.sheetColumns) columns"))
    }
  }

  override func close(_ name: MarkupName) {
    guard isWanted else { return }
    if name == names.data, asideDepth == 0 {
      isCollecting = false
    } else if name == names.cell, isInCell {
      isInCell = false
      endCell()
    } else if name == names.row, isInRow {
      isInRow = false
      buffer.endRow(line: rowNumber)
      rowNumber += span
    } else if name == names.comment || name == names.phonetic {
      asideDepth -= 1
    }
  }

  override func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard isCollecting, asideDepth == 0 else { return }
    guard value.count + text.count <= Limits.cellText else {
      return stop(.refused(.tooLarge, "a cell of more than \(Limits.cellText) bytes"))
    }
    value.append(contentsOf: text)
  }

  private func endCell() {
    guard !value.isEmpty else {
      if hasFormula, type != "String" { buffer.fail(.missingResult, column) }
      return
    }
    guard buffer.text.count + value.count <= Limits.sheetRow else {
      return stop(.refused(.tooLarge, "a row of more than \(Limits.sheetRow) bytes"))
    }
    let start = buffer.text.count
    var kind = CellKind.text
    var isRead = true
    switch type {
    case "Number":
      kind = .number
      isRead = CellText.add(number: value, to: &buffer.text)
    case "DateTime":
      kind = .date
      isRead = CellText.add(iso: value, to: &buffer.text)
    case "Boolean":
      kind = .boolean
      let isTrue = value[0] == 0x31 || Bytes.lower(value[0]) == 0x74
      buffer.text.append(contentsOf: isTrue ? "TRUE".utf8 : "FALSE".utf8)
    default:
      kind = type == "Error" ? .error : .text
      buffer.text.append(contentsOf: value)
    }
    guard isRead else { return buffer.fail(.unreadableValue, column, value) }
    buffer.endCell(column, from: start, kind)
  }

  /// How many rows of the sheet at hand were found and not yet handed on.
  var rowsAtHand: Int { buffer.rows.count }

  /// Hands on the rows of the first sheet that has any.
  func give(to batch: inout RecordBatch) {
    batch.sheet = found.first?.sheet ?? max(0, sheets.count - 1)
    if found.isEmpty {
      buffer.give(to: &batch)
    } else {
      found[0].buffer.give(to: &batch)
      found.removeFirst()
    }
  }

  /// Puts the rows found so far behind those of other sheets.
  private func endSheet() {
    guard !buffer.isEmpty else { return }
    found.append((sheets.count - 1, buffer))
    buffer = RowBuffer()
    buffer.keepsFaulty = keepsFaulty
  }
}
