/// BPJamsostek's record of one membership: a period and a status.
///
/// A run holds all memberships, so a record has 64 bytes and what is small shares them.
public struct MembershipRecord: Sendable {
  /// Where the row stood.
  public var location = SourceLocation(file: 0, line: 0)
  /// The membership number: the record's key.
  public var kpj = KPJ.absent
  /// The identity number.
  public var nik = NIK.absent
  /// The birth date.
  public var birthDate = DateCell.absent
  /// The job as written, in the run's jobs.
  public var job: SymbolTable.Symbol = 0
  /// The kelurahan as written, in the run's villages.
  public var village: SymbolTable.Symbol = 0
  /// The first day of cover.
  public var from = DateCell.absent
  /// The last day of cover.
  public var until = DateCell.absent
  /// The code of the group that BPJamsostek bills, in the run's wadah codes.
  public var wadah: SymbolTable.Symbol = 0
  /// The day the member was taken off the list.
  public var removedOn = DateCell.absent
  @usableFromInline var nameStart: UInt32 = 0
  @usableFromInline var person: UInt32 = 0
  @usableFromInline var nameCount: UInt16 = 0
  @usableFromInline var marks = SmallBits()
  @usableFromInline var linkBits = SmallBits()

  /// BPJamsostek's segments, as far as they matter.
  public enum Segment: UInt8, Sendable {
    case unknown
    /// Employed for wages (PU).
    case formal
    /// Everybody else (BPU).
    case other
  }

  /// An empty record.
  public init() {}

  /// The first month of cover.
  public var firstMonth: CoverageMonth? { from.value?.month }
  /// The last day of cover, else the day the member was taken off, where it has ended.
  public var ends: CalendarDate? { until.value ?? removedOn.value }
  /// The last month of cover, where it has ended.
  public var lastMonth: CoverageMonth? { ends?.month }
}

/// Eight bits that hold several small values.
@usableFromInline struct SmallBits: Sendable {
  @usableFromInline var raw: UInt8 = 0

  @inlinable init() {}

  /// The value in some bits from one on.
  @inlinable subscript(from bit: UInt8, count count: UInt8) -> UInt8 {
    get { raw >> bit & (1 << count - 1) }
    set { raw = raw & ~((1 << count - 1) << bit) | newValue << bit }
  }

  /// Whether a bit is set.
  @inlinable subscript(bit: UInt8) -> Bool {
    get { self[from: bit, count: 1] == 1 }
    set { self[from: bit, count: 1] = newValue ? 1 : 0 }
  }
}

extension MembershipRecord {
  /// The name as written; of one beyond 65.535 bytes, which nobody has, what goes before.
  @inlinable public var name: Text {
    get { Text(start: nameStart, count: UInt32(nameCount)) }
    set { (nameStart, nameCount) = (newValue.start, UInt16(clamping: newValue.count)) }
  }

  /// Whether a reason other than death is given for taking the member off.
  @inlinable public var removedAlive: Bool {
    get { marks[0] }
    set { marks[0] = newValue }
  }

  /// Whether the status says that the membership is not active.
  @inlinable public var isInactive: Bool {
    get { marks[1] }
    set { marks[1] = newValue }
  }

  /// Whether the reason for taking the member off is death.
  @inlinable public var saysDead: Bool {
    get { marks[2] }
    set { marks[2] = newValue }
  }

  /// Whether the name says that the person has died.
  @inlinable public var nameSaysDead: Bool {
    get { marks[3] }
    set { marks[3] = newValue }
  }

  /// Whether the name is another than that of the participant it is linked to.
  @inlinable public var nameDiffers: Bool {
    get { marks[4] }
    set { marks[4] = newValue }
  }

  /// Whether the member works for an employer: BPJamsostek's segment.
  @inlinable public var segment: Segment {
    get { Segment(rawValue: marks[from: 5, count: 2]) ?? .unknown }
    set { marks[from: 5, count: 2] = newValue.rawValue }
  }

  /// How the record was linked, but for the decision it rests on.
  @inlinable public var link: Link {
    get {
      var link = Link(
        person: person, method: Link.Method(rawValue: linkBits[from: 0, count: 3]) ?? .none,
        tier: Link.Tier(rawValue: linkBits[from: 3, count: 2]) ?? .none,
        contradicted: linkBits[5])
      link.isDoubted = linkBits[6]
      return link
    }
    set {
      person = newValue.person
      linkBits[from: 0, count: 3] = newValue.method.rawValue
      linkBits[from: 3, count: 2] = newValue.tier.rawValue
      (linkBits[5], linkBits[6]) = (newValue.contradicted, newValue.isDoubted)
    }
  }
}
