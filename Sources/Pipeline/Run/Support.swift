internal import Domain
internal import Matcher
internal import Rules

/// The records that a finding rests on beside its subject and the one it conflicts with.
///
/// They are what the rule names, the further rows of a claim, and a row of an SP2D's list: the one
/// paid last where that is the breach, else the first.
struct Support {
  /// The run's records; the rows of one claim stand together.
  let records: RunRecords

  /// Adds a finding's supporting records to the evidence.
  ///
  /// Throws when a payment row cannot be read again.
  func add(
    _ finding: Finding, _ places: inout RecordPlaces,
    _ evidence: inout ContiguousArray<EvidenceRow>
  ) throws {
    if finding.support.kind != .none { try add(finding.support, &places, &evidence) }
    switch finding.subject.kind {
    case .claim:
      for row in others(of: finding.subject.index) {
        let ref = RecordRef(.claim, row)
        if ref != finding.other { try add(ref, &places, &evidence) }
      }
    case .disbursement:
      let disbursement = places.disbursements[Int(finding.subject.index)]
      let list = disbursement.list
      guard disbursement.registerRow != nil, list.rows > 0 else { return }
      let row = finding.code == PremiumIsPaidOnTime.entry.code ? list.lastPaidRow : list.firstRow
      try add(RecordRef(.contribution, row), &places, &evidence)
    default:
      break
    }
  }

  private func add(
    _ ref: RecordRef, _ places: inout RecordPlaces, _ evidence: inout ContiguousArray<EvidenceRow>
  ) throws {
    let place = try places.place(ref)
    evidence.append(
      EvidenceRow(.support, kind: ref.kind, key: place.key, file: place.file, line: place.line))
  }

  /// The further rows of the claim that a row belongs to.
  private func others(of row: UInt32) -> [UInt32] {
    let place = Int(row)
    let isOwn = { records.texts.equal(records.claims[$0].number, records.claims[place].number) }
    var (first, end) = (place, place + 1)
    while first > 0, isOwn(first - 1) { first -= 1 }
    while end < records.claims.count, isOwn(end) { end += 1 }
    return (first..<end).filter { $0 != place }.map(UInt32.init)
  }
}
