import Testing

@testable import Matcher

/// Which level two values hold, kind by kind.
struct LevelTests {
  /// The level's name, or "absent".
  private func level(
    _ kind: Comparison.Kind, _ left: String, _ right: String,
    _ tuning: ComparisonLevel.Tuning = .init()
  ) -> String {
    var values = LinkValues(
      [Comparison(name: "c", kind: kind, tuning)], left: .of([[left]]), right: .of([[right]]))
    let pattern = values.pattern(0, 0)
    let levels = values.comparisons[0].levels
    return PairScorer.level(pattern, 0).map { levels[$0].name } ?? "absent"
  }

  @Test(arguments: [
    ("Slamet Widodo", "SLAMET WIDODO", "exact"), ("H. Djoko Soesilo", "Joko Susilo", "exact"),
    ("Moh. Ali", "Muhammad Ali", "exact"), ("Siti binti Rahmat", "Siti", "exact"),
    ("José Müller", "Jose Muller", "exact"),
    ("Widodo Slamet", "Slamet Widodo", "words"), ("Nur Aini", "Nuraini", "words"),
    ("Slamet W.", "Slamet Widodo", "abbreviated"), ("Slamet", "Slamet Widodo", "abbreviated"),
    ("Muhammad Agus Hidayat", "Muhammad Hidayat", "abbreviated"),
    ("M. Hidayat", "Muhammad Hidayat", "abbreviated"),
    ("Suprihatin Lestari", "Suprihatin Lestar", "abbreviated"),
    ("Rokhayah", "Rokhaya", "abbreviated"), ("Kusmiati", "Kusmyati", "near"),
    ("Fauzi Rahman", "Pauzi Rahman", "near"), ("Sutrisno", "Sutarno", "close"),
    ("Slamet", "Aminah", "else"), ("", "Aminah", "absent"), ("H.", "", "absent"),
  ])
  func `names`(left: String, right: String, expected: String) {
    #expect(level(.name, left, right) == expected)
    #expect(level(.name, right, left) == expected)
  }

  @Test(arguments: [
    ("3375010101700001", "3375 0101 0170 0001", "exact"),
    ("3375010101700001", "3375010101700010", "one-edit"),
    ("3375010101700001", "3375010101700002", "one-edit"),
    ("3375010101700001", "337501010170001", "one-edit"),
    ("3375010101700001", "3375010102700002", "two-edits"),
    ("3375010101700001", "3375014404990777", "else"),
    ("12", "13", "one-edit"), ("12", "34", "else"), ("", "12", "absent"), ("-", "12", "absent"),
  ])
  func `ids`(left: String, right: String, expected: String) {
    #expect(level(.id, left, right) == expected)
    #expect(level(.id, right, left) == expected)
  }

  @Test(arguments: [
    ("1970-02-01", "01/02/1970", "exact"), ("1970-02-01", "1 Februari 1970", "exact"),
    ("1970-02-01", "19700201", "exact"), ("1970-02-01", "1970-01-02", "day-month"),
    ("1970-02-01", "1971-02-01", "one-digit"), ("1970-02-11", "1970-02-21", "one-digit"),
    ("1970-03-01", "1970-02-28", "one-day"), ("1970-09-30", "1973-08-30", "two-digits"),
    ("1969-10-30", "1970-10-30", "one-year"), ("1970-10-30", "1958-10-30", "two-parts"),
    ("1970-10-30", "1952-03-07", "else"), ("", "1970-10-30", "absent"),
    ("unknown", "1970-10-30", "absent"), ("19701345", "19701344", "one-digit"),
  ])
  func `dates`(left: String, right: String, expected: String) {
    #expect(level(.date, left, right) == expected)
    #expect(level(.date, right, left) == expected)
  }

  @Test(arguments: [
    ("2024-03-01", "2024-03-01", "exact"), ("2024-03-01", "2024-03-02", "1-day"),
    ("2024-03-01", "2024-03-08", "7-day"), ("2024-03-01", "2024-03-21", "window"),
    ("2024-03-01", "2024-03-22", "else"), ("2024-03-02", "2024-03-01", "else"),
  ])
  func `dates of payments, which come after what they pay`(
    left: String, right: String, expected: String
  ) {
    var tuning = ComparisonLevel.Tuning()
    tuning.window = 0...20
    #expect(level(.date, left, right, tuning) == expected)
  }

  @Test(arguments: [
    ("Rp 1.250.000,00", "1250000", "exact"), ("1,250.50", "1.250,50", "exact"),
    ("-100", "100", "opposite"), ("(100)", "-100", "exact"), ("1000", "998", "near"),
    ("1000", "975", "tolerance"), ("1000", "960", "beyond"), ("1000", "800", "third"),
    ("1000", "600", "else"),
    ("none", "960", "absent"),
  ])
  func `amounts with a tolerance`(left: String, right: String, expected: String) {
    var tuning = ComparisonLevel.Tuning()
    tuning.tolerance = 0.03
    #expect(level(.amount, left, right, tuning) == expected)
    #expect(level(.amount, right, left, tuning) == expected)
  }

  @Test(arguments: [
    ("Jl. Merdeka 10", "jl merdeka 10", "exact"), ("Jalan Merdeka", "Jalan Merdeka 10", "prefix"),
    ("PAYMENT INV-00123 ACME", "inv 123", "words"),
    ("ACME GLOBAL LTD", "POS ACM GLOBAL LTD", "words"),
    ("SETORAN SRI ENDANG 0417", "Sri Endang", "contained"),
    ("TRSF SRI ENDAN", "Sri Endang Kartika", "cut-off"),
    ("MATTHIAS C donation", "MATTHIAS C gift BGC", "start"),
    ("RG 7064353627817 X", "7064353627871", "words"),
    ("RG 7064353627 X", "7064353627817", "words"),
    ("Jalan Merdeka 10", "Gang Melati", "else"), ("", "Gang Melati", "absent"),
  ])
  func `texts`(left: String, right: String, expected: String) {
    #expect(level(.text, left, right) == expected)
    #expect(level(.text, right, left) == expected)
  }

  @Test(arguments: [
    ("1000", "1000", "exact"), ("1000", "990.05", "percent"), ("1000", "950", "tenth"),
    ("1000", "750", "third"), ("123456", "123457", "near"), ("123456", "163456", "one-digit"),
    ("1000", "600", "else"),
  ])
  func `amounts without a tolerance`(left: String, right: String, expected: String) {
    #expect(level(.amount, left, right) == expected)
  }

  @Test func `given name and surname exchanged are a level of their own`() {
    let names = ["given", "surname"].map { Comparison(name: $0, kind: .name) }
    var values = LinkValues(
      names, left: .of([["Slamet", "Widodo"]]), right: .of([["Widodo", "Slamed"]]))
    let pattern = values.pattern(0, 0)
    let levels = (0...1).compactMap { PairScorer.level(pattern, $0) }
    #expect(levels.map { names[0].levels[$0].name } == ["exchanged", "exchanged"])
  }
}

extension LinkTable {
  /// A table of rows whose keys are numbers.
  static func of(_ rows: [[String]], keys: [String]? = nil) -> LinkTable {
    var table = LinkTable(
      keys: TextColumn(), columns: (rows.first ?? []).map { _ in TextColumn() })
    for (place, row) in rows.enumerated() {
      table.keys.append(keys?[place] ?? "\(place)")
      for (column, text) in row.enumerated() { table.columns[column].append(text) }
    }
    return table
  }
}
