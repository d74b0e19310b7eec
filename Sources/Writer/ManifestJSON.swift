public import Domain

/// A file of the run folder as the manifest names it.
public struct ReportedOutput: Sendable {
  /// Its name.
  public let file: String
  /// The SHA-256 of its bytes, hexadecimal.
  public let sha256: String
  /// Its length.
  public let bytes: Int

  /// An output file.
  public init(file: String, sha256: String, bytes: Int) {
    (self.file, self.sha256, self.bytes) = (file, sha256, bytes)
  }
}

/// Renders `manifest.json`: inputs, books, findings and outputs, with no personal value.
public enum ManifestJSON {
  /// The file's bytes; `outputs` are the folder's other files, by name.
  public static func render(
    _ report: RunReport, outputs: [ReportedOutput]
  ) -> ContiguousArray<UInt8> {
    var json = JSONText(pretty: true, room: 16_384)
    json.object { json in
      appendHead(report, to: &json)
      json.array("inputs") { json in
        for input in report.manifest.inputs { append(input, to: &json) }
      }
      appendBooks(report, to: &json)
      appendFindings(report, to: &json)
      json.array("expectations") { json in
        for result in report.manifest.expectations { append(result, of: report, to: &json) }
      }
      appendNotChecked(report, to: &json)
      appendNotApplicable(report, to: &json)
      appendLaw(report, to: &json)
      appendOutputs(outputs, to: &json)
      json.member("key_fingerprint", text: report.manifest.keyFingerprint)
      json.member("previous", text: report.manifest.previous ?? "")
    }
    json.endLine()
    return json.text.bytes
  }

  private static func appendHead(_ report: RunReport, to json: inout JSONText) {
    json.member("schema", "rekon.manifest/1")
    json.member("program", text: report.manifest.program)
    json.object("definition") { json in
      json.member("file", text: report.manifest.definitionFile)
      json.member("sha256", text: report.manifest.definitionSHA256)
    }
    json.member("as_of") { $0.append(report.asOf) }
    append(report.period, to: &json)
  }

  private static func append(_ period: Period, to json: inout JSONText) {
    json.object("period") { json in
      json.member("from") { $0.append(period.from) }
      json.member("to") { $0.append(period.to) }
    }
  }

  private static func append(_ input: ReportedInput, to json: inout JSONText) {
    json.object { json in
      json.member("kind", text: input.kind.name)
      json.member("file", text: input.file)
      json.member("sha256", text: input.sha256)
      json.member("bytes", number: Int64(input.bytes))
      json.member("format", text: input.format)
      json.member("encoding", text: input.encoding)
      json.member("dialect", text: input.dialect)
      json.member("header_line", number: input.headerLine.map { Int64($0) })
      json.object("rows") { append(input.tally, to: &$0) { Int64($0.rows) } }
      json.object("amount") { append(input.tally, to: &$0) { $0.amount.rupiah } }
      json.object("unread") { appendUnread(input.tally.unread, to: &$0) }
      if !input.statements.isEmpty { append(input.statements, to: &json) }
    }
  }

  /// Bank statements, their amounts as texts, since they have decimals.
  private static func append(_ statements: [StatementBalance], to json: inout JSONText) {
    json.array("statements") { json in
      for statement in statements {
        json.object { json in
          json.member("statement", text: statement.statement)
          json.member("currency", text: statement.currency)
          json.member("opening", text: statement.opening?.text ?? "")
          json.member("booked", text: statement.booked?.text ?? "")
          json.member("closing", text: statement.closing?.text ?? "")
          json.member("difference", text: statement.difference?.text ?? "")
          json.member("entries", number: Int64(statement.entries))
          json.member("stated_entries", number: statement.statedEntries.map { Int64($0) })
          json.member("holds", flag: statement.holds)
        }
      }
    }
  }

  private static func append(
    _ tally: FileTally, to json: inout JSONText, _ value: (Tally) -> Int64
  ) {
    json.member("read", number: value(tally.read))
    json.member("accepted", number: value(tally.accepted))
    json.member("rejected", number: value(tally.rejected))
    json.member("duplicate", number: value(tally.duplicate))
    json.member("skipped", number: value(tally.skipped))
  }

  private static func appendUnread(_ unread: [Column: Int], to json: inout JSONText) {
    for column in Column.allCases {
      guard let count = unread[column], count > 0 else { continue }
      json.member(key: { $0.append(text: column.text) }, number: Int64(count))
    }
  }

  private static func appendBooks(_ report: RunReport, to json: inout JSONText) {
    json.array("books") { json in
      for book in report.manifest.books {
        json.object { json in
          json.member("name", text: book.name)
          json.member("holds", flag: book.holds)
          json.member("left", number: book.left)
          json.member("right", number: book.right)
        }
      }
    }
  }

  private static func appendFindings(_ report: RunReport, to json: inout JSONText) {
    json.object("findings") { json in
      var place = 0
      while place < report.findings.count {
        let code = report.findings[place].finding.code
        var (count, amount) = (Int64(0), MoneySum())
        while place < report.findings.count, report.findings[place].finding.code == code {
          count += 1
          amount.add(report.findings[place].finding.atRisk)
          place += 1
        }
        json.object(key: { $0.append(code) }) { json in
          json.member("count", number: count)
          json.member("amount", number: amount.rupiah)
        }
      }
    }
  }

  private static func append(
    _ result: ExpectationResult, of report: RunReport, to json: inout JSONText
  ) {
    json.object { json in
      json.member("what") { text in
        text.append("claims ")
        text.append(result.programme == .none ? "all" : result.programme.code)
        text.append(" ")
        text.append(result.period.from)
        text.append("..")
        text.append(result.period.to)
        text.append(" ")
        text.append(result.basis.name)
      }
      json.object("expected") { append(result.expected, to: &$0) }
      json.object("found") { append(result.found, to: &$0) }
      json.member("holds", flag: result.holds)
      if !result.isChecked {
        json.member("reason", text: Wording.unchecked(.claims, of: report))
      }
      json.array("claims") { json in
        for claim in result.claims { json.element { $0.append(text: claim) } }
      }
    }
  }

  private static func append(_ figures: CasesAndAmount, to json: inout JSONText) {
    json.member("cases", number: figures.cases)
    json.member("amount", number: figures.amount)
  }

  private static func appendNotChecked(_ report: RunReport, to json: inout JSONText) {
    json.array("not_checked") { json in
      for rule in report.manifest.notChecked {
        json.object { json in
          json.member("code") { $0.append(rule.code) }
          json.member("reason", text: Wording.reason(rule.reason))
        }
      }
    }
  }

  private static func appendNotApplicable(_ report: RunReport, to json: inout JSONText) {
    json.array("not_applicable") { json in
      for rule in report.manifest.notApplicable {
        json.object { json in
          json.member("code") { $0.append(rule.code) }
          json.member("reason", Wording.absent(rule.absent))
        }
      }
    }
  }

  private static func appendLaw(_ report: RunReport, to json: inout JSONText) {
    json.array("law") { json in
      for law in report.manifest.lawUsed where Int(law.index) < report.law.count {
        json.object { FindingsJSONL.appendLawMembers(report.law[Int(law.index)], to: &$0) }
      }
    }
  }

  private static func appendOutputs(_ outputs: [ReportedOutput], to json: inout JSONText) {
    json.array("outputs") { json in
      for output in outputs {
        json.object { json in
          json.member("file", text: output.file)
          json.member("sha256", text: output.sha256)
          json.member("bytes", number: Int64(output.bytes))
        }
      }
    }
  }
}
