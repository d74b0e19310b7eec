internal import Domain
internal import Matcher
internal import Reader

/// A file of any format as named columns of texts.
struct LinkFile {
  /// The file's name in messages.
  let name: String
  /// What the columns are called.
  private(set) var names: [String] = []
  /// The columns, in the order of the file.
  private(set) var columns: [TextColumn] = []
  /// How many rows were read.
  private(set) var rows = 0
  /// How many rows could not be read, or only with a repair.
  private(set) var faults = 0
  /// How many bytes the texts have.
  private(set) var bytes = 0

  /// Reads a file.
  ///
  /// Throws a `RunError` where it is not there or unusable as a whole.
  init(path: String, _ side: LinkDefinition.Side) throws {
    name = Paths.shown(Paths.baseName(path))
    var options = InputOptions()
    (options.sheet, options.headerRow, options.isLenient) = (side.sheet, side.header, true)
    do {
      if side.header == nil { options.hasHeader = try Self.hasTitle(path, name, options) }
      let source = try FileSource(path: path, name: name, isLook: true)
      var reader = try openRows(source, options: options)
      var batch = RecordBatch()
      while try reader.next(into: &batch) { add(batch, reader) }
      try source.verifyUnchanged()
    } catch let error as ReadError {
      throw ReadFailure.error(error, file: name)
    }
  }

  /// Whether rows stand above a header that is known, so that it must be looked for.
  private static func hasTitle(
    _ path: String, _ name: String, _ options: InputOptions
  ) throws -> Bool {
    let source = try FileSource(path: path, name: name, isLook: true)
    var reader = try openRows(source, options: options)
    var batch = RecordBatch()
    guard reader.detected.format != .xml, reader.detected.format != .camt053,
      try reader.next(into: &batch), reader.header != nil
    else { return false }
    return batch.skipped.contains { $0.kind == .title }
  }

  private mutating func add(_ batch: borrowing RecordBatch, _ reader: any RowReader) {
    faults += batch.faults.count
    if let named = reader as? any NamedRowReader {
      for place in 0..<batch.rows.count { add(batch.rows[place], of: batch, named) }
      return
    }
    for place in 0..<batch.rows.count {
      let row = batch.rows[place]
      if names.isEmpty { takeHeader(row, batch) } else { add(row, of: batch) }
    }
  }

  /// The first row that has any text names the columns.
  private mutating func takeHeader(_ row: RecordBatch.Row, _ batch: borrowing RecordBatch) {
    let found = (0..<Int(row.count)).map { cell in
      String(decoding: batch.bytes[batch.trimmed(row, cell)], as: UTF8.self)
    }
    guard found.contains(where: { !$0.isEmpty }) else { return }
    for (place, name) in found.enumerated() {
      _ = column(name.isEmpty || names.contains(name) ? "column\(place + 1)" : name)
    }
  }

  private mutating func column(_ name: String) -> Int {
    if let place = names.firstIndex(of: name) { return place }
    names.append(name)
    var column = TextColumn()
    for _ in 0..<rows { column.append("") }
    columns.append(column)
    return names.count - 1
  }

  private mutating func add(_ row: RecordBatch.Row, of batch: borrowing RecordBatch) {
    let isEmpty = (0..<Int(row.count)).allSatisfy { batch.trimmed(row, $0).isEmpty }
    guard !isEmpty else { return }
    rows += 1
    for place in columns.indices {
      let range = batch.range(row, place)
      bytes += range.count
      columns[place].append(batch.bytes.span.extracting(range))
    }
  }

  /// Adds a record whose cells have names; a name that comes again joins what stands there.
  private mutating func add(
    _ row: RecordBatch.Row, of batch: borrowing RecordBatch, _ reader: any NamedRowReader
  ) {
    var filled: [Int] = []
    for cell in 0..<Int(row.count) {
      let name = reader.names[Int(reader.cellNames[Int(row.first) + cell])]
      let place = column(name)
      let text = batch.bytes.span.extracting(batch.range(row, cell))
      bytes += text.count
      if filled.contains(place) {
        columns[place].join(text)
      } else {
        columns[place].append(text)
        filled.append(place)
      }
    }
    rows += 1
    for place in columns.indices where columns[place].count < rows { columns[place].append("") }
  }

  /// The column of a name; one that differs in case alone is it too.
  func place(of name: String) -> Int? {
    names.firstIndex(of: name)
      ?? names.firstIndex { $0.lowercased() == name.lowercased() }
  }

  /// The first column with a different value in each row.
  var keyColumn: Int? {
    columns.indices.first { place in
      let texts = Set((0..<rows).map { columns[place].string($0) })
      return texts.count == rows && !texts.contains("")
    }
  }

  /// The columns of some names as one, joined by spaces.
  func joined(_ places: [Int]) -> TextColumn {
    if places.count == 1 { return columns[places[0]] }
    var joined = TextColumn()
    for row in 0..<rows {
      joined.append(
        places.map { columns[$0].string(row) }.filter { !$0.isEmpty }.joined(separator: " "))
    }
    return joined
  }

  /// The numbers of the rows, as keys where no column can be one.
  var rowNumbers: TextColumn {
    var numbers = TextColumn()
    for row in 0..<rows { numbers.append("\(row + 1)") }
    return numbers
  }
}
