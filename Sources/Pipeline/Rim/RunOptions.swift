public import Domain

/// What the command line asks of a run.
public struct RunOptions: Sendable {
  /// The definition's path.
  public var definition: String
  /// The folder the inputs lie in; nil for the definition's own.
  public var inputs: String?
  /// The folder that receives the published runs.
  public var out = "out"
  /// The day the run is of; nil for today in Asia/Jakarta.
  public var asOf: CalendarDate?
  /// The file of the pseudonym key; nil for the one beside `out`.
  public var key: String?
  /// How many threads may work; nil for as many as there are processors.
  public var threads: Int?
  /// Whether nothing is to be published.
  public var dryRun = false
  /// From which severity on findings change the exit status; nil for none.
  public var failOn: Severity?
  /// The one month to judge in place of the definition's period.
  public var month: CoverageMonth?
  /// Whether `links.csv` lists every contribution.
  public var linksAll = false

  /// The options of a run with nothing but its definition stated.
  public init(definition: String) { self.definition = definition }
}

/// What came of a run.
public struct RunOutcome: Sendable {
  /// What the process exits with.
  public var status: ExitStatus
  /// The published folder; nil where nothing was published.
  public var folder: String?
  /// What to say on standard output.
  public var summary: [String]

  /// An outcome.
  public init(status: ExitStatus, folder: String?, summary: [String]) {
    (self.status, self.folder, self.summary) = (status, folder, summary)
  }
}

/// Hears how far a file is read: its display name, bytes done, bytes in all, rows so far.
public typealias RunProgress =
  @Sendable (_ file: String, _ done: Int, _ total: Int, _ rows: Int) -> Void

/// Where tests make a run go wrong, to see that its books notice.
public struct RunSeams: Sendable {
  /// A stage that can lose a row.
  public enum Stage: String, Sendable, CaseIterable {
    case reader, validator, matcher, rules, writer
  }

  /// The stage that loses one row.
  public var dropRowAt: Stage?
  /// Whether the program breaks its word: an internal fault.
  public var isFaulty: Bool

  /// A run that goes right, one that loses a row at a stage, or one that breaks its word.
  public init(dropRowAt: Stage? = nil, isFaulty: Bool = false) {
    (self.dropRowAt, self.isFaulty) = (dropRowAt, isFaulty)
  }
}
