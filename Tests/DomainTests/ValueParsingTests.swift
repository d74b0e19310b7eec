import Domain
import Testing

@Suite struct DateParsingTests {
  private func read(_ text: String, _ order: DateOrder = .dayFirst) -> String? {
    CalendarDate(parsing: Array(text.utf8).span, order: order).map {
      let (year, month, day) = $0.parts
      return "\(year)-\(month)-\(day)"
    }
  }

  @Test(arguments: [
    "2024-06-13", "2024-06-13T10:11:12", "2024-06-13 00:00:00", " 2024-06-13 ", "13/06/2024",
    "13-06-2024", "13.06.2024", "13/6/2024", "13-06-24", "20240613", "13 Juni 2024",
    "13-Jun-24", "13 Jun 2024", "13 june 2024", "Pekalongan, 13-06-2024", "2024/06/13",
    "Kab. Batang, Jawa, 13 Juni 2024", "13/06/2024 07:30", "Kamis, 13 Juni 2024",
    "June 13, 2024", "Jun 13, 2024 10:00:00 AM", "13\u{a0}Juni\u{a0}2024", "'13/06/2024",
    "13 Juni 2024\u{a0}",
  ])
  func `A day is read in every form that offices write`(text: String) {
    #expect(read(text) == "2024-6-13")
  }

  @Test(arguments: [
    ("Januari", 1), ("jan", 1), ("Pebruari", 2), ("Februari", 2), ("Peb", 2), ("Maret", 3),
    ("Mrt", 3), ("April", 4), ("Mei", 5), ("May", 5), ("Juni", 6), ("JULI", 7), ("Agustus", 8),
    ("Agt", 8), ("Agust", 8), ("Ags", 8), ("Aug", 8), ("Sept", 9), ("Okt", 10), ("October", 10),
    ("Nop", 11), ("Nopember", 11), ("Nov", 11), ("Des", 12), ("Dec", 12),
  ])
  func `A month's name is read in both languages`(name: String, month: Int) {
    #expect(read("02 \(name) 2024") == "2024-\(month)-2")
    let read = CoverageMonth(parsing: Array("\(name) 2024".utf8).span)
    #expect(read == CoverageMonth(year: 2024, month: month))
  }

  @Test func `The stated order decides which number is the day`() {
    #expect(read("01/02/2024", .dayFirst) == "2024-2-1")
    #expect(read("01/02/2024", .monthFirst) == "2024-1-2")
    #expect(read("06/13/2024", .dayFirst) == nil)
    #expect(read("06/13/2024", .monthFirst) == "2024-6-13")
  }

  @Test func `Two digits are a year of this century up to 50`() {
    #expect(read("01-02-50") == "2050-2-1")
    #expect(read("01-02-51") == "1951-2-1")
  }

  @Test func `Two digits of a birth are no year to come`() {
    let read = { (text: String) in
      CalendarDate.cellReadings(Array(text.utf8).span, latest: 2024).dayFirst?.parts.year
    }
    #expect(read("01-02-50") == 1950)
    #expect(read("01-02-24") == 2024)
    #expect(read("01-02-25") == 1925)
    #expect(read("01 Peb 70") == 1970)
  }

  @Test(arguments: [
    ("45456", "2024-6-13"), (" 45456 ", "2024-6-13"), ("45456.75", "2024-6-13"),
    ("25569", "1970-1-1"), ("10000", "1927-5-18"), ("73050", "2099-12-31"),
  ])
  func `A spreadsheet's day number is a day in a date column`(text: String, day: String) {
    let date = CalendarDate.cellReadings(Array(text.utf8).span)
    #expect(date.dayFirst == date.monthFirst)
    #expect(date.dayFirst.map { "\($0.parts.year)-\($0.parts.month)-\($0.parts.day)" } == day)
  }

  @Test(arguments: ["9999", "73051", "99999", "454560", "45456.", "4545x", "-45456", "45.456"])
  func `Another number is no day`(text: String) {
    let date = CalendarDate.cellReadings(Array(text.utf8).span)
    #expect(date.dayFirst == nil && date.monthFirst == nil)
  }

  @Test(arguments: [
    "00/00/0000", "0000-00-00", "1900-01-00", "00/01/1900", "1/0/1900", "0/1/00", "00-00-00",
    "0000-00-00 00:00:00", "0",
  ])
  func `What programs write for no date is blank`(text: String) {
    let date = CalendarDate.cellReadings(Array(text.utf8).span)
    #expect(date.isBlank && date.dayFirst == nil && date.monthFirst == nil)
  }

  @Test(arguments: ["30/02/2024", "13/13/2024", "01-02-00", "1900-01-01", "abc", "00/05/2024"])
  func `An impossible day is not blank`(text: String) {
    #expect(!CalendarDate.cellReadings(Array(text.utf8).span).isBlank)
  }

