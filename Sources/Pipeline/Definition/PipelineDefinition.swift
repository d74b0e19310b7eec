public import Domain
public import Reader

/// What a run is to do, as its YAML file says (contract: section 1).
public struct PipelineDefinition: Sendable {
  /// The version of the format that this program reads.
  public static let version = 1

  /// The definition's base name.
  public var file: String
  /// The folder it lies in, to which its paths are relative.
  public var folder: String
  /// The SHA-256 of its bytes, in hexadecimal digits.
  public var sha256: String
  /// The programme's name.
  public var programme: String?
  /// The city.
  public var city: City?
  /// The coverage months that are judged.
  public var period: Period
  /// The input files by kind; a kind without files is not there.
  public var inputs: [InputKind: [InputEntry]] = [:]
  /// The folder of the input files, seen from the definition's own; nil for that one itself.
  public var inputFolder: String?
  /// The folder of the dated law tables; nil for the ones that come with the program.
  public var law: String?
  /// What the definition sets of the rules.
  public var rules = RuleSettings()
  /// Published figures that the run confirms or contradicts.
  public var expectations: [Expectation] = []

  /// A definition of a period, with nothing else stated.
  public init(file: String, folder: String, sha256: String, period: Period) {
    (self.file, self.folder, self.sha256) = (file, folder, sha256)
    self.period = period
  }

  /// A city by name and Kemendagri code.
  public struct City: Hashable, Sendable {
    /// The name.
    public var name: String?
    /// The code, as `33.75`.
    public var code: String?
  }
}

/// One line of a kind's list of inputs: a file or a pattern, and what need not be detected.
public struct InputEntry: Sendable {
  /// The path or pattern, as written.
  public var file: String
  /// Where the definition states it, as `file:line:column`.
  public var place: String
  /// The fund, where the files do not say it row by row.
  public var fund: String?
  /// The format.
  public var format: InputFormat?
  /// The encoding's name, in lower case.
  public var encoding: String?
  /// The byte between cells.
  public var separator: UInt8?
  /// The byte around cells.
  public var quote: UInt8?
  /// The sheet of a workbook.
  public var sheet: String?
  /// The row of the header, from 1.
  public var header: Int?
  /// The header or element that holds a column.
  public var columns: [Column: String] = [:]
  /// How the dates that could be read in two orders are to be read.
  public var dates: DateOrder?
  /// How the amounts are written.
  public var amounts: AmountStyle?

  /// A file of which nothing else is stated.
  public init(file: String, place: String) { (self.file, self.place) = (file, place) }

  /// What Reader need not detect.
  public var readerOptions: InputOptions {
    var options = InputOptions(
      format: format, separator: separator, quote: quote, headerRow: header, columns: columns)
    options.encoding = encoding.flatMap { TextEncoding(named: $0) }
    return options
  }
}

/// What a definition sets of the rules.
public struct RuleSettings: Sendable {
  /// The day of the following month by which premiums are due.
  public var dueDay = 15
  /// The share of a file's rows that may be rejected, from 0 to 1.
  public var rejectLimit = 0.01
  /// The codes whose findings are hidden.
  public var off: [RuleCode] = []
  /// Severities other than the catalogue's.
  public var severity: [RuleCode: Severity] = [:]
  /// The funds without relief under PP 50/2025.
  public var reliefExcludes = ["APBN", "APBD", "APBDes", "DBHCHT"]
  /// The kinds of work the programme covers; nil where the law tables say it.
  public var jobs: [String]?
  /// The ages at enrolment: from, and below.
  public var age = 18..<65
  /// The rupiah of the budget by fiscal year.
  public var budget: [Int: Int64] = [:]
  /// How many people a kelurahan may enrol.
  public var quota: [String: Int] = [:]

  /// The settings of a definition that states none.
  public init() {}
}

/// A published figure about claims.
public struct Expectation: Sendable {
  /// By which date a claim falls into a month.
  public enum Basis: String, CaseIterable, Sendable { case event, filed, paid }

  /// The programme.
  public var claims: Programme
  /// The months.
  public var period: Period
  /// By which date they count.
  public var basis = Basis.event
  /// How many claims were published.
  public var cases: Int?
  /// How many rupiah were published.
  public var amount: Int64?

  /// A figure about a programme's claims in some months.
  public init(claims: Programme, period: Period) { (self.claims, self.period) = (claims, period) }
}
