/// The lines of `links.csv` that memberships have, made from the records as they are asked for.
///
/// There are as many as memberships: no line of them is kept.
public struct MembershipLinks: Sendable {
  private var records: ContiguousArray<MembershipRecord> = []
  /// The key of each person of the city's list.
  private var participants: ContiguousArray<Text> = []
  private var order: ContiguousArray<UInt32> = []
  /// The decision a record's link rests on, by its place.
  private var decisions: [UInt32: UInt32] = [:]

  /// None.
  public init() {}

  /// The lines of all memberships by KPJ, file and line.
  public init(
    _ records: ContiguousArray<MembershipRecord>, participants: ContiguousArray<Text>,
    decisions: [UInt32: UInt32] = [:]
  ) {
    (self.records, self.participants, self.decisions) = (records, participants, decisions)
    var places = PlacesByNumber(room: records.count)
    for record in records { places.add(record.kpj.textHead) }
    order = places.takeSorted { a, b in
      let (left, right) = (records[a], records[b])
      if left.kpj != right.kpj { return left.kpj.textPrecedes(right.kpj) }
      let (here, there) = (left.location, right.location)
      return (here.file, here.line, a) < (there.file, there.line, b)
    }
  }

  /// How many lines there are.
  public var count: Int { order.count }

  /// The record of a line.
  public func record(at line: Int) -> MembershipRecord { records[Int(order[line])] }

  /// The link of a line's record.
  public func link(at line: Int) -> Link {
    var link = record(at: line).link
    link.decision = decisions[order[line]] ?? 0
    return link
  }

  /// The key of the participant that a link names; absent for a person outside the city's list.
  public func participant(_ link: Link) -> Text {
    link.isLinked && Int(link.person) < participants.count
      ? participants[Int(link.person)] : .absent
  }
}
