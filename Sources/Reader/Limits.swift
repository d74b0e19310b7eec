/// The bounds of what is read; reaching one is a reported outcome.
enum Limits {
  /// How many bytes are read at a time.
  static let chunk = 256 << 10
  /// How many bytes a row may have.
  static let row = 1 << 20
  /// How many bytes a cell may have.
  static let field = 256 << 10
  /// How many cells a row may have.
  static let columns = 4_096
  /// How many bytes and rows are looked at to find out how a file is written.
  static let look = 64 << 10
  /// How many rows are looked at to find the header.
  static let headerRows = 64
  /// How many blank lines are held back until it is known whether the file ends with them.
  static let blankLines = 1 << 16
  /// How deep elements may be nested.
  static let depth = 64
  /// How many attributes an element may have.
  static let attributes = 256
  /// How many bytes a start tag may have.
  static let tag = 64 << 10
  /// How many bytes a text of a document may have.
  static let text = 1 << 20
  /// How many elements and attributes a document's record may have.
  static let parts = 1 << 16
  /// How many different places of elements are looked at to find the record.
  static let paths = 4096
  /// How many names of a document are kept for messages.
  static let names = 64
}
