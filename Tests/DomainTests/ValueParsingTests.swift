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
    "Kab. Batang, Jawa, 13 Juni 2024", "13/06/2024 07:30",
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

  @Test(arguments: [
    "", " ", "-", "00/00/0000", "2024-02-30", "1900-01-00", "45456", "13 Junuari 2024",
    "13-06", "2024-06-13-", "/13/06/2024", "13//06/2024", "2024-0x-13", "999999999",
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
      ("0,00", 0), ("16800.0", 16800),
    ] as [(String, Int64)])
  func `An amount is read in every form that offices write`(text: String, rupiah: Int64) {
    #expect(read(text) == rupiah)
  }

  @Test(arguments: [
    "", "-", "Rp. -", "Rp", "16,8", "1.68", "16.800,50", "1.6800", "1.68E+05", "42 juta",
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
    #expect(read("42,000,000.00", .dotThousands) == nil)
  }
}
