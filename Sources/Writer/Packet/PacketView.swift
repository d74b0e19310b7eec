/// What the page's template is filled with; names are unique, as sections look outward for them.
struct PacketView {
  var pageTitle = ""
  var heading = ""
  var city: String?
  var period = ""
  var asOf = ""
  var statusTone = ""
  var statusText: [String] = []
  var cards: [Card] = []
  var expectations: [ExpectationView] = []
  var chart: ChartView?
  var months: MonthTable?
  var parts: [TableView] = []
  var ratio: RatioView?
  var people: [TableView] = []
  var peopleNote = ""
  var codes: CodeTable?
  var pending: PendingView?
  var topFindings: [FindingView] = []
  var statements: [TableView] = []
  var statementNotes: [String] = []
  var notChecked: [NotCheckedView] = []
  var notApplicable: [NotCheckedView] = []
  var sources: [SourceView] = []
  var program = ""
  var definition = ""
  var keyFingerprint = ""
}

/// A number that also stands in `monthly.csv` or `statement.csv`, and where.
struct Figure {
  let key: String
  let text: String
}

/// A headline: a large figure or ratio, what belongs to it, and its basis and period.
struct Card {
  let cardTitle: String
  var cardMain: Figure?
  var cardRatio: String?
  var cardNote: String?
  var cardLines: [CardLine] = []
  let cardBasis: String
}

/// A figure of a headline with words around it.
struct CardLine {
  var before = ""
  let lineFigure: Figure
  var after = ""
}

/// A published figure and what the run found.
struct ExpectationView {
  let claimTitle: String
  let verdict: String
  let verdictTone: String
  let comparisons: [Comparison]
  var unchecked: String?
  let claimRows: [RowView]
  var claimFindings: String?
}

/// One published number against the one that was found.
struct Comparison {
  let what: String
  let published: String
  var foundFigure: Figure?
  let foundText: String
  let gap: String
}

/// A table of a statement section.
struct TableView {
  let tableTitle: String
  let unitTitle: String
  var amountTitle = "Rupiah"
  let rows: [RowView]
  var footing = ""
  var tableNote: String?
}

/// A line of a table.
struct RowView {
  let rowLabel: String
  var rowClass = ""
  var sign = ""
  var countFigure: Figure?
  var countText = ""
  var amountFigure: Figure?
  var amountText = ""
  var share: Int?
}

/// Claims against premiums.
struct RatioView {
  let ratioText: String
  let benefits: Figure
  let premiums: Figure
  let benefitWidth: Int
  let premiumWidth: Int
}

/// The findings by code.
struct CodeTable {
  let codeRows: [CodeRow]
  let allCount: Figure
  let allAmount: Figure
}

/// The findings of one code.
struct CodeRow {
  let code: String
  let codeTitle: String
  let tags: [Tag]
  let owner: String
  let codeCount: Figure
  let codeAmount: Figure
}

/// A severity, with how many findings have it where there are several.
struct Tag {
  let tone: String
  let toneWord: String
}

/// The findings that are no accusation yet.
struct PendingView {
  let pendingCount: Figure
  let pendingAmount: Figure
}

/// One of the gravest findings.
struct FindingView {
  let findingID: String
  let findingCode: String
  let sentence: String
  let findingTone: String
  let person: String
  let maskedNIK: String
  let atRisk: String
}

/// A reason and the rules it keeps from being checked.
struct NotCheckedView {
  let why: String
  let rules: [String]
}

/// An input file.
struct SourceView {
  let kindName: String
  let fileName: String
  let read: String
  let accepted: String
  let rejected: String
  let skipped: String
  let duplicate: String
  let hash: String
}
