/// A column of an input; a case's name is the column's canonical name.
public enum Column: UInt8, CaseIterable, Comparable, Sendable {
  case participantID, nik, kpj, name, birthDate, sex, village, job, fund, from, until, note
  case familyCard, aid, paymentID, sp2d, billingCode, month, paidOn, amount, participants
  case issuedOn, cashedOn, account, status, fiscalYear, jkkAmount, jkmAmount, wadah, removedOn
  case removalCause, segment, claimNumber, programme, component, incidentOn, diedOn, filedOn
  case completeOn, decidedOn, cancelled, payee, hospital, cause, reportedOn, postedOn, statement
  case currency, direction, bookedOn, valueOn, reference, counterparty, remittance, agreedOn
  case receivedAmount, receivedOn

  /// The column of a canonical name, to the letter.
  public init?(named name: String) {
    guard let column = Column.allCases.first(where: { $0.text == name }) else { return nil }
    self = column
  }

  /// The canonical name.
  public var text: String { String(describing: self) }

  /// In the order of the cases.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Column {
  /// Whether its cells are days.
  public var isDay: Bool {
    switch self {
    case .birthDate, .from, .until, .paidOn, .issuedOn, .cashedOn, .removedOn, .incidentOn,
      .diedOn, .filedOn, .completeOn, .decidedOn, .reportedOn, .bookedOn, .valueOn, .postedOn,
      .agreedOn, .receivedOn:
      true
    default: false
    }
  }
}

/// Which cell of a row holds which column: a dense table, asked once per cell of every row.
public struct ColumnMap: Equatable, Sendable, ExpressibleByDictionaryLiteral {
  private var cells = ContiguousArray<Int32>(repeating: -1, count: Column.allCases.count)

  /// A table of these pairs.
  public init(dictionaryLiteral elements: (Column, Int)...) {
    for (column, cell) in elements { self[column] = cell }
  }

  /// A table in which each column's cell is its place in a list.
  public init(placesIn columns: [Column]) {
    for (place, column) in columns.enumerated() where cell(column) < 0 { self[column] = place }
  }

  /// The cell of a column, or nil where the file has none.
  public subscript(_ column: Column) -> Int? {
    get { self.cell(column) < 0 ? nil : cell(column) }
    set { cells[Int(column.rawValue)] = Int32(newValue ?? -1) }
  }

  /// The cell of a column, or -1 where the file has none.
  public func cell(_ column: Column) -> Int { Int(cells[Int(column.rawValue)]) }
}
