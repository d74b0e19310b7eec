import Domain
import TestSupport
import Testing

struct ContributionCheckerTests {
  private let header =
    "id_bayar,no_sp2d,kode_billing,sumber_dana,bulan,tgl_bayar,nik,kpj,nama,jumlah\n"

  private func row(
    id: String = "B1", sp2d: String = "S1", fund: String = "APBD", month: String = "2024-06",
    paidOn: String = "2024-06-13", nik: String = "3375010101700001", kpj: String = "12345678901",
    name: String = "Slamet", amount: String = "16800"
  ) -> String {
    "\(id),\(sp2d),240600000001,\(fund),\(month),\"\(paidOn)\",\(nik),\(kpj),\(name),\"\(amount)\"\n"
  }

  @Test func `A row keeps all that linking and judging need`() throws {
    let checked = try Checked(.contributions, header + row())
    let payment = try #require(checked.payments.first)
    #expect(payment.row == 100 && payment.amount == 16_800)
    #expect(written(payment.month) == "2024-06")
    #expect(written(CalendarDate(day: Int32(payment.paidDay))) == "2024-06-13")
    #expect(payment.nik == CaseBuilder.nik("3375010101700001"))
    #expect(written(payment.kpj) == "12345678901")
    #expect(checked.records.sp2ds.string(payment.sp2d) == "S1")
    #expect(checked.records.funds.string(SymbolTable.Symbol(payment.fund)) == "APBD")
    #expect(checked.names == ["Slamet"])
    #expect(checked.account == ["1 16800", "1 16800", "0 0", "0 0", "0 0"])
  }

  @Test func `A cell like the one above means the same, another one its own`() throws {
    let rows = [
      row(), row(), row(sp2d: "S2", fund: "Korpri"), row(), row(month: "2024-07", amount: "8400"),
      row(paidOn: ""), row(paidOn: "2024-06-14"), row(sp2d: "", fund: ""), row(amount: "16.800"),
      row(amount: "16.800"), row(month: "Juli 2024"), row(month: "2024-13"), row(month: "2024-13"),
      row(paidOn: "kapan"), row(paidOn: "kapan"), row(amount: ""), row(),
    ]
    let whole = try Checked(.contributions, header + rows.joined())
    let alone = try rows.map { try Checked(.contributions, header + $0) }
    func told(_ checked: Checked) -> [String] {
      checked.payments.map { payment in
        let fund = checked.records.funds.string(SymbolTable.Symbol(payment.fund))
        return "\(payment.amount) \(written(payment.month)) \(payment.paidDay) \(fund) "
          + checked.records.sp2ds.string(payment.sp2d)
      }
    }
    #expect(told(whole) == alone.flatMap(told))
    #expect(whole.tally.rejected.rows == alone.reduce(0) { $0 + $1.tally.rejected.rows })
    #expect(whole.tally.unread == [.paidOn: 2])
  }

  @Test(arguments: [
    "2024-06-13", "13/06/2024", "13-06-2024", "20240613", "13 Juni 2024", " 13/06/2024 ",
  ])
  func `The day of payment is read in every form`(text: String) throws {
    let checked = try Checked(.contributions, header + row(paidOn: text))
    let payment = try #require(checked.payments.first)
    #expect(written(CalendarDate(day: Int32(payment.paidDay))) == "2024-06-13")
    #expect(checked.tally.unread.isEmpty)
  }

  @Test(arguments: ["16800", "16.800", "16,800", "Rp 16.800,00", "Rp16.800,-", " 16.800 "])
  func `The amount is read in every form`(text: String) throws {
    let checked = try Checked(.contributions, header + row(amount: text))
    #expect(checked.payments.map(\.amount) == [16_800])
    #expect(checked.tally.accepted.amount.rupiah == 16_800)
  }

  @Test(arguments: ["2024-06", "06/2024", "Juni 2024", "202406", "30/06/2024"])
  func `The month is read in every form`(text: String) throws {
    let checked = try Checked(.contributions, header + row(month: text))
    #expect(checked.payments.map { written($0.month) } == ["2024-06"])
  }

