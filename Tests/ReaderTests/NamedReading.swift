import Reader
import TestSupport

/// All rows with named cells that a document gave.
struct NamedReading {
  var rows: [NamedRow] = []
  var detected: DetectedInput

  init(_ bytes: [UInt8], piece: Int = .max, options: InputOptions = InputOptions()) throws {
    let source = PieceSource(bytes, piece: piece)
    guard var reader = try openNamedRows(source, kind: nil, options: options) else {
      throw NoDocument()
    }

    var batch: [NamedRow] = []
    while try reader.next(into: &batch) { rows += batch }
    detected = reader.detected
  }

  init(_ text: String, piece: Int = .max) throws { try self.init(Array(text.utf8), piece: piece) }

  struct NoDocument: Error {}

  /// The cell of a name in a row.
  func cell(_ row: Int, _ name: String) -> String? {
    rows[row].cells.first { $0.name == name }?.value
  }

  /// All cells of a row, as `name=value`.
  func cells(_ row: Int) -> [String] { rows[row].cells.map { "\($0.name)=\($0.value)" } }
}
