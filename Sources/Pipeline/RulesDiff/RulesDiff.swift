public import Domain
internal import Writer

/// Which findings flip on the same inputs between two definitions.
public struct RulesDiff: Sendable {
  /// One of the two definitions.
  public struct Side: Sendable {
    /// Its path, as given.
    public let definition: String
    /// How many findings it gives.
    public let findings: Int
  }

  /// How many findings of a code flip.
  public struct Count: Sendable {
    /// The code.
    public let code: RuleCode
    /// Those of A alone.
    public let onlyA: Int
    /// Those of B alone.
    public let onlyB: Int
    /// Those of both whose severity, status or rupiah at risk differ.
    public let changed: Int
  }

  /// A finding of one side.
  public struct Line: Sendable {
    /// Its id, under which it is paired.
    public let id: String
    /// The code.
    public let code: String
    /// The severity's word.
    public let severity: String
    /// The status's word.
    public let status: String
    /// The month, or nothing.
    public let month: String
    /// The kind of the record at fault.
    public let subjectKind: String
    /// Its key.
    public let subjectKey: String
    /// The rupiah at risk.
    public let atRisk: Int64
    /// The sentence, in Indonesian.
    public let message: String
    /// The law row that decides, or nothing.
    public let law: String
  }

  /// The first definition.
  public let a: Side
  /// The second.
  public let b: Side
  /// Files that are read for one side alone, or are others under the same name.
  public let otherInputs: [String]
  /// What differs under `rules`, `period` and `law`.
  public let changes: [DefinitionChange]
  /// The codes of which findings flip.
  public let counts: [Count]
  /// The findings of A alone.
  public let onlyA: [Line]
  /// The findings of B alone.
  public let onlyB: [Line]
  /// The findings of both that differ.
  public let changed: [(a: Line, b: Line)]

  /// Runs two definitions over the same inputs; nothing is written.
  ///
  /// `inputs` is the folder of both sides' files, else each has its own. Throws a `RunError` or a
  /// `DefinitionError`.
  public static func between(
    _ a: String, _ b: String, inputs: String?, asOf: CalendarDate?, threads: Int? = nil
  ) throws -> RulesDiff {
    let asOf = asOf ?? CivilClock.today
    var options = [RunOptions(definition: a), RunOptions(definition: b)]
    for place in options.indices {
      (options[place].inputs, options[place].threads) = (inputs, threads)
    }
    let changes = try DefinitionChange.all(a, b, inputs: inputs)
    return RulesDiff(
      (a, try report(options[0], asOf)), (b, try report(options[1], asOf)), changes)
  }

  /// What a definition gives, under a key that is thrown away: no pseudonym is shown.
  private static func report(_ options: RunOptions, _ asOf: CalendarDate) throws -> RunReport {
    let definition = try PipelineDefinition.load(path: options.definition)
    return try Reconciliation(
      definition: definition, files: InputFiles.resolve(definition, folder: options.inputs),
      period: definition.period, asOf: asOf,
      key: PseudonymKey(bytes: [UInt8](repeating: 0, count: PseudonymKey.length)),
      options: options
    ).report().report
  }

  private init(
    _ a: (path: String, report: RunReport), _ b: (path: String, report: RunReport),
    _ changes: [DefinitionChange]
  ) {
    let pairs = FindingPairs(a.report, b.report)
    self.a = Side(definition: a.path, findings: a.report.findings.count)
    self.b = Side(definition: b.path, findings: b.report.findings.count)
    self.changes = changes
    let inputs = [a.report, b.report].map { report in
      Set(report.manifest.inputs.map { "\($0.kind.name) \($0.file) \($0.sha256)" })
    }
    otherInputs = Set(inputs[0].symmetricDifference(inputs[1]).map(Self.withoutHash)).sorted()
    counts = pairs.counts
    onlyA = pairs.onlyA.map { Line($0, of: a.report) }
    onlyB = pairs.onlyB.map { Line($0, of: b.report) }
    changed = pairs.changed.map { (a: Line($0.a, of: a.report), b: Line($0.b, of: b.report)) }
  }

  private static func withoutHash(_ input: String) -> String {
    input.split(separator: " ").dropLast().joined(separator: " ")
  }
}

extension RulesDiff.Line {
  /// A finding of a report, by its place.
  fileprivate init(_ place: Int, of report: RunReport) {
    let finding = report.findings[place].finding
    let shown = FindingsCSV.shown(report.findings[place], of: report)
    (id, code, month) = (shown.id, finding.code.text, finding.month.map(\.written) ?? "")
    (severity, status) = ("\(finding.severity.name)", "\(finding.status.name)")
    (subjectKind, subjectKey) = ("\(finding.subject.kind.name)", shown.subjectKey)
    (atRisk, message) = (finding.atRisk, shown.message)
    law = finding.law == .none ? "" : report.law[Int(finding.law.index)].id
  }
}

/// The findings of two reports, paired by id: places in each, in the order of the report.
private struct FindingPairs {
  private(set) var onlyA: [Int] = []
  private(set) var onlyB: [Int] = []
  private(set) var changed: [(a: Int, b: Int)] = []
  private var tallies: [RuleCode: (a: Int, b: Int, changed: Int)] = [:]

  init(_ a: RunReport, _ b: RunReport) {
    let places = Dictionary(
      b.findings.indices.map { (b.findings[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    var paired: Set<UInt64> = []
    for place in a.findings.indices {
      let row = a.findings[place]
      guard let other = places[row.id] else {
        onlyA.append(place)
        tallies[row.finding.code, default: (0, 0, 0)].a += 1
        continue
      }
      paired.insert(row.id)
      guard Self.differs(row.finding, b.findings[other].finding) else { continue }
      changed.append((place, other))
      tallies[row.finding.code, default: (0, 0, 0)].changed += 1
    }
    for place in b.findings.indices where !paired.contains(b.findings[place].id) {
      onlyB.append(place)
      tallies[b.findings[place].finding.code, default: (0, 0, 0)].b += 1
    }
  }

  private static func differs(_ a: Finding, _ b: Finding) -> Bool {
    a.severity != b.severity || a.status != b.status || a.atRisk != b.atRisk
  }

  var counts: [RulesDiff.Count] {
    tallies.sorted { $0.key < $1.key }.map {
      RulesDiff.Count(code: $0.key, onlyA: $0.value.a, onlyB: $0.value.b, changed: $0.value.changed)
    }
  }
}
