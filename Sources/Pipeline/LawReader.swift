import Domain
public import Rules
import Yams

/// Reads the dated law tables, given by file name: tariff, benefits, limits, holidays, jobs
/// and villages.
///
/// A table that is not among the files stays empty. Throws where, what was expected and what
/// stands there.
public func readLaw(files: [String: String]) throws(DefinitionError) -> LawBook {
  var reader = LawReader()
  if let text = files["tariff.yaml"] { try reader.readTariff(text) }
  if let text = files["benefits.yaml"] { try reader.readBenefits(text) }
  if let text = files["limits.yaml"] { try reader.readLimits(text) }
  if let text = files["holidays.yaml"] { try reader.readHolidays(text) }
  if let text = files["jobs.yaml"] { try reader.readJobs(text) }
  if let text = files["villages.yaml"] { try reader.readVillages(text) }
  if let text = files["funds.yaml"] { try reader.readFunds(text) }
  if let text = files["accounts.yaml"] { try reader.readAccounts(text) }
  return reader.book
}

/// The decoding of the tables into one book.
struct LawReader {
  typealias Fields = [String: YAMLCursor]

  static let rowKeys = ["id", "title", "source", "confirmed", "from", "to"]
  static let rupiah: ClosedRange<Int64> = 0...1_000_000_000_000

  var book = LawBook()

  // MARK: Tables

  mutating func readTariff(_ text: String) throws(DefinitionError) {
    let root = try Self.root(text, "tariff.yaml").fields(["rates", "reliefs"])
    for item in try root["rates"]?.items() ?? [] { try readRate(item) }
    for item in try root["reliefs"]?.items() ?? [] { try readRelief(item) }
    book.tariff.rates.sort { $0.from < $1.from }
  }

  mutating func readBenefits(_ text: String) throws(DefinitionError) {
    let root = try Self.root(text, "benefits.yaml").fields([
      "benefits", "shortTenures", "scholarships",
    ])
    for item in try root["benefits"]?.items() ?? [] { try readGrant(item) }
    for item in try root["shortTenures"]?.items() ?? [] { try readShortTenure(item) }
    for item in try root["scholarships"]?.items() ?? [] { try readScholarship(item) }
    book.benefits.grants.sort { $0.from < $1.from }
    book.benefits.shortTenures.sort { $0.from < $1.from }
  }

  mutating func readJobs(_ text: String) throws(DefinitionError) {
    let root = try Self.root(text, "jobs.yaml").fields(["lists", "jobs", "transport"])
    var lists: [(String, List)] = []
    for item in try root["lists"]?.items() ?? [] {
      let fields = try Self.rowFields(item)
      let from = try Self.day(Self.get("from", of: fields, in: item))
      lists.append((try Self.get("id", of: fields, in: item).text(), List(try add(fields), from)))
    }
    var jobs: [JobTable.Job] = []
    for item in try root["jobs"]?.items() ?? [] { jobs.append(try Self.job(item, lists)) }
    book.jobs = JobTable(jobs: jobs, transport: try Self.texts(root["transport"]))
  }

  mutating func readVillages(_ text: String) throws(DefinitionError) {
    let root = try Self.root(text, "villages.yaml").fields(["lists", "districts"])
    var laws: [LawRef] = []
    for item in try root["lists"]?.items() ?? [] { laws.append(try add(Self.rowFields(item))) }
    var villages: [VillageTable.Village] = []
    var codes: [String] = []
    for item in try root["districts"]?.items() ?? [] {
      let fields = try item.fields(
        ["name", "code", "bps", "villages"], required: ["name", "villages"])
      let district = try Self.get("name", of: fields, in: item).text()
      if let code = fields["bps"] { codes.append(try code.text()) }
      for village in try fields["villages"]?.items() ?? [] {
        villages.append(try Self.village(village, district, laws.first ?? .none))
      }
    }
    book.villages = VillageTable(villages: villages, statisticsCodes: codes)
  }

  mutating func readFunds(_ text: String) throws(DefinitionError) {
    let root = try Self.root(text, "funds.yaml").fields(["lists", "funds", "wadahs"])
    for item in try root["lists"]?.items() ?? [] { _ = try add(Self.rowFields(item)) }
    var funds: [FundTable.Fund] = []
    for item in try root["funds"]?.items() ?? [] {
      let fields = try item.fields(["name", "spellings"], required: ["name"])
      funds.append(
        FundTable.Fund(
          name: try Self.get("name", of: fields, in: item).text(),
          spellings: try Self.texts(fields["spellings"])))
    }
    var wadahs: [FundTable.Wadah] = []
    for item in try root["wadahs"]?.items() ?? [] {
      let fields = try Self.rowFields(item, ["code", "funds"])
      let code = try Self.get("code", of: fields, in: item).text()
      let names = try Self.texts(fields["funds"])
      wadahs.append(FundTable.Wadah(code: code, funds: names, law: try add(fields)))
    }
    book.funds = FundTable(funds: funds, wadahs: wadahs)
  }

