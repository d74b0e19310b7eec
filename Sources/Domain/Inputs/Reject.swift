/// A row that never became a record: where, which field, why; never the value.
public struct Reject: Sendable {
  /// Why a row was rejected; the raw value is the code in `rejects.csv`.
  public enum Reason: String, CaseIterable, Sendable {
    case tooFewCells = "too-few-cells"
    case tooManyCells = "too-many-cells"
    case strayQuote = "stray-quote"
    case unclosedQuote = "unclosed-quote"
    case badEncoding = "bad-encoding"
    case nulByte = "nul-byte"
    case blankLine = "blank-line"
    case repeatedHeader = "repeated-header"
    case tooLong = "too-long"
    case repeatedField = "repeated-field"
    case missingValue = "missing-value"
    case unreadableValue = "unreadable-value"
    case amountTooLarge = "amount-too-large"
    case nobody = "no-identity"
  }

  /// Where the row starts.
  public let location: SourceLocation
  /// The cell, from 1; zero where the whole row is meant.
  public let column: UInt32
  /// The byte in the file, from 0.
  public let byte: Int
  /// The field that could not be read.
  public let field: Column?
  /// Why.
  public let reason: Reason
  /// The value's shape, letters as `a` and digits as `9`, in the run's texts.
  public let shape: Text
  /// The row's amount where it could be read.
  public let amount: Int64

  /// A rejected row.
  public init(
    at location: SourceLocation, column: UInt32, byte: Int, field: Column?, reason: Reason,
    shape: Text, amount: Int64
  ) {
    (self.location, self.column, self.byte) = (location, column, byte)
    (self.field, self.reason, self.shape, self.amount) = (field, reason, shape, amount)
  }
}
