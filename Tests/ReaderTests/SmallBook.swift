import Domain
import Reader
import TestSupport

/// A workbook made of its parts, and what its rows are.
struct SmallBook {
  /// The XML inside `sheetData` of each sheet.
  var sheets: [(name: String, rows: String)] = []
  /// The items of the shared strings.
  var strings = ""
  /// The codes of the cell styles' number formats: style 1 has the first.
  var formats: [String] = []
  var is1904 = false
  var more: [(name: String, text: String)] = []

  init(_ rows: String) { sheets = [("Data", rows)] }

  var bytes: [UInt8] {
    let place = sheets.indices
    let list = place.map {
      "<sheet name=\"\(sheets[$0].name)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>"
    }
    let relations = place.map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(Self.rel)/worksheet\" "
        + "Target=\"worksheets/s\($0 + 1).xml\"/>"
    }
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\(200 + $0.offset)\" formatCode=\"\($0.element)\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    let parts: [(name: String, text: String)] = [
      ("[Content_Types].xml", "<Types xmlns=\"urn:x\"/>"),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.rel)\"><workbookPr date1904=\""
          + "\(is1904)\"/><sheets>\(list.joined())</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>"),
      ("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(strings)</sst>"),
      (
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(Self.main)\"><numFmts>\(codes.joined())</numFmts><cellStyleXfs>"
          + "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
          + "\(styles.joined())<xf numFmtId=\"14\"/></cellXfs></styleSheet>"
      ),
    ]
    let data = place.map { i -> (name: String, text: String) in
      (
        "xl/worksheets/s\(i + 1).xml",
        "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(sheets[i].rows)</sheetData></worksheet>"
      )
    }
    return StoredZip(parts + data + more).archive
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
}

/// All that a file's rows are.
struct RowReading: Equatable {
  /// Each row: its sheet, its line, and its cells with `|` between them.
  var rows: [String] = []
  var kinds: [[CellKind]] = []
  var faults: [String] = []
  var skipped: [SkippedRow.Kind] = []

  init(_ bytes: [UInt8], piece: Int = .max, _ options: InputOptions = InputOptions()) throws {
    let source = PieceSource(bytes, piece: min(piece, bytes.count))
    var reader = try openRows(source, options: options)
    var batch = RecordBatch()
    while try reader.next(into: &batch) {
      let sheet = reader.sheets.isEmpty ? "" : reader.sheets[batch.sheet] + " "
      for row in batch.rows {
        let cells = (0..<Int(row.count)).map { cell in
          let field = batch.field(row, cell)
          return String(
            decoding: batch.bytes[Int(field.start)..<Int(field.end)], as: UTF8.self)
        }
        rows.append("\(sheet)\(row.line): \(cells.joined(separator: "|"))")
        kinds.append(Array(batch.kinds[Int(row.first)..<Int(row.first + row.count)]))
      }
      faults += batch.faults.map { "\(sheet)\($0.line) \($0.column) \($0.reason.rawValue)" }
      skipped += batch.skipped.map(\.kind)
    }
  }

  /// Options under which nothing but cells is recognised.
  static var plain: InputOptions {
    var options = InputOptions()
    options.hasHeader = false
    return options
  }

  /// The code with which a file is refused.
  static func refusal(_ bytes: [UInt8], _ options: InputOptions = InputOptions()) -> String? {
    do throws(ReadError) {
      _ = try openRows(PieceSource(bytes), options: options)
      return nil
    } catch {
      return error.code
    }
  }
}
