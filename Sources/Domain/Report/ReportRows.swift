/// A line of `links.csv` that is no membership's: which participant a record is.
public struct LinkRow: Sendable {
  /// The record's key.
  public var key: Text
  /// The roster's participantID, else `FILE:LINE`; absent where there is none.
  public var participant = Text.absent
  /// How it was linked, and how sure that is.
  public var link: Link
  /// Its line, from 1.
  public var line: UInt32
  /// The file the record stands in.
  public var file: FileID
  /// Claim, membership or contribution.
  public var kind: RecordRef.Kind

  /// A record's link.
  public init(_ kind: RecordRef.Kind, key: Text, link: Link, at location: SourceLocation) {
    (self.kind, self.key, self.link) = (kind, key, link)
    (file, line) = (location.file, location.line)
  }
}

/// A probability in ten-thousandths, so that its text is the same everywhere.
public struct Probability: Hashable, Sendable {
  /// From 0 to 10,000.
  public let tenThousandths: UInt16

  /// Rounds a probability.
  public init(_ value: Double) {
    tenThousandths = UInt16((min(max(value, 0), 1) * 10_000).rounded())
  }
}

/// A line of `coverage.csv`: whether a claim's event was covered, and what proves it.
public struct CoverageRow: Sendable {
  /// The claim.
  public var claimNumber: Text
  /// The outcome.
  public var outcome: Coverage.Outcome
  /// The month of the event.
  public var month: CoverageMonth?
  /// The claim's programme.
  public var programme = Programme.none
  /// The day of the event.
  public var incidentOn: CalendarDate?
  /// The rupiah of all its rows that are not cancelled.
  public var paid: Int64 = 0
  /// Its stretch of `RunReport.paymentIDs`.
  public var payments: Range<Int>
  /// The pseudonym of the person the claim is about.
  public var person = Text.absent
  /// Its stretch of `RunReport.evidence`: the claim's participant, membership and payments.
  public var evidence: Range<Int> = 0..<0
  /// The first day of the cover that decides.
  public var from: CalendarDate?
  /// The last day of that cover.
  public var until: CalendarDate?

  /// A claim's coverage.
  public init(
    claimNumber: Text, outcome: Coverage.Outcome, month: CoverageMonth?,
    payments: Range<Int> = 0..<0, from: CalendarDate? = nil, until: CalendarDate? = nil
  ) {
    (self.claimNumber, self.outcome, self.month) = (claimNumber, outcome, month)
    (self.payments, self.from, self.until) = (payments, from, until)
  }
}
