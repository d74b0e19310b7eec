internal import Domain
internal import Writer

/// Renders the reports, checks that each has all its rows, and publishes them.
struct PublishStage {
  /// Where to publish; nil for a dry run, which does all the rest.
  let folder: RunFolder?
  let options: RunOptions
  let seams: RunSeams
  /// The rejected rows, each file's in a file of its own.
  let rejected: [RejectedRows]

  /// Stops the run at a book that does not balance.
  static func check(_ book: BookLine) throws(RunError) {
    guard !book.holds else { return }
    throw .booksBroken(name: book.name, left: "\(book.left)", right: "\(book.right)")
  }

  /// Writes every report of a run whose books balance so far.
  func publish(_ report: RunReport) throws -> RunOutcome {
    var report = report
    let rows = try PieceWriter(threads: options.workers)
      .write(seams.dropRowAt == .writer ? report.withoutLastFinding : report, to: folder)
    for file in ReportCatalog.files { try enter(file, rows, &report) }
    let path = try finish(report)
    return RunOutcome(
      status: RunSummary.status(of: report, failOn: options.failOn), folder: path,
      summary: RunSummary.lines(of: report, folder: path))
  }

  /// Enters a report's book: the rows it should have, and those that were written.
  private func enter(
    _ file: ReportFile, _ written: [String: Int], _ report: inout RunReport
  ) throws(RunError) {
    guard let rows = file.rows else { return }
    let book = BookLine(
      "written:\(file.name)", left: Int64(rows(report)), right: Int64(written[file.name] ?? 0))
    try Self.check(book)
    report.manifest.books.append(book)
  }

  /// Writes the manifest and the checksums, and publishes the folder.
  private func finish(_ report: RunReport) throws(RunError) -> String? {
    guard let folder else { return nil }
    for rows in rejected {
      try rows.bytes.span.withUnsafeBytes { bytes throws(RunError) in
        try folder.write("rejects/\(rows.file)", bytes)
      }
    }
    let outputs = folder.outputs.map {
      ReportedOutput(file: $0.file, sha256: $0.sha256.hex, bytes: $0.bytes)
    }
    try folder.write("manifest.json", Array(ManifestJSON.render(report, outputs: outputs)))
    try folder.write("SHA256SUMS", folder.checksums)
    return try folder.publish()
  }
}

extension RunReport {
  /// The same report with a finding lost: a seam for the tests of the books.
  fileprivate var withoutLastFinding: RunReport {
    var report = self
    _ = report.findings.popLast()
    return report
  }
}
