internal import Domain

/// The rows of a workbook's sheets, in the workbook's order, hidden ones too.
///
/// A class, since the parser keeps the address of the scan.
final class WorkbookRows: RowReader {
  let sheets: [String]
  let detected: DetectedInput

  private let archive: ZipArchive
  private let parts: [(place: Int, part: String)]
  private let scan: UnsafeMutablePointer<SheetScan>
  private let handler: SheetHandler
  private var reader: PartReader?
  private var next = 0

  /// Opens a workbook.
  ///
  /// Throws where it is refused; `isVerified` looks at all sheets before the first row is given.
  init(
    _ source: any ByteSource, options: InputOptions, isVerified: Bool
  ) throws(ReadError) {
    archive = try ZipArchive(source)
    let package = try WorkbookPackage(archive)
    sheets = package.sheets.map(\.name)
    parts = try Self.chosen(package, options.sheet)
    let styles = StylesHandler()
    if let part = package.styles { try archive.parse(part, styles) }
    let strings = StringsHandler()
    if let part = package.strings { try archive.parse(part, strings) }
    if isVerified { for sheet in parts { try archive.parse(sheet.part, SheetCheck()) } }
    detected = DetectedInput(
      format: .xlsx, encoding: "utf-8", separator: nil, quote: nil, lineEnd: nil, headerLine: 0,
      headers: [])
    scan = .allocate(capacity: 1)
    scan.initialize(
      to: SheetScan(
        WorkbookTables(
          strings: strings.strings, forms: styles.forms, is1904: package.is1904)))
    scan.pointee.buffer.keepsFaulty = options.keepsFaulty
    handler = SheetHandler(scan)
  }

  deinit {
    scan.deinitialize(count: 1)
    scan.deallocate()
  }

  var hiddenRows: Int { scan.pointee.hiddenRows }

  func next(into batch: inout RecordBatch) throws(ReadError) -> Bool {
    batch.clear()
    while scan.pointee.buffer.rows.count < Limits.headerSearch,
      scan.pointee.buffer.size < Limits.row
    {
      guard let reader = try part() else { break }
      batch.sheet = parts[next - 1].place
      guard try !reader.advance() else { continue }
      self.reader = nil
      if !scan.pointee.buffer.isEmpty { break }
    }
    scan.pointee.buffer.give(to: &batch)
    return !(batch.rows.isEmpty && batch.faults.isEmpty)
  }

  /// The part that is being read; nil where all are done.
  private func part() throws(ReadError) -> PartReader? {
    if let reader { return reader }
    guard next < parts.count else { return nil }
    reader = try PartReader(archive, parts[next].part, handler)
    next += 1
    return reader
  }

  private static func chosen(
    _ package: WorkbookPackage, _ name: String?
  ) throws(ReadError) -> [(place: Int, part: String)] {
    let sheets = package.sheets.enumerated().map { (place: $0, part: $1.part) }
    guard let name else { return sheets }
    let exact = package.sheets.firstIndex { $0.name == name }
    let place = exact ?? package.sheets.firstIndex { $0.name.lowercased() == name.lowercased() }
    guard let place else {
      throw .refused(.unknownSheet, "the workbook has no sheet of the name that is stated")
    }
    return [sheets[place]]
  }
}
