/// One payment for one person and month, in 24 bytes: what the plane keeps of a contribution row.
public struct Premium: Sendable {
  /// The person of the case.
  public var person: UInt32
  /// The row's number over all contribution files, from 0: evidence is re-read by it.
  public var row: UInt32
  /// The number of the SP2D, in the run's SP2D numbers.
  public var sp2d: SymbolTable.Symbol
  /// The rupiah paid.
  public var amount: Int32
  /// The month it pays for.
  public var month: CoverageMonth
  /// The day it was paid, as days since 1970; zero is absent.
  public var paidDay: UInt16
  /// Who paid, in the run's funds.
  public var fund: UInt8
  /// What linking saw.
  public var marks: Marks

  /// What linking saw of a payment row.
  public struct Marks: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Wraps bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The row's NIK is another than the participant's.
    public static let nikDiffers = Marks(rawValue: 1)
    /// The row's NIK is ill-formed.
    public static let nikIllFormed = Marks(rawValue: 2)
    /// The row belongs to nobody that its ids name.
    public static let loose = Marks(rawValue: 4)
    /// The row has the lowest payment id of its person and month; set where there are several.
    public static let first = Marks(rawValue: 8)
    /// The row's name is another than the participant's.
    public static let nameDiffers = Marks(rawValue: 16)
    /// The row states no NIK.
    public static let nikAbsent = Marks(rawValue: 32)
    /// The row may be a listed person's, whom probability does not name for sure.
    public static let undecided = Marks(rawValue: 64)
  }

  /// A payment of a person.
  @inlinable public init(_ row: ContributionRow, person: UInt32, marks: Marks) {
    (self.person, self.row, sp2d) = (person, row.row, row.sp2d)
    (amount, month, paidDay, fund) = (row.amount, row.month, row.paidDay, row.fund)
    self.marks = marks
  }

  /// The day it was paid.
  @inlinable public var paidOn: CalendarDate? {
    paidDay == 0 ? nil : CalendarDate(day: Int32(paidDay))
  }

  /// The payment as it is named in a finding.
  @inlinable public var ref: RecordRef { RecordRef(.contribution, row) }
}
