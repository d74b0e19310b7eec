/// A section of the reconciliation statement, by its name in `statement.csv`.
///
/// The contract's four are required; the packet also reads the others and leaves out what is
/// missing. Every section has one start and one end, and start + add - subtract = end in count
/// and in rupiah.
public struct StatementSection: Hashable, Sendable {
  /// The name in outputs.
  public let name: String

  /// Claim rows: read, to accepted, to linked.
  public static let claims = StatementSection(name: "claims")
  /// Contribution rows: read, to accepted, to linked.
  public static let contributions = StatementSection(name: "contributions")
  /// SP2D register, to participant lists or receipts; count is SP2D numbers.
  public static let sides = StatementSection(name: "sides")
  /// Open findings before, to open after; pending ones are not open.
  public static let findings = StatementSection(name: "findings")
  /// Accepted premium rows of the period by fund, by coverage month: `nothing`, `named`, `total`.
  public static let premiumByFund = StatementSection(name: "premium-by-fund")
  /// Claim cases and rupiah by programme, by event month in the period: `nothing`, `programme`.
  public static let benefitByProgramme = StatementSection(name: "benefit-by-programme")
  /// The same with different people of the period as count; the total sums over programmes.
  public static let claimPersons = StatementSection(name: "claim-persons")
  /// People with a premium in `RunReport.peopleMonth` by kelurahan; amount: those premiums.
  public static let peopleByVillage = StatementSection(name: "people-by-village")
  /// The same by job.
  public static let peopleByJob = StatementSection(name: "people-by-job")
  /// Open findings and rupiah at risk by code; its end is that of `findings`.
  public static let findingsByCode = StatementSection(name: "findings-by-code")
  /// Pending findings and rupiah at risk by code.
  public static let pendingByCode = StatementSection(name: "pending-by-code")

  /// Differences that the definition tolerates, by code: no findings.
  public static let tolerated = StatementSection(name: "tolerated")

  /// The claims behind a published figure, by its place in `expect`, from 1: one `named` each.
  public static func expectation(_ number: Int) -> StatementSection {
    StatementSection(name: "expectation-\(number)")
  }
}

/// What a statement line is, as a value; Writer has the words.
public enum StatementLabel: Hashable, Sendable {
  /// Rows from read to linked.
  case rowsRead, rowsRejected, rowsDuplicate, rowsSkipped, rowsAmbiguous, rowsUnlinked, rowsLinked
  /// The three sides of the treasury.
  case registerTotal, notPaid, registerWithoutList, listWithoutRegister, listAboveRegister
  case listBelowRegister, listTotal, notReceived, receivedAbove, receivedBelow, receiptsTotal
  case receiptsWithoutRegister
  /// Findings over time.
  case openBefore, newFindings, reopened, resolved, openAfter
  /// The start and the end of a list of parts.
  case nothing, total
  /// Parts of few people, together.
  case masked
  /// A part.
  case named(String), programme(Programme), code(RuleCode)
}

/// A line of `statement.csv`.
public struct StatementLine: Hashable, Sendable {
  /// What a line does to the section's sum.
  public enum Role: UInt8, Sendable {
    case start, add, subtract, end

    /// The word in outputs.
    public var name: StaticString {
      switch self {
      case .start: "start"
      case .add: "add"
      case .subtract: "subtract"
      case .end: "end"
      }
    }
  }

  /// The section.
  public let section: StatementSection
  /// The place in the section, from 1.
  public let line: Int
  /// What it is.
  public let label: StatementLabel
  /// What it does to the sum.
  public let role: Role
  /// The count.
  public let count: Int64
  /// The whole rupiah.
  public let amount: Int64

  /// The same line without a place, to be added to a statement.
  public init(_ role: Role, _ label: StatementLabel, count: Int64, amount: Int64) {
    self.init(
      section: StatementSection(name: ""), line: 0, label: label, role: role, count: count,
      amount: amount)
  }

  /// The line in the place of several that are not told apart.
  public func standing(for lines: [StatementLine]) -> StatementLine {
    StatementLine(
      section: section, line: line, label: .masked, role: role,
      count: lines.reduce(0) { $0 + $1.count }, amount: lines.reduce(0) { $0 + $1.amount })
  }

  fileprivate init(
    section: StatementSection, line: Int, label: StatementLabel, role: Role, count: Int64,
    amount: Int64
  ) {
    (self.section, self.line, self.label) = (section, line, label)
    (self.role, self.count, self.amount) = (role, count, amount)
  }
}

/// The reconciliation statement: sections in the order they were added.
public struct Statement: Sendable {
  /// All lines, section by section.
  public private(set) var lines: [StatementLine] = []

  /// No sections.
  public init() {}

  /// Adds a section and numbers its lines.
  public mutating func add(_ section: StatementSection, _ parts: [StatementLine]) {
    for (place, part) in parts.enumerated() {
      lines.append(
        StatementLine(
          section: section, line: place + 1, label: part.label, role: part.role,
          count: part.count, amount: part.amount))
    }
  }

  /// Adds a section of parts between `nothing` and their total, which was counted elsewhere.
  public mutating func add(
    _ section: StatementSection, partsOf total: (count: Int64, amount: Int64),
    _ parts: [(label: StatementLabel, count: Int64, amount: Int64)]
  ) {
    let start = StatementLine(.start, .nothing, count: 0, amount: 0)
    let end = StatementLine(.end, .total, count: total.count, amount: total.amount)
    let added = parts.map { StatementLine(.add, $0.label, count: $0.count, amount: $0.amount) }
    add(section, [start] + added + [end])
  }

  /// The lines of a section.
  public subscript(_ section: StatementSection) -> [StatementLine] {
    lines.filter { $0.section == section }
  }

  /// The last line of a section, where the section is there.
  public func end(of section: StatementSection) -> StatementLine? {
    lines.last { $0.section == section && $0.role == .end }
  }

  /// Every section once, in order.
  public var sections: [StatementSection] {
    var seen: [StatementSection] = []
    for line in lines where seen.last != line.section { seen.append(line.section) }
    return seen
  }

  /// Whether a section has one start and one end and adds up, in count and in rupiah.
  public func foots(_ section: StatementSection) -> Bool {
    let lines = self[section]
    guard lines.first?.role == .start, lines.last?.role == .end else { return false }
    var (count, amount, ends) = (Int64(0), Int64(0), 0)
    for line in lines {
      let sign: Int64 = line.role == .start || line.role == .add ? 1 : -1
      count += sign * line.count
      amount += sign * line.amount
      ends += line.role == .start || line.role == .end ? 1 : 0
    }
    return ends == 2 && count == 0 && amount == 0
  }
}