  @Test func `A date is read under both orders`() {
    let reading = CalendarDate.readings(Array("01/02/2024".utf8).span)
    #expect(reading.dayFirst == CalendarDate(year: 2024, month: 2, day: 1))
    #expect(reading.monthFirst == CalendarDate(year: 2024, month: 1, day: 2))
    let decided = CalendarDate.readings(Array("13/06/2024".utf8).span)
    #expect(decided.dayFirst != nil && decided.monthFirst == nil)
    let named = CalendarDate.readings(Array("01 Feb 2024".utf8).span)
    #expect(named.dayFirst == named.monthFirst)
  }

  @Test(arguments: [
    "", " ", "-", "00/00/0000", "2024-02-30", "1900-01-00", "45456", "13 Junuari 2024",
    "13-06", "2024-06-13-", "31/09/2024", "29/02/2023", "32/01/2024", "0024-06-13", "9999-12-31",
    "00/06/2024", "13/00/2024", "１３/06/2024", "/13/06/2024", "13//06/2024", "2024-0x-13",
    "999999999",
    "2024-13-01", "1 2 3 4", "Pekalongan", "13 Ju 2024",
  ])
  func `What is no day is not read`(text: String) {
    #expect(read(text) == nil)
  }
}

@Suite struct MonthParsingTests {
  private func read(_ text: String) -> CoverageMonth? {
    CoverageMonth(parsing: Array(text.utf8).span)
  }

  @Test(arguments: [
    "2024-06", "06/2024", "06-2024", "6/2024", "202406", "2024/06", "2024/6", "Juni 2024",
    "JUNI 2024", "Jun-24", "Juni-24", "2024-06-30", "30/06/2024", "30-6-24", "3-06-24", " 2024-06 ",
    "45456", "Bulan, Juni 2024",
  ])
  func `A month is read in every form that offices write`(text: String) {
    #expect(read(text) == CoverageMonth(year: 2024, month: 6))
  }

  @Test(arguments: ["", "2024", "2024-13", "2024-00", "13/2024", "06/24", "31/06/2024", "Jun"])
  func `What is no month is not read`(text: String) {
    #expect(read(text) == nil)
  }
}

@Suite struct AmountParsingTests {
  private func read(_ text: String, _ style: AmountStyle = .detect) -> Int64? {
    Money(parsing: Array(text.utf8).span, style: style)?.rupiah
  }

  @Test(
    arguments: [
      ("0", 0), ("16800", 16800), (" 16800 ", 16800), ("16.800", 16800), ("16,800", 16800),
      ("Rp 42.000.000,00", 42_000_000), ("Rp42.000.000,-", 42_000_000), ("Rp. 1.000", 1000),
      ("42,000,000.00", 42_000_000), ("42000000", 42_000_000), ("42000000,00", 42_000_000),
      ("(16.800)", -16800), ("-16800", -16800), ("-Rp 16.800", -16800), ("Rp -16.800", -16800),
      ("Rp\u{a0}16.800", 16800), ("IDR 16,800", 16800), ("1.680.000", 1_680_000),
      ("999999999999999999", 999_999_999_999_999_999), ("9223372036854775807", Int64.max),
      ("0,00", 0), ("16800.0", 16800), ("Rp. -", 0), (" Rp -   ", 0), ("Rp-", 0),
      ("42 juta", 42_000_000), ("42juta", 42_000_000), ("Rp 1,5 juta", 1_500_000),
      ("1.5 jt", 1_500_000), ("16,8 ribu", 16_800), ("1.500 juta", 1_500_000_000),
      ("1 milyar", 1_000_000_000), ("1.000-", -1000), ("16.800-", -16_800),
      ("16.800\u{a0}", 16_800), ("Rp\u{a0}42.000.000,-", 42_000_000), ("42.000.000,--", 42_000_000),
      ("( Rp 16.800 )", -16_800), ("-0", 0), ("-9223372036854775807", -Int64.max),
    ] as [(String, Int64)])
  func `An amount is read in every form that offices write`(text: String, rupiah: Int64) {
    #expect(read(text) == rupiah)
  }

