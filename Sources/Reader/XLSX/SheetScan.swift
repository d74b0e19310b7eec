internal import Domain

/// What the cells of a workbook's sheets refer to.
struct WorkbookTables {
  /// The shared strings.
  let strings: SharedStrings
  /// What each style makes of a number.
  let forms: ContiguousArray<NumberForm>
  /// Whether days are counted from 1904.
  let is1904: Bool
}

/// The rows of one sheet while it is parsed.
struct SheetScan {
  /// The rows found.
  var buffer = RowBuffer()
  /// How many of the rows are hidden.
  private(set) var hiddenRows = 0
  /// Why the sheet cannot be read on.
  private(set) var failure: ReadError?

  private let tables: WorkbookTables
  private var names = Names()

  private var line = 0
  private var column = -1
  private var type = CellType.number
  private var style = 0
  private var (hasValue, hasFormula, hasInline) = (false, false, false)
  private var (isInRow, isInCell) = (false, false)
  private var (isCollecting, isPhonetic) = (false, false)
  private var value: ContiguousArray<UInt8> = []

  /// What a cell's value is, by its `t` attribute.
  private enum CellType {
    case number, shared, string, inline, boolean, error, date
  }

  /// The addresses of the names that are looked for.
  struct Names {
    var (row, cell, value, formula): (MarkupName?, MarkupName?, MarkupName?, MarkupName?)
    var (text, phonetic, reference): (MarkupName?, MarkupName?, MarkupName?)
    var (type, style, hidden, inline): (MarkupName?, MarkupName?, MarkupName?, MarkupName?)

    init() {}

    init(_ names: MarkupNames) {
      (row, cell, value, formula) = (names["row"], names["c"], names["v"], names["f"])
      (text, phonetic, reference) = (names["t"], names["rPh"], names["r"])
      (type, style, hidden, inline) = (names["t"], names["s"], names["hidden"], names["is"])
    }
  }

  /// A scan of a sheet.
  init(_ tables: WorkbookTables) { self.tables = tables }

  /// Makes ready for a sheet.
  mutating func learn(_ names: MarkupNames) {
    self.names = Names(names)
    (line, isInRow) = (0, false)
  }

  /// An element starts.
  mutating func open(_ name: MarkupName, _ attributes: MarkupAttributes) {
    if isInCell {
      if name == names.value {
        (isCollecting, hasValue) = (!hasInline, true)
      } else if name == names.formula {
        hasFormula = true
      } else if name == names.phonetic {
        isPhonetic = true
      } else if name == names.text, type == .inline, !isPhonetic {
        isCollecting = true
      } else if name == names.inline, type == .inline {
        // A text that is inline counts, whatever value stands beside it.
        hasInline = true
        value.removeAll(keepingCapacity: true)
      }
    } else if name == names.cell, isInRow {
      openCell(attributes)
    } else if name == names.row {
      openRow(attributes)
    }
  }

  private mutating func openRow(_ attributes: MarkupAttributes) {
    isInRow = true
    column = -1
    line += 1
    for place in 0..<attributes.count {
      if attributes.name(place) == names.reference {
        line = Self.row(attributes.value(place)) ?? line
      } else if attributes.name(place) == names.hidden {
        let value = attributes.value(place)
        if value.first == 0x31 || value.first == 0x74 { hiddenRows += 1 }
      }
    }
    if line > Limits.sheetRows {
      failure = Self.tooManyRows
    }
  }

  private mutating func openCell(_ attributes: MarkupAttributes) {
    column += 1
    (type, style, hasValue, hasFormula, hasInline) = (.number, 0, false, false, false)
    (isInCell, isCollecting, isPhonetic) = (true, false, false)
    value.removeAll(keepingCapacity: true)
    for place in 0..<attributes.count {
      let name = attributes.name(place)
      if name == names.reference {
        column = Self.column(attributes.value(place)) ?? column
      } else if name == names.type {
        type = Self.type(attributes.value(place))
      } else if name == names.style {
        style = Self.whole(attributes.value(place)) ?? 0
      }
    }
    if column >= Limits.sheetColumns {
      failure = .refused(.tooLarge, "a sheet has more than \(Limits.sheetColumns) columns")
      column = 0
    }
  }

  /// An element ends.
  mutating func close(_ name: MarkupName) {
    if isInCell {
      if name == names.cell {
        isInCell = false
        endCell()
      } else if name == names.value {
        isCollecting = false
      } else if name == names.text {
        isCollecting = false
      } else if name == names.phonetic {
        isPhonetic = false
      }
    } else if name == names.row, isInRow {
      isInRow = false
      buffer.endRow(line: line)
      if buffer.cellsGiven > Limits.sheetCells {
        failure = .refused(.tooLarge, "a sheet has more than \(Limits.sheetCells) cells")
      }
    }
  }

  /// Some text.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard isCollecting else { return }
    guard value.count + text.count <= Limits.cellText else {
      failure = .refused(.tooLarge, "a cell of more than \(Limits.cellText) bytes")
      return
    }
    value.append(contentsOf: text)
  }
}

