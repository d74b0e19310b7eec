import Domain
import Reader
import TestSupport
import Testing
import Validator

/// What became of a small file: its records, its rejects and its account.
struct Checked {
  var records = RunRecords()
  var tally = FileTally()
  var payments: [ContributionRow] = []
  var names: [String] = []
  var file: CheckedFile?

  /// Reads a text through Reader and the checker of its kind.
  init(
    _ kind: InputKind, _ text: String, dates: DateOrder? = .dayFirst,
    amounts: AmountStyle = .detect, fund: String = "", verdict: FileVerdict = FileVerdict()
  ) throws {
    let source = PieceSource(Array(text.utf8))
    var reader = try openReader(source, kind: kind, options: InputOptions())
    let fund = records.funds.intern(Array(fund.utf8).span)
    let settings = InputSettings(
      file: 3, columns: reader.columns, dates: dates, amounts: amounts, fund: fund,
      verdict: verdict, latestBirthYear: 2024)
    var batch = RecordBatch()
    if kind == .contributions {
      var checker = ContributionChecker(settings, firstRow: 100)
      while try reader.next(into: &batch) {
        checker.add(batch, to: &records)
        keep(checker.rows, of: batch)
      }
      (tally, file) = (checker.tally, checker.file)
    } else {
      var checker = RecordChecker(kind, settings)
      while try reader.next(into: &batch) { checker.add(batch, to: &records) }
      (tally, file) = (checker.tally, checker.file)
    }
  }

  /// Reads a text as a run does: again, until the file shows nothing new.
  static func settled(
    _ kind: InputKind, _ text: String, dates: DateOrder? = nil, amounts: AmountStyle = .detect
  ) throws -> Checked {
    var verdict = FileVerdict()
    while true {
      let checked = try Checked(kind, text, dates: dates, amounts: amounts, verdict: verdict)
      guard let next = checked.file?.verdict, next != verdict else { return checked }
      verdict = next
    }
  }

  /// The columns whose form the file does not show.
  var undecided: [Column] { file?.facts.undecided ?? [] }

  private mutating func keep(_ rows: ContiguousArray<ContributionRow>, of batch: RecordBatch) {
    for row in rows {
      payments.append(row)
      let name = batch.bytes[Int(row.name.start)..<Int(row.name.end)]
      names.append(String(decoding: name, as: UTF8.self))
    }
  }

  /// Line, cell, field and reason of each reject, as `3:2 amount unreadable-value`.
  var rejects: [String] {
    records.rejects.map {
      let field = $0.field?.text ?? "-"
      return "\($0.location.line):\($0.column) \(field) \($0.reason.rawValue)"
    }
  }

  /// The shapes of the rejected values.
  var shapes: [String] { records.rejects.map { records.texts.string($0.shape) } }

  /// Read, accepted, rejected, duplicate and skipped: rows and rupiah.
  var account: [String] {
    [tally.read, tally.accepted, tally.rejected, tally.duplicate, tally.skipped].map {
      "\($0.rows) \($0.amount.rupiah)"
    }
  }
}

/// A day as `2024-06-13`, for comparing.
func written(_ date: CalendarDate?) -> String {
  guard let parts = date?.parts else { return "-" }
  let month = parts.month < 10 ? "0\(parts.month)" : "\(parts.month)"
  return "\(parts.year)-\(month)-\(parts.day < 10 ? "0" : "")\(parts.day)"
}

/// A month as `2024-06`, for comparing.
func written(_ month: CoverageMonth) -> String { String(written(month.date(day: 1)).prefix(7)) }

/// A KPJ's text.
func written(_ kpj: KPJ) -> String {
  var bytes: ContiguousArray<UInt8> = []
  kpj.write(to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
