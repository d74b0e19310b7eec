internal import CLibXLSXWriter
internal import Domain
import Glibc

/// A workbook's bytes, made by libxlsxwriter in memory: raw rows touch no folder on the way.
enum WorkbookFile {
  /// Any fixed day, so that equal rows make equal bytes: 2000-01-01.
  private static let created: time_t = 946_684_800

  /// Writes sheets; a text stays a text when the cell is edited, so that no digit is lost again.
  ///
  /// Throws when memory for it cannot be had.
  static func bytes(_ sheets: [RejectedSheets.Sheet]) throws(RunError) -> ContiguousArray<UInt8> {
    let descriptor = memfd_create("rekon", 1)
    guard descriptor >= 0 else {
      throw .inputOutput(what: "a workbook of rejected rows", why: "no memory file can be made")
    }
    defer { close(descriptor) }
    guard let book = workbook_new("/proc/self/fd/\(descriptor)") else {
      throw .inputOutput(what: "a workbook of rejected rows", why: "it cannot be begun")
    }
    var properties = lxw_doc_properties()
    properties.created = created
    workbook_set_properties(book, &properties)
    let formats = Formats(book)
    for sheet in sheets { add(sheet, to: book, formats) }
    guard workbook_close(book) == LXW_NO_ERROR else {
      throw .inputOutput(what: "a workbook of rejected rows", why: "it cannot be written")
    }
    return try read(descriptor)
  }

  private struct Formats {
    let text: UnsafeMutablePointer<lxw_format>?
    let date: UnsafeMutablePointer<lxw_format>?
    let time: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      (text, date, time) = (
        workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)
      )
      format_set_num_format(text, "@")
      format_set_num_format(date, "yyyy-mm-dd")
      format_set_num_format(time, "yyyy-mm-dd hh:mm:ss")
    }
  }

  private static func add(
    _ sheet: RejectedSheets.Sheet, to book: UnsafeMutablePointer<lxw_workbook>,
    _ formats: Formats
  ) {
    guard
      let page = workbook_add_worksheet(book, sheet.name) ?? workbook_add_worksheet(book, nil)
    else { return }
    for (line, row) in sheet.rows.enumerated() {
      for (place, cell) in row.enumerated() where !cell.text.isEmpty {
        write(cell, page, UInt32(line), UInt16(clamping: place), formats)
      }
    }
  }

  private static func write(
    _ cell: RejectedSheets.Cell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32,
    _ column: UInt16, _ formats: Formats
  ) {
    switch cell.kind {
    case .number:
      if let number = Double(cell.text), number.isFinite {
        worksheet_write_number(page, row, column, number, nil)
        return
      }
    case .boolean:
      worksheet_write_boolean(page, row, column, cell.text == "TRUE" ? 1 : 0, nil)
      return
    case .date:
      if var day = moment(cell.text) {
        let hasTime = cell.text.utf8.count > 10
        worksheet_write_datetime(page, row, column, &day, hasTime ? formats.time : formats.date)
        return
      }
    case .text, .error: break
    }
    worksheet_write_string(page, row, column, cell.text, formats.text)
  }

  /// The day and time of `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`.
  private static func moment(_ text: String) -> lxw_datetime? {
    let numbers = text.split { !$0.isNumber }.compactMap { Int32($0) }
    guard numbers.count == 3 || numbers.count == 6, numbers[0] >= 1900 else { return nil }
    let time = numbers.count == 6 ? Array(numbers[3...]) : [0, 0, 0]
    return lxw_datetime(
      year: numbers[0], month: numbers[1], day: numbers[2], hour: time[0], min: time[1],
      sec: Double(time[2]))
  }

  private static func read(_ descriptor: Int32) throws(RunError) -> ContiguousArray<UInt8> {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .inputOutput(what: "a workbook of rejected rows", why: "it cannot be read back")
    }
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: Int(status.st_size))
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count == bytes.count else {
      throw .inputOutput(what: "a workbook of rejected rows", why: "it cannot be read back")
    }
    return bytes
  }
}