  mutating func readAccounts(_ text: String) throws(DefinitionError) {
    let root = try Self.root(text, "accounts.yaml").fields(["accounts"])
    var accounts: [AccountTable.Account] = []
    for item in try root["accounts"]?.items() ?? [] {
      let fields = try Self.rowFields(item, ["code"])
      let code = try Self.get("code", of: fields, in: item).text()
      accounts.append(AccountTable.Account(code: code, law: try add(fields)))
    }
    book.accounts = AccountTable(accounts: accounts)
  }

  // MARK: Rows

  private mutating func readRate(_ item: YAMLCursor) throws(DefinitionError) {
    let fields = try Self.rowFields(item, ["jkm", "brackets"])
    var brackets: [Tariff.Bracket] = []
    for bracket in try Self.get("brackets", of: fields, in: item).items() {
      let fields = try bracket.fields(["income", "base", "jkk"], required: ["income", "jkk"])
      let income = try Self.amount("income", of: fields, in: bracket)
      let base = try fields["base"]?.integer(in: Self.rupiah) ?? 0
      let jkk = try Self.amount("jkk", of: fields, in: bracket)
      brackets.append(Tariff.Bracket(income: income, base: base, jkk: jkk))
    }
    brackets.sort { $0.income < $1.income }
    let from = try Self.get("from", of: fields, in: item).month()
    let to = try fields["to"]?.month()
    let jkm = try Self.amount("jkm", of: fields, in: item)
    book.tariff.rates.append(
      Tariff.Rate(law: try add(fields), from: from, to: to, jkm: jkm, brackets: brackets))
  }

  private mutating func readRelief(_ item: YAMLCursor) throws(DefinitionError) {
    let fields = try Self.rowFields(item, ["sector", "percent"])
    let from = try Self.get("from", of: fields, in: item).month()
    let to = try Self.get("to", of: fields, in: item).month()
    let sector = try Self.sector(Self.get("sector", of: fields, in: item))
    let percent = try Self.get("percent", of: fields, in: item).integer(in: Int64(0)...Int64(100))
    book.tariff.reliefs.append(
      Tariff.Relief(law: try add(fields), from: from, to: to, sector: sector, percent: percent))
  }

  private mutating func readGrant(_ item: YAMLCursor) throws(DefinitionError) {
    let fields = try Self.rowFields(item, ["jkm", "jkk", "funeral"])
    let from = try Self.day(Self.get("from", of: fields, in: item))
    let to = try fields["to"].map(Self.day)
    let death = try Self.amount("jkm", of: fields, in: item)
    let accident = try Self.amount("jkk", of: fields, in: item)
    let funeral = try Self.amount("funeral", of: fields, in: item)
    book.benefits.grants.append(
      BenefitSchedule.Grant(
        law: try add(fields), from: from, to: to, death: death, workAccidentDeath: accident,
        funeral: funeral))
  }

  private mutating func readShortTenure(_ item: YAMLCursor) throws(DefinitionError) {
    let fields = try Self.rowFields(item, ["months", "days", "amount"])
    let from = try Self.day(Self.get("from", of: fields, in: item))
    let months = try Self.get("months", of: fields, in: item).integer(in: 0...1200)
    let days = try Self.get("days", of: fields, in: item).integer(in: 0...36_500)
    let amount = try Self.amount("amount", of: fields, in: item)
    book.benefits.shortTenures.append(
      BenefitSchedule.ShortTenure(
        law: try add(fields), from: from, months: months, days: days, amount: amount))
  }

  mutating func add(_ fields: Fields) throws(DefinitionError) -> LawRef {
    guard let id = fields["id"], let title = fields["title"], let source = fields["source"],
      let confirmed = fields["confirmed"]
    else { preconditionFailure("required keys are there") }
    let name = try id.text("a short name")
    guard book.ref(id: name) == nil else {
      throw id.wrong(
        expected: "an id that no other row has", remedy: "Give each row an id of its own.")
    }
    return book.add(
      LawRow(
        id: name, title: try title.text(), source: try source.text(),
        validFrom: try fields["from"].map(Self.firstDay),
        validTo: try fields["to"].map(Self.lastDay),
        confirmed: try confirmed.choice([("yes", true), ("no", false)])))
  }

