internal import Domain
internal import Matcher

/// Makes the lines of `links.csv` but memberships': every claim, and the payments in doubt or all.
enum LinkRows {
  /// The lines by kind, key, file and line.
  ///
  /// With `all` the payments that an exact id ties to the city's list are there too; each of them
  /// is read again for its id. Throws when a payment's row cannot be read again.
  static func rows(
    _ plane: PremiumPlane, _ places: inout RecordPlaces, all: Bool
  ) throws -> ContiguousArray<LinkRow> {
    var rows: ContiguousArray<LinkRow> = []
    let cases = places.cases
    rows.reserveCapacity(cases.claims.count + plane.looseEnds.count)
    for claim in cases.claims {
      let record = cases.records.claims[Int(claim.firstRow)]
      add(.claim, claim.number, claim.link, record.location, places, &rows)
    }
    for end in plane.looseEnds {
      let place = try places.place(RecordRef(.contribution, end.row))
      let at = SourceLocation(file: place.file ?? 0, part: place.part, line: place.line)
      add(.contribution, place.key, end.link, at, places, &rows)
    }
    if all { try addExact(plane, &places, &rows) }
    TextOrder.sort(
      &rows, in: places.arena, rank: { $0.kind == .claim ? 0 : 1 }, text: \.key,
      tie: { UInt64($0.file) << 32 | UInt64($0.line) })
    return rows
  }

  /// Adds the payments that stand in no doubt.
  private static func addExact(
    _ plane: PremiumPlane, _ places: inout RecordPlaces, _ rows: inout ContiguousArray<LinkRow>
  ) throws {
    let doubtful = Set(plane.looseEnds.map(\.row))
    for partition in plane.partitions {
      for premium in partition where !doubtful.contains(premium.row) {
        let place = try places.place(premium.ref)
        let isNIKs = place.nik.isNumber && place.nik.raw == places.linker.niks[Int(premium.person)]
        let link = Link(person: premium.person, method: isNIKs ? .nik : .kpj, tier: .auto)
        let at = SourceLocation(file: place.file ?? 0, part: place.part, line: place.line)
        add(.contribution, place.key, link, at, places, &rows)
      }
    }
  }

  private static func add(
    _ kind: RecordRef.Kind, _ key: Text, _ link: Link, _ at: SourceLocation,
    _ places: borrowing RecordPlaces, _ rows: inout ContiguousArray<LinkRow>
  ) {
    var row = LinkRow(kind, key: key, link: link, at: at)
    if link.isLinked { row.participant = places.participantKey(link.person) }
    rows.append(row)
  }
}
