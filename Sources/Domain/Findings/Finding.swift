/// A breach of a rule as the plane keeps it: typed facts of fixed size, no words.
public struct Finding: Sendable {
  /// Which rule.
  public let code: RuleCode
  /// How grave it is.
  public var severity: Severity
  /// Whether it is an accusation yet.
  public var status: FindingStatus = .new
  /// The programme, for claims.
  public var programme = Programme.none
  /// The month of the fact.
  public let month: CoverageMonth?
  /// Whether the month is part of the key.
  public var monthInKey = false
  /// The person concerned.
  public let person: UInt32?
  /// The record at fault.
  public let subject: RecordRef
  /// The first record it conflicts with.
  public let other: RecordRef
  /// What should be.
  public let expected: Fact
  /// What is.
  public let found: Fact
  /// The rupiah at risk.
  public let atRisk: Int64
  /// A record that shows what is expected or found and does not itself conflict.
  public var support = RecordRef.none
  /// The day on which a pending finding becomes one, where that is known.
  public var pendingUntil = DateCell.absent
  /// The row of a dated table that decides, or that says what is at risk.
  public var law: LawRef = .none

  /// A breach.
  public init(
    _ code: RuleCode, _ severity: Severity, month: CoverageMonth?, person: UInt32?,
    subject: RecordRef, other: RecordRef = .none, expected: Fact, found: Fact, atRisk: Int64
  ) {
    (self.code, self.severity, self.person) = (code, severity, person)
    self.month = month.flatMap { $0.isPresent ? $0 : nil }
    (self.subject, self.other) = (subject, other)
    (self.expected, self.found, self.atRisk) = (expected, found, atRisk)
  }
}

/// Where a finding stands in its life; without a ledger it is new or pending.
public enum FindingStatus: UInt8, Sendable {
  case new, pending

  /// The word in outputs.
  public var name: StaticString { self == .new ? "new" : "pending" }
}

/// One side of a finding: a typed value that Writer words and masks.
public enum Fact: Hashable, Sendable {
  case none
  case money(Int64)
  case count(Int64)
  case moneyAndCount(Int64, Int32)
  case month(CoverageMonth)
  case date(CalendarDate)
  case nik(NIK)
  /// The NIK that stands in the subject's row of the file, read again for the report.
  case nikInRow
  case fund(UInt8)
  case span(Int64, Unit)
  case reason(Reject.Reason)
  case column(Column)
  case phrase(Phrase)
  /// A text as a record writes it, by its place among the run's texts of that sort.
  case written(Written, UInt32)

  /// What texts of records a fact may repeat: none of them is a person's.
  public enum Written: UInt8, CaseIterable, Sendable { case job, village, account, wadah }

  /// What a span counts.
  public enum Unit: UInt8, Sendable { case days, workingDays, months, years, people }

  /// What has no value of its own.
  public enum Phrase: UInt8, CaseIterable, Sendable {
    case membership, noMembership, cityRecord, noCityRecord, premium, noPremium, onePremium
    case repeatedPremium, oneClaim, repeatedClaim, wellFormedNIK, illFormedNIK, activeCover
    case lapsedCover, endedCover, readableRow, wholeNIKs, oneDateOrder, oneAmountForm
    case fileGivenOnce, fileGivenAgain, monthWithList, monthWithoutList, oneProgramme
    case bothProgrammes, deathClaim, noDeathClaim
    case onePersonPerNIK, anotherPerson, oneActiveKPJ, furtherKPJ, sameName, differentName
    case livingPerson, registeredDead, unknownToRegistry, listedJob, cityVillage
    case oneFamilyMember, furtherFamilyMember, noAid, getsAid, causeDeath, otherCause
    case noFormalJob, formalJob, fundOfWadah, received, notReceived, searchStopped
    case cityList, registerLine, noCityList, noRegisterLine, paidSP2D, cancelledSP2D
    case accountOfPremiums
  }
}

/// A row of a dated law table, by its place in the run's law book; zero is none.
public struct LawRef: Hashable, Sendable {
  /// The place in the law book.
  public let index: UInt16
  /// A row.
  public init(index: UInt16) { self.index = index }
  /// No row.
  public static let none = LawRef(index: 0)
}

/// The findings a rule adds to.
public struct Findings: Sendable {
  /// What was found, in the order it was found.
  public private(set) var list: ContiguousArray<Finding> = []
  /// What rules handed in, counted as they did: one side of a book.
  public private(set) var found = Tally()
  /// What the definition switched off.
  public private(set) var switchedOff = Tally()
  /// Differences that the definition tolerates, by code.
  public private(set) var tolerated: [RuleCode: Tally] = [:]

  /// None yet.
  public init() {}

  /// Makes room for as many more.
  public mutating func reserve(_ count: Int) { list.reserveCapacity(list.count + count) }

  /// Adds one.
  public mutating func add(_ finding: Finding) {
    list.append(finding)
    found.add(finding.atRisk)
  }

  /// Adds another collection's.
  public mutating func add(_ other: Findings) {
    list.append(contentsOf: other.list)
    found.add(other.found)
    switchedOff.add(other.switchedOff)
    for (code, tally) in other.tolerated { tolerated[code, default: Tally()].add(tally) }
  }

  /// Changes every finding in place: severities of the definition.
  public mutating func update(_ change: (inout Finding) -> Void) {
    for i in list.indices { change(&list[i]) }
  }

  /// Leaves out what the definition switches off.
  public mutating func removeAll(where isOff: (Finding) -> Bool) {
    for finding in list where isOff(finding) { switchedOff.add(finding.atRisk) }
    list.removeAll(where: isOff)
  }

  /// Books small differences to a line of their own: they are no findings.
  public mutating func tolerate(where isSmall: (Finding) -> Bool) {
    for finding in list where isSmall(finding) {
      tolerated[finding.code, default: Tally()].add(finding.atRisk)
    }
    list.removeAll(where: isSmall)
  }

  /// Leaves out the last finding: a seam for the tests of the books.
  public mutating func dropLast() { _ = list.popLast() }
}