  // MARK: Parts

  /// A list of jobs that rows refer to.
  private struct List {
    let law: LawRef
    let from: CalendarDate

    init(_ law: LawRef, _ from: CalendarDate) { (self.law, self.from) = (law, from) }
  }

  private static func job(
    _ item: YAMLCursor, _ lists: [(String, List)]
  ) throws(DefinitionError) -> JobTable.Job {
    let keys = ["name", "list", "sector", "synonyms"]
    let fields = try item.fields(keys, required: ["name", "list", "sector"])
    let list = try get("list", of: fields, in: item).choice(lists)
    return JobTable.Job(
      name: try get("name", of: fields, in: item).text(), synonyms: try texts(fields["synonyms"]),
      sector: try sector(get("sector", of: fields, in: item)), legalFrom: list.from, law: list.law)
  }

  private static func village(
    _ item: YAMLCursor, _ district: String, _ law: LawRef
  ) throws(DefinitionError) -> VillageTable.Village {
    let keys = ["name", "code", "bps", "spellings", "oldNames"]
    let fields = try item.fields(keys, required: ["name", "code"])
    var spellings = try texts(fields["spellings"]) + texts(fields["oldNames"])
    if let code = fields["bps"] { spellings.append(try code.text()) }
    return VillageTable.Village(
      name: try get("name", of: fields, in: item).text(), district: district,
      code: try get("code", of: fields, in: item).text(), spellings: spellings, law: law)
  }

  // MARK: Values

  static func root(_ text: String, _ file: String) throws(DefinitionError) -> YAMLCursor {
    var (problem, line, column) = ("an empty file", 1, 1)
    do {
      if let node = try Yams.compose(yaml: text) {
        return YAMLCursor(node: node, file: file, path: "definition")
      }
    } catch let error as YamlError {
      (problem, line, column) = Self.place(of: error)
    } catch {
      problem = "something unreadable"
    }
    throw DefinitionError(
      file: file, line: line, column: column, expected: "a law table in YAML", found: problem,
      remedy: "Compare it with the table of the same name that comes with the program.")
  }

  private static func place(of error: YamlError) -> (String, Int, Int) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (problem, mark.line, mark.column)
    default: ("a form that is no YAML", 1, 1)
    }
  }

  static func rowFields(
    _ item: YAMLCursor, _ further: [String] = []
  ) throws(DefinitionError) -> Fields {
    try item.fields(rowKeys + further, required: ["id", "title", "source", "confirmed"])
  }

  static func get(
    _ name: String, of fields: Fields, in item: YAMLCursor
  ) throws(DefinitionError) -> YAMLCursor {
    guard let field = fields[name] else {
      throw item.wrong(expected: "the key `\(name)`", found: "none", remedy: "Add `\(name)`.")
    }
    return field
  }

  static func amount(
    _ name: String, of fields: Fields, in item: YAMLCursor
  ) throws(DefinitionError) -> Int64 {
    try get(name, of: fields, in: item).integer(in: rupiah)
  }

  static func texts(_ cursor: YAMLCursor?) throws(DefinitionError) -> [String] {
    var texts: [String] = []
    for item in try cursor?.items() ?? [] { texts.append(try item.text()) }
    return texts
  }

  private static func sector(_ cursor: YAMLCursor) throws(DefinitionError) -> Tariff.Sector {
    try cursor.choice(Tariff.Sector.allCases.map { ($0.rawValue, $0) })
  }

  static func day(_ cursor: YAMLCursor) throws(DefinitionError) -> CalendarDate {
    let parts = try cursor.text("a day").split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), let date = CalendarDate(year: year, month: month, day: day)
    else {
      throw cursor.wrong(
        expected: "a day for `\(cursor.path)`", remedy: "Write year, month, day, as 2019-12-02.")
    }
    return date
  }

  /// A day, or the first one of a month.
  private static func firstDay(_ cursor: YAMLCursor) throws(DefinitionError) -> CalendarDate {
    if let month = CoverageMonth(written: try cursor.text()) { return month.date(day: 1) }
    return try day(cursor)
  }

  /// A day, or the last one of a month.
  private static func lastDay(_ cursor: YAMLCursor) throws(DefinitionError) -> CalendarDate {
    if let month = CoverageMonth(written: try cursor.text()) { return month.lastDay }
    return try day(cursor)
  }
}
