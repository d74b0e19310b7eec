/// What other people's records and the civil registry say of a person: facts that one case alone
/// does not hold.
public struct SharedFacts: Sendable {
  /// A kelurahan's quota and the person's place in it.
  public struct QuotaPlace: Hashable, Sendable {
    /// How many people the kelurahan may enrol.
    public let limit: Int32
    /// The person's place among those enrolled at the same time, from 1.
    public let place: Int32

    /// A place in a quota.
    public init(limit: Int32, place: Int32) { (self.limit, self.place) = (limit, place) }
  }

  /// The NIK that other people have too.
  public var nik = NIK.absent
  /// The first record of the person who has the NIK first; nobody where it is the person's own.
  public var firstOfNIK = RecordRef.none
  /// The participant of the family card who has its place; nobody where it is the person's own.
  public var firstOfFamily = RecordRef.none
  /// The place in the kelurahan's quota, where it is beyond.
  public var beyondQuota: QuotaPlace?
  /// The day of a death that a claim tells which may be this person's or not.
  public var mayHaveDiedOn: CalendarDate?
  /// What the civil registry says.
  public var registry: RegistryRecord?
  /// Where that stands among the registry's rows.
  public var registryRow: UInt32 = 0

  /// Nothing.
  public init() {}
}