extension SheetScan {
  private mutating func endCell() {
    let start = buffer.text.count
    if type == .number || type == .shared { trimBlanks() }
    guard !value.isEmpty else {
      // A formula's empty text is a result as well; no value at all is none.
      if hasFormula, !(hasValue && type == .string) { buffer.fail(.missingResult, column) }
      return
    }
    guard buffer.text.count + value.count <= Limits.sheetRow else {
      failure = .refused(.tooLarge, "a row of more than \(Limits.sheetRow) bytes")
      return
    }
    switch type {
    case .shared: addShared(start)
    case .number: addNumber(start)
    case .string, .inline:
      EscapedText.decode(&value, from: 0)
      buffer.text.append(contentsOf: value)
      buffer.endCell(column, from: start, .text)
    case .error:
      buffer.text.append(contentsOf: value)
      buffer.endCell(column, from: start, .error)
    case .boolean:
      let isTrue = value[0] == 0x31 || Bytes.lower(value[0]) == 0x74
      buffer.text.append(contentsOf: isTrue ? "TRUE".utf8 : "FALSE".utf8)
      buffer.endCell(column, from: start, .boolean)
    case .date:
      guard CellText.add(iso: value, to: &buffer.text) else {
        return buffer.fail(.unreadableValue, column, value)
      }
      buffer.endCell(column, from: start, .date)
    }
  }

  /// Leaves out white space around a number, which means nothing.
  private mutating func trimBlanks() {
    while let last = value.last, last <= 0x20 { value.removeLast() }
    guard let first = value.first, first <= 0x20 else { return }
    value.removeFirst(value.prefix { $0 <= 0x20 }.count)
  }

  private mutating func addShared(_ start: Int) {
    let number = value.withUnsafeBufferPointer { Self.whole($0) }
    guard let number, tables.strings.append(number, to: &buffer.text) else {
      return buffer.fail(.unreadableValue, column)
    }
    buffer.endCell(column, from: start, .text)
  }

  private mutating func addNumber(_ start: Int) {
    let form = style < tables.forms.count && style >= 0 ? tables.forms[style] : .number
    guard form != .number else {
      guard CellText.add(number: value, to: &buffer.text) else {
        return buffer.fail(.unreadableValue, column, value)
      }
      return buffer.endCell(column, from: start, .number)
    }
    guard let number = CellText.value(of: value) else {
      return buffer.fail(.unreadableValue, column, value)
    }
    let isAdded =
      form == .date
      ? CellText.add(serial: number, is1904: tables.is1904, to: &buffer.text)
      : CellText.add(duration: number, to: &buffer.text)
    guard isAdded else { return buffer.fail(.dateOutOfRange, column, value) }
    buffer.endCell(column, from: start, .date)
  }

  /// A number of up to nine digits.
  @inline(__always)
  static func whole(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var value = 0
    guard text.count > 0, text.count < 10 else { return nil }
    for byte in text {
      guard Bytes.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte & 15)
    }
    return value
  }

  /// The number of a row; one of many digits is beyond the last row, whatever it is.
  @inline(__always)
  static func row(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    whole(text) ?? (text.count > 9 ? Limits.sheetRows + 1 : nil)
  }

  /// Why a sheet with a row beyond the last is refused.
  static let tooManyRows = ReadError.refused(
    .tooLarge, "a sheet has more than \(Limits.sheetRows) rows")

  /// The column of a cell's reference as `AB12`, from zero.
  @inline(__always)
  static func column(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var value = 0
    for byte in text {
      let letter = byte & 0xdf
      guard letter >= 0x41, letter <= 0x5a, byte >= 0x41 else { break }
      value = value * 26 + Int(letter - 0x40)
      guard value <= 1 << 20 else { return value }
    }
    return value > 0 ? value - 1 : nil
  }

  private static func type(_ text: UnsafeBufferPointer<UInt8>) -> CellType {
    guard let first = text.first else { return .number }
    switch first {
    case UInt8(ascii: "s"): return text.count == 1 ? .shared : .string
    case UInt8(ascii: "i"): return .inline
    case UInt8(ascii: "b"): return .boolean
    case UInt8(ascii: "e"): return .error
    case UInt8(ascii: "d"): return .date
    default: return .number
    }
  }
}

/// Hands the parser's calls on to a scan, which is a value so that it is fast.
final class SheetHandler: MarkupHandler {
  private let scan: UnsafeMutablePointer<SheetScan>

  /// A handler for a scan that outlives it.
  init(_ scan: UnsafeMutablePointer<SheetScan>) { self.scan = scan }

  override func learn(_ names: MarkupNames) { scan.pointee.learn(names) }

  override func open(_ name: MarkupName, _ attributes: MarkupAttributes) {
    scan.pointee.open(name, attributes)
    if let failure = scan.pointee.failure { stop(failure) }
  }

  override func close(_ name: MarkupName) {
    scan.pointee.close(name)
    if let failure = scan.pointee.failure { stop(failure) }
  }

  override func text(_ text: UnsafeBufferPointer<UInt8>) { scan.pointee.text(text) }
}
