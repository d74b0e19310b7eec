/// All that the reports of one run show, as values; Writer words, masks and lays it out.
///
/// Every `Text` below points into `arena`. All lists are in output order.
public struct RunReport: Sendable {
  /// The programme's name, as in the definition.
  public var programme: String
  /// The city's name, as in the definition.
  public var city: String
  /// The coverage months of the run.
  public var period: Period
  /// The day the run looks from.
  public var asOf: CalendarDate
  /// The texts of all keys, pseudonyms and shapes.
  public var arena = TextArena()
  /// The display names of the input files, by `FileID`.
  public var files: [String] = []
  /// The names of those who pay, by the number in `Premium.fund`; the first is the absent one.
  public var funds: [String] = []
  /// The texts of records that facts repeat, by their sort and place.
  public var written: [Fact.Written: [String]] = [:]
  /// The catalogue of the rules there are.
  public var entries: [RuleEntry] = []
  /// The rows of the law book by `LawRef.index`; the first stands for none.
  public var law: [LawRowText] = []
  /// The findings, by code, month, subject key.
  public var findings: ContiguousArray<ReportedFinding> = []
  /// The evidence of all findings; each finding has a stretch of it.
  public var evidence: ContiguousArray<EvidenceRow> = []
  /// The lines of `links.csv` but those of memberships, by kind, then key.
  public var links: ContiguousArray<LinkRow> = []
  /// The lines of `links.csv` that come last: the memberships, by key.
  public var membershipLinks = MembershipLinks()
  /// What probability decided; a link names its decision by number, from 1.
  public var decisions = LinkDecisions()
  /// The key of each person of the city's list.
  public var participants: ContiguousArray<Text> = []
  /// The lines of `links.csv` that rest on a decision, from 0: those of `links.jsonl`.
  public var decidedLinks: ContiguousArray<UInt32> = []
  /// The lines of `coverage.csv`, by claim number.
  public var coverage: ContiguousArray<CoverageRow> = []
  /// The payment ids that prove cover; each coverage row has a stretch of them.
  public var paymentIDs: ContiguousArray<Text> = []
  /// The rejected rows, by file, sheet and line.
  public var rejects: ContiguousArray<Reject> = []
  /// The names of the sheets of the files that have any.
  public var sheets: [FileID: [String]] = [:]
  /// The lines of `sp2d.csv`, by number.
  public var sp2ds: ContiguousArray<SP2DRow> = []
  /// The last month of the period that has payments, for which covered people are counted.
  public var peopleMonth: CoverageMonth?
  /// The lines of `monthly.csv`, in their sort order (`MonthlyLine` compares).
  public var monthly: [MonthlyLine] = []
  /// The sections of `statement.csv`.
  public var statement = Statement()
  /// What the manifest says of inputs, books and versions.
  public var manifest = ManifestFacts()

  /// A report that has no lines yet.
  public init(programme: String, city: String, period: Period, asOf: CalendarDate) {
    (self.programme, self.city, self.period, self.asOf) = (programme, city, period, asOf)
  }

  /// Whether files of a kind were given and used; else nothing can be said of it.
  ///
  /// Payment lists and registers are of some months each: there one that is used is enough.
  public func isGiven(_ kind: InputKind) -> Bool {
    let own = manifest.inputs.filter { $0.kind == kind }
    guard kind != .contributions, kind != .disbursements else {
      return own.contains(where: \.isUsed)
    }
    return !own.isEmpty && own.allSatisfy(\.isUsed)
  }

  /// The place of a rule's entry in the catalogue.
  public func entryIndex(of code: RuleCode) -> Int? {
    for index in entries.indices where entries[index].code == code { return index }
    return nil
  }
}

/// A row of a dated law table as reports name it.
public struct LawRowText: Sendable {
  /// The row's permanent name.
  public let id: String
  /// What it says, in Indonesian.
  public let title: String
  /// The law or agreement and its place.
  public let source: String
  /// The first day it applies.
  public let validFrom: CalendarDate?
  /// Whether the source was seen in its own words.
  public let confirmed: Bool

  /// A law row's texts.
  public init(id: String, title: String, source: String, validFrom: CalendarDate?, confirmed: Bool)
  {
    (self.id, self.title, self.source) = (id, title, source)
    (self.validFrom, self.confirmed) = (validFrom, confirmed)
  }
}