  @Test(arguments: [
    "", "-", "Rp", "16,8", "1.68", "16.800,50", "1.6800", "1.68E+05", "42 jutaan", "juta",
    "１６８００", "١٦٨٠٠", "16 800", "Rp 16.800 USD", "-1.000-", "1.000--", "(1.000-)", "1,55555 juta",
    "99999999999999 juta", "9223372036854775807 rb", "1,5", "12abc", "nan", "1e6", "0x10",
    "92233720368547758070", "9.223.372.036.854.775,99 juta", "Rp Rp 5", "-Rp. -", "1.5.5 juta",
    "abc", "16..800", ".800", "16.", "1.000,000.00", "--5", "(16.800", "16.800)", "(-5)",
    "9223372036854775808", "9.223.372.036.854.775.808", "1234.567.000", "0.500", "1,2,3",
  ])
  func `What is no amount is not read`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `The stated style decides where two are possible`() {
    #expect(read("42.00", .detect) == 42)
    #expect(read("42.00", .dotThousands) == nil)
    #expect(read("42.00", .commaThousands) == 42)
    #expect(read("42,00", .dotThousands) == 42)
    #expect(read("42,00", .commaThousands) == nil)
    #expect(read("16.800", .commaThousands) == 16800)
    #expect(read("16,800", .dotThousands) == nil)
    #expect(read("16,800", .commaThousands) == 16800)
    #expect(read("16.800.000", .commaThousands) == 16_800_000)
    #expect(read("42,000,000.00", .dotThousands) == nil)
  }

  @Test(
    arguments: [
      ("16800", .plain), ("16.800", .perhapsDotThousands), ("16,800", .perhapsCommaThousands),
      ("1.680.000", .dotThousands), ("1,680,000", .commaThousands), ("16800,00", .dotThousands),
      ("16.800,00", .dotThousands), ("16,800.00", .commaThousands), ("42.0", .commaThousands),
      ("Rp 16.800,-", .perhapsDotThousands),
    ] as [(String, AmountReading.Form)])
  func `A cell tells the form of its file`(text: String, form: AmountReading.Form) {
    #expect(AmountReading(Array(text.utf8).span, style: .detect).form == form)
  }

  @Test(
    arguments: [
      ("16800", 16800), ("16800.0", 16800), ("16.800", nil), ("16.8", nil), ("-16800", -16800),
      ("42000000", 42_000_000), ("16.000", 16), ("1E+16", nil), ("", nil), (".5", nil),
      ("99999999999999999999", nil), ("16,800", nil),
    ] as [(String, Int64?)])
  func `A number cell has a decimal point`(text: String, rupiah: Int64?) {
    #expect(AmountReading(number: Array(text.utf8).span).rupiah == rupiah)
  }

  @Test func `No text of marks and digits traps`() {
    let alphabet = Array("0179.,-() Rpjuta%E+'\u{a0}".utf8)
    var state: UInt64 = 42
    for _ in 0..<200_000 {
      var text: [UInt8] = []
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for place in 0..<Int(state >> 60) {
        text.append(alphabet[Int(truncatingIfNeeded: state >> UInt64(place + 1)) % alphabet.count])
      }
      for style in [AmountStyle.detect, .dotThousands, .commaThousands] {
        _ = AmountReading(text.span, style: style)
      }
      _ = AmountReading(number: text.span)
      _ = CalendarDate.cellReadings(text.span)
      _ = CoverageMonth.cellReadings(text.span)
      _ = (NIK(parsing: text.span), KPJ(parsing: text.span))
    }
  }
}

@Suite struct NumberDamageTests {
  private func nik(_ text: String) -> NIK { NIK(parsing: Array(text.utf8).span) }

  @Test(arguments: [
    "3,37501E+15", "3.37501E+15", "3,375010102700000E+15", "3.37501e15", " 3,37501E+15 ", "3E+15",
    "'3,37501E+15",
  ])
  func `A NIK in scientific notation has lost its digits`(text: String) {
    #expect(nik(text) == .lost)
  }

  @Test(arguments: [
    "3375010102700001", "'3375010102700001", "33.75.01.010270.0001", "3375 0101 0270 0001",
    "3375\u{a0}0101\u{a0}0270\u{a0}0001", "33.75.01-010270-0001", " 3375010102700001\t",
  ])
  func `A NIK keeps its digits whatever stands between them`(text: String) {
    #expect(nik(text).raw == 3_375_010_102_700_001)
  }

  @Test(arguments: ["337501010270000", "33750101027000012", "33750l0102700001", "E+15", "3E"])
  func `An ill-formed NIK is not a lost one`(text: String) {
    #expect(nik(text) != .lost && nik(text).isPresent && !nik(text).isNumber)
  }

  @Test func `A number cell is whole up to what a double holds`() {
    let read = { (text: String) in NIK(number: Array(text.utf8).span) }
    #expect(read("3375010102700001").raw == 3_375_010_102_700_001)
    #expect(read("9101010102700001") == .lost)
    #expect(read("3.37501E+15") == .lost)
    #expect(!read("").isPresent)
  }

  @Test func `A KPJ of a number cell is read, one in scientific notation is not`() {
    let read = { (text: String) in KPJ(parsing: Array(text.utf8).span) }
    #expect(read("9012345678.0") == read("9012345678"))
    #expect(read("9012345678") != read("09012345678"))
    for text in ["9,01235E+10", "9.01235E+10", "9E10"] { #expect(read(text) == nil) }
  }
}
