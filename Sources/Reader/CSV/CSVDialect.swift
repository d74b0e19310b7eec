/// How the cells of a text file are set apart.
struct CSVDialect: Equatable {
  /// The byte between cells.
  var separator: UInt8 = 0x2c
  /// The byte around cells.
  var quote: UInt8 = 0x22
  /// The byte that makes the next one stand for itself inside quotes; without one, a quote does.
  var escape: UInt8?
  /// Whether lines end with CR alone, so that one inside quotes is a line's end too.
  var countsReturns = false
}
