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
  /// How many different names the elements and attributes of a document may have.
  static let differentNames = 4096
  /// How many names of a document are kept for messages.
  static let names = 64
  /// Among how many rows the header of a sheet is looked for: a batch has as many.
  static let headerSearch = 64
  /// How many entries an archive may have.
  static let entries = 1_000
  /// How many bytes one part of an archive may unpack to, and all together.
  static let partSize = 1 << 30
  static let archiveSize = 2 << 30
  /// How many times its packed size a part may have, above as many bytes.
  static let ratio = 100
  static let ratioGrace = 1 << 20
  /// How many bytes the shared strings of a workbook may take, with their places.
  static let sharedStrings = 48 << 20
  /// How many relations and sheets a workbook may have.
  static let relations = 10_000
  /// How many styles a workbook may have: as many as Excel.
  static let styles = 65_536
  /// How many bytes the text of a workbook's cell may have: Excel stops at 32.767 characters.
  static let cellText = 256 << 10
  /// How many bytes of a part are parsed at a time: few, since a short cell may mean a long text.
  static let partPiece = 8 << 10
  /// How many bytes the cells of a row of a sheet may have.
  static let sheetRow = 16 << 20
  /// How many cells a sheet may have, empty ones in front of a text too: a row that has its only
  /// cell far to the right costs as much as a full one.
  static let sheetCells = 1 << 28
  /// How deep the elements of a page may be nested: few close what they open.
  static let htmlDepth = 4_096
  /// How many columns a table may have: as many as a sheet of Excel.
  static let sheetColumns = 16_384
  /// How many rows a sheet may have: as many as Excel.
  static let sheetRows = 1_048_576
  /// How many tables may stand in one another's cells.
  static let tables = 64
  /// How many bytes of markup the parser may hold back, as an endless tag or comment.
  static let pending = 1 << 20
}
