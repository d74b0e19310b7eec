import Domain
import Rules

/// The tables that claims are judged by.
extension LawReader {
  mutating func readLimits(_ text: String) throws(DefinitionError) {
    let root = try Self.root(text, "limits.yaml").fields(["limits"])
    for item in try root["limits"]?.items() ?? [] { try readLimit(item) }
    book.limits.limits.sort { $0.from < $1.from }
  }

  mutating func readHolidays(_ text: String) throws(DefinitionError) {
    let root = try Self.root(text, "holidays.yaml").fields(["years"])
    for item in try root["years"]?.items() ?? [] {
      let fields = try Self.rowFields(item, ["holidays", "leave"])
      var days: Set<CalendarDate> = []
      for key in ["holidays", "leave"] {
        for day in try fields[key]?.items() ?? [] { days.insert(try Self.day(day)) }
      }
      let from = try Self.day(Self.get("from", of: fields, in: item))
      let to = try Self.day(Self.get("to", of: fields, in: item))
      book.workingDays.rows.append(
        WorkingCalendar.Row(law: try add(fields), from: from, to: to, daysOff: days))
    }
    book.workingDays.rows.sort { $0.from < $1.from }
  }

  mutating func readScholarship(_ item: YAMLCursor) throws(DefinitionError) {
    let fields = try Self.rowFields(item, ["months", "children", "levels"])
    var levels: [ScholarshipGrant.Level] = []
    for level in try Self.get("levels", of: fields, in: item).items() {
      let keys = ["name", "perYear", "years"]
      let fields = try level.fields(keys, required: keys)
      levels.append(
        ScholarshipGrant.Level(
          perYear: try Self.amount("perYear", of: fields, in: level),
          years: try Self.get("years", of: fields, in: level).integer(in: 0...100)))
    }
    let from = try Self.day(Self.get("from", of: fields, in: item))
    let to = try fields["to"].map(Self.day)
    let months = try Self.get("months", of: fields, in: item).integer(in: 0...1200)
    let children = try Self.get("children", of: fields, in: item).integer(in: 0...100)
    book.benefits.scholarships.append(
      ScholarshipGrant(
        law: try add(fields), from: from, to: to, months: months, children: children,
        levels: levels))
    book.benefits.scholarships.sort { $0.from < $1.from }
  }

  private mutating func readLimit(_ item: YAMLCursor) throws(DefinitionError) {
    let units: [(String, Fact.Unit)] = [
      ("days", .days), ("workingDays", .workingDays), ("years", .years),
    ]
    let fields = try Self.rowFields(item, ["what", "percentPerDay"] + units.map(\.0))
    let what = try Self.get("what", of: fields, in: item)
      .choice(TimeLimits.What.allCases.map { ($0.rawValue, $0) })
    guard let (name, unit) = units.first(where: { fields[$0.0] != nil }) else {
      throw item.wrong(
        expected: "one of `days`, `workingDays`, `years`", found: "none", remedy: "Add one.")
    }
    let count = try Self.get(name, of: fields, in: item).integer(in: 0...36_500)
    let from = try Self.day(Self.get("from", of: fields, in: item))
    let to = try fields["to"].map(Self.day)
    let percent = try fields["percentPerDay"]?.integer(in: Int64(0)...Int64(100)) ?? 0
    book.limits.limits.append(
      TimeLimits.Limit(
        law: try add(fields), what: what, from: from, to: to, count: count, unit: unit,
        percentPerDay: percent))
  }
}
