/// What `manifest.json` says beyond the findings: inputs, books, versions; no personal value.
public struct ManifestFacts: Sendable {
  /// The program's name and version.
  public var program = ""
  /// The definition's base name.
  public var definitionFile = ""
  /// The definition's SHA-256, hexadecimal.
  public var definitionSHA256 = ""
  /// The input files, by `FileID`.
  public var inputs: [ReportedInput] = []
  /// The books that were checked.
  public var books: [BookLine] = []
  /// The published figures, in the definition's order.
  public var expectations: [ExpectationResult] = []
  /// What was not checked, by code.
  public var notChecked: [NotChecked] = []
  /// What the run holds no item for, by code.
  public var notApplicable: [NotApplicable] = []
  /// The law rows that were used.
  public var lawUsed: [LawRef] = []
  /// The fingerprint of the pseudonym key, never the key.
  public var keyFingerprint = ""
  /// The name or hash of the run before this one.
  public var previous: String?

  /// Nothing stated yet.
  public init() {}
}

/// An input file as the manifest and the packet name it.
public struct ReportedInput: Sendable {
  /// What it holds.
  public var kind: InputKind
  /// Its display name.
  public var file: String
  /// The SHA-256 of its bytes, hexadecimal.
  public var sha256: String
  /// Its length.
  public var bytes: Int
  /// What it was read as: `csv`, `xml` and so on.
  public var format: String
  /// The encoding it was read in.
  public var encoding: String
  /// How cells are set apart, as in `separator=, quote="`; empty where that means nothing.
  public var dialect: String
  /// The line of its header, from 1.
  public var headerLine: Int?
  /// What became of its rows.
  public var tally: FileTally
  /// Whether its rows are used; they are not where a control total differs from them.
  public var isUsed = true
  /// The columns that were found in it.
  public var columns: ColumnMap = [:]
  /// What bank statements in it say of themselves.
  public var statements: [StatementBalance]

  /// An input file.
  public init(
    kind: InputKind, file: String, sha256: String, bytes: Int, format: String, encoding: String,
    dialect: String = "", headerLine: Int? = nil, tally: FileTally,
    statements: [StatementBalance] = []
  ) {
    (self.kind, self.file, self.sha256, self.bytes) = (kind, file, sha256, bytes)
    (self.format, self.encoding, self.dialect) = (format, encoding, dialect)
    (self.headerLine, self.tally, self.statements) = (headerLine, tally, statements)
  }
}

/// A book that was checked: two sums counted at two places.
public struct BookLine: Sendable {
  /// What is compared.
  public var name: String
  /// One side.
  public var left: Int64
  /// The other side.
  public var right: Int64
  /// Whether both are equal.
  public var holds: Bool { left == right }

  /// Two sums under a name.
  public init(_ name: String, left: Int64, right: Int64) {
    (self.name, self.left, self.right) = (name, left, right)
  }
}

/// Cases and their rupiah.
public struct CasesAndAmount: Hashable, Sendable {
  /// How many claims; nil where a published figure does not say.
  public var cases: Int64?
  /// The whole rupiah; nil where a published figure does not say.
  public var amount: Int64?

  /// Cases and rupiah.
  public init(cases: Int64?, amount: Int64?) { (self.cases, self.amount) = (cases, amount) }
}

/// A published figure and what the run found for it.
public struct ExpectationResult: Sendable {
  /// Whose claims; `.none` is all.
  public var programme: Programme
  /// The months.
  public var period: Period
  /// Which date decides the month.
  public var basis: MonthlyLine.Basis
  /// What was published.
  public var expected: CasesAndAmount
  /// What the run found.
  public var found: CasesAndAmount
  /// The claim numbers behind what was found, in byte order.
  public var claims: [String]
  /// Whether there were claims to compare with; a figure that was not checked does not hold.
  public var isChecked = true
  /// Whether the figure stands.
  public var holds: Bool {
    isChecked && (expected.cases == nil || expected.cases == found.cases)
      && (expected.amount == nil || expected.amount == found.amount)
  }

  /// A published figure and its outcome.
  public init(
    programme: Programme, period: Period, basis: MonthlyLine.Basis, expected: CasesAndAmount,
    found: CasesAndAmount, claims: [String]
  ) {
    (self.programme, self.period, self.basis) = (programme, period, basis)
    (self.expected, self.found, self.claims) = (expected, found, claims)
  }
}

/// A rule that said nothing because it could not be checked.
public struct NotChecked: Hashable, Sendable {
  /// Why a rule was not checked.
  public enum Reason: Hashable, Sendable {
    /// No file of a kind was given: a kind's name in a definition, as `receipts`.
    case notGiven(String)
    /// A column is in no file.
    case noColumn(Column)
    /// The definition switches the rule off.
    case switchedOff
    /// The definition gives no parameter: its name under `rules`.
    case noParameter(String)
    /// A file's totals do not agree with its rows, so its kind is not used: its display name.
    case unusableFile(String)
  }

  /// The rule.
  public let code: RuleCode
  /// Why.
  public let reason: Reason

  /// A rule and the reason.
  public init(_ code: RuleCode, _ reason: Reason) { (self.code, self.reason) = (code, reason) }
}

/// A rule that was ready to judge and had nothing to judge.
public struct NotApplicable: Hashable, Sendable {
  /// What the files hold none of.
  public enum Absent: UInt8, Sendable {
    case deathClaims, accidentClaims, deathsOfBothProgrammes, eventsUnderShortTenure, scholarships
    case deaths, overdueFindings
  }

  /// The rule.
  public let code: RuleCode
  /// What is absent.
  public let absent: Absent

  /// A rule and what there is none of.
  public init(_ code: RuleCode, _ absent: Absent) { (self.code, self.absent) = (code, absent) }
}
