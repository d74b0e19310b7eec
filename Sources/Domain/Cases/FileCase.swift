/// What a whole file shows beside its rows: what the file rules judge.
public struct FileCase: Sendable {
  /// A control total beside what its rows add up to.
  public struct Total: Equatable, Sendable {
    /// The physical line of the totals row, from 1.
    public let line: UInt32
    /// What the row states and the rows above it do not add up to, in its own measure.
    public let stated: Fact
    /// What they add up to.
    public let counted: Fact
    /// How many rupiah lie between the two.
    public let difference: Int64

    /// A total and the sum of its rows.
    public init(line: UInt32, stated: Fact, counted: Fact, difference: Int64) {
      (self.line, self.stated, self.counted) = (line, stated, counted)
      self.difference = difference
    }
  }

  /// The file.
  public let file: FileID
  /// What it holds.
  public let kind: InputKind
  /// The names of a workbook's sheets, in order.
  public var sheets: [String] = []
  /// The first control total that its rows do not add up to.
  public var total: Total?
  /// How many NIKs have lost digits.
  public var damagedNIKs = 0
  /// The line of the first of them, from 1.
  public var firstDamagedLine: UInt32 = 0
  /// The rupiah of the rows that were rejected because nothing but such a NIK is in them.
  public var damagedAmount: Int64 = 0
  /// The columns whose form the file does not show: dates in either order, amounts in both forms.
  public var undecided: [Column] = []

  /// A file of which nothing is known.
  public init(file: FileID, kind: InputKind) { (self.file, self.kind) = (file, kind) }

  /// The line that a finding on the file points to; zero where it is the whole file.
  public var line: UInt32 { total?.line ?? firstDamagedLine }
}