  @Test func `The order of day and month is the definition's`() throws {
    let text = header + row(month: "06/13/2024", paidOn: "06/07/2024")
    let payment = try #require(
      try Checked(.contributions, text, dates: .monthFirst).payments.first)
    #expect(written(payment.month) == "2024-06")
    #expect(written(CalendarDate(day: Int32(payment.paidDay))) == "2024-06-07")
    #expect(try Checked(.contributions, text).rejects == ["2:5 month unreadable-value"])
  }

  @Test func `A row without a required value is rejected with its place and shape`() throws {
    let checked = try Checked(
      .contributions,
      header + row() + row(month: "") + row(month: "2024-13") + row(amount: "")
        + row(amount: "42 dolar") + row(nik: "", kpj: "", name: "") + row(amount: "2147483648")
        + "satu,dua\n" + row())
    #expect(
      checked.rejects == [
        // The reader books broken rows before the checker types the batch's good ones.
        "9:2 - too-few-cells", "3:5 month missing-value", "4:5 month unreadable-value",
        "5:10 amount missing-value", "6:10 amount unreadable-value", "7:9 name no-identity",
        "8:10 amount amount-too-large",
      ])
    #expect(checked.shapes == ["", "", "9999-99", "", "99 aaaaa", "", "9999999999"])
    #expect(checked.records.rejects.allSatisfy { $0.location.file == 3 })
    #expect(checked.payments.map(\.row) == [100, 107])
  }

  @Test func `A reject's byte is the cell's in the file`() throws {
    let text = header + row() + row(month: "x-y") + row(amount: "")
    let rejects = try Checked(.contributions, text).records.rejects
    let bytes = Array(text.utf8)
    let cell = try #require(rejects.first).byte
    #expect(bytes[cell...].starts(with: "x-y,".utf8))
    let start = try #require(rejects.last).byte
    #expect(bytes[start...].starts(with: "B1,S1".utf8))
  }

  @Test func `The account balances in rows and rupiah`() throws {
    let checked = try Checked(
      .contributions,
      header + row() + row(month: "") + row(amount: "x") + "a,b\n" + row(amount: "(800)") + row())
    #expect(checked.account == ["6 49600", "3 32800", "3 16800", "0 0", "0 0"])
  }

  @Test func `Other values that cannot be read are counted and absent`() throws {
    let checked = try Checked(
      .contributions,
      header + row(paidOn: "besok", kpj: "12?") + row(paidOn: "1969-12-31") + row(paidOn: ""))
    #expect(checked.tally.unread == [.paidOn: 2, .kpj: 1])
    #expect(checked.payments.map(\.paidDay) == [0, 0, 0])
    #expect(checked.payments[0].kpj == .absent && checked.records.rejects.isEmpty)
  }

  @Test func `The definition's fund stands where the row states none`() throws {
    let checked = try Checked(
      .contributions, header + row(fund: "") + row(fund: "Baznas"), fund: "APBD")
    let funds = checked.payments.map { checked.records.funds.string(.init($0.fund)) }
    #expect(funds == ["APBD", "Baznas"])
  }

  @Test func `More funds than can be are counted as unread`() throws {
    let rows = (1...300).map { row(fund: "F\($0)") }.joined()
    let checked = try Checked(.contributions, header + rows)
    #expect(checked.tally.unread == [.fund: 45])
    #expect(
      checked.payments.map { Int($0.fund) } == Array(1...255) + Array(repeating: 0, count: 45))
  }

  @Test func `Space around a value says nothing`() throws {
    let checked = try Checked(
      .contributions,
      header + row() + row(sp2d: " S1 ", fund: "APBD ", name: " Slamet ")
        + row(nik: " ", kpj: " ", name: " "))
    #expect(Set(checked.payments.map(\.sp2d)).count == 1)
    #expect(Set(checked.payments.map(\.fund)).count == 1)
    #expect(checked.rejects == ["4:9 name no-identity"])
  }

  @Test(arguments: [
    ("'3375010101700001", true), ("33.75.01.010170.0001", true), ("3375 0101 0170 0001", true),
    ("337501010170000", false),
  ])
  func `A NIK is compared as its digits, and an ill-formed one stays on its row`(
    text: String, isSame: Bool
  ) throws {
    let checked = try Checked(.contributions, header + row(nik: text))
    let nik = try #require(checked.payments.first).nik
    #expect(nik.isPresent && nik.isNumber == isSame)
    #expect((nik == CaseBuilder.nik("3375010101700001")) == isSame)
  }
}
