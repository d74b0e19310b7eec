internal import Domain
internal import Matcher
internal import Rules

/// Runs a definition from its inputs to its published folder.
///
/// Throws a `RunError` or a `DefinitionError`.
public func runPipeline(
  _ options: RunOptions, progress: RunProgress?, seams: RunSeams
) throws -> RunOutcome {
  let definition = try PipelineDefinition.load(path: options.definition)
  let files = try InputFiles.resolve(definition, folder: options.inputs)
  let period =
    options.month.flatMap { Period(from: $0, to: $0) } ?? definition.period
  let asOf = options.asOf ?? CivilClock.today
  let folder =
    options.dryRun ? nil : try RunFolder(out: options.out, label: RunFolder.label(of: period))
  let key = try PseudonymKey.load(
    file: options.key, out: options.out, dryRun: options.dryRun)
  if seams.isFaulty { throw RunError.internalFault("a test asked for it") }
  let (report, rejected) = try Reconciliation(
    definition: definition, files: files, period: period, asOf: asOf, key: key, options: options,
    progress: progress, seams: seams
  ).report()
  return try PublishStage(
    folder: folder, options: options, seams: seams, rejected: rejected
  ).publish(report)
}

/// A run up to its report: everything is read, linked and judged, and nothing is written.
struct Reconciliation {
  let definition: PipelineDefinition
  let files: [InputFile]
  let period: Period
  let asOf: CalendarDate
  let key: PseudonymKey
  let options: RunOptions
  var progress: RunProgress?
  var seams = RunSeams()

  /// The report, its books balanced so far, and the rejected rows.
  ///
  /// Throws a `RunError` or a `DefinitionError`.
  func report() throws -> (report: RunReport, rejected: [RejectedRows]) {
    let law = try readLaw(
      files: ShippedLaw.lawFiles(
        folder: ShippedLaw.folder(of: definition, inputs: options.inputs)))
    var reading = ReadStage(
      definition: definition, reference: period.to.lastDay, seams: seams, progress: progress,
      repeated: try RepeatedFiles.find(files))
    try reading.readRecords(files)
    reading.records.orderRoster()
    var linker = PersonLinker(roster: reading.records.roster)
    var cases = CaseFile(taking: &reading.records, &linker)
    var plane = PremiumPlane()
    try reading.readPayments(files, &cases, &linker, &plane)
    cases.linkResidue(&linker, &plane)
    cases.gatherDeaths(of: plane)
    if seams.dropRowAt == .matcher { plane.dropPremium() }
    reading.unused.conclude(reading.inputs)
    let evidence = PaymentEvidence(
      reading.evidence, repeated: try reading.repeatedRows(),
      areInRowOrder: reading.ids.isAscending && reading.ids.isComplete)
    var judged = try JudgeStage(
      definition: definition, period: period, asOf: asOf, law: law, files: files, seams: seams,
      threads: options.workers, unused: reading.unused, repeated: reading.repeated
    ).judge(cases, &linker, plane, evidence)
    linker.endLinking()
    let builder = ReportBuilder(
      definition: definition, period: period, asOf: asOf, files: files, law: law, key: key,
      cases: cases, linker: linker, evidence: evidence)
    let report = try builder.report(
      &judged, plane, inputs: reading.inputs, books: reading.books, linksAll: options.linksAll)
    try report.manifest.books.forEach(PublishStage.check)
    for file in reading.evidence { try file.source.verifyUnchanged() }
    return (report, reading.rejectedRows)
  }
}
