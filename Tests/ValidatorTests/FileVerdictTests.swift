import Domain
import Testing
import Validator

/// What a whole file shows of its dates, amounts and NIKs.
struct FileVerdictTests {
  private func claims(_ days: [String], born: [String] = []) -> String {
    var text = "id_klaim,program,nama,kpj,tgl_lahir,tgl_kejadian,tgl_lapor,jumlah\n"
    for (place, day) in days.enumerated() {
      let birth = place < born.count ? born[place] : ""
      text += "K\(place),JKM,SITI,1234567890\(place),\(birth),\(day),,42000000\n"
    }
    return text
  }

  private func payments(_ amounts: [String], months: [String] = []) -> String {
    var text = "id_bayar,bulan,nik,kpj,nama,jumlah\n"
    for (place, amount) in amounts.enumerated() {
      let month = place < months.count ? months[place] : "2024-06"
      text += "B\(place),\(month),,1234567890\(place),SITI,\"\(amount)\"\n"
    }
    return text
  }

  private func incidents(_ checked: Checked) -> [String] {
    checked.records.claims.map {
      $0.incidentOn.isPresent ? written($0.incidentOn) : "-"
    }
  }

  @Test func `one date that is valid in one order decides for its column`() throws {
    let american = try Checked.settled(.claims, claims(["01/02/2024", "05/31/2024", "03/04/2024"]))
    #expect(incidents(american) == ["2024-01-02", "2024-05-31", "2024-03-04"])
    #expect(american.undecided.isEmpty && american.rejects.isEmpty)
    let ours = try Checked.settled(.claims, claims(["01/02/2024", "31/05/2024"]))
    #expect(incidents(ours) == ["2024-02-01", "2024-05-31"])
    #expect(ours.undecided.isEmpty)
  }

  @Test func `each column decides for itself`() throws {
    let text = claims(["01/02/2024", "05/31/2024"], born: ["13/06/1970", "01/02/1971"])
    let checked = try Checked.settled(.claims, text)
    #expect(incidents(checked) == ["2024-01-02", "2024-05-31"])
    #expect(
      checked.records.claims.map { written($0.birthDate.value) } == ["1970-06-13", "1971-02-01"])
  }

  @Test func `a date of a rejected row decides, too`() throws {
    let text = claims(["01/02/2024"], born: ["01/02/1970"]) + "K9,JKM,SITI,1,12/25/1970,,,1\n"
    let checked = try Checked.settled(.claims, text)
    #expect(checked.file?.verdict.dates[.birthDate] == .monthFirst)
    #expect(written(checked.records.claims.first?.birthDate.value) == "1970-01-02")
  }

  @Test func `where no date decides, what the orders read differently is absent and stays`() throws
  {
    let checked = try Checked.settled(.claims, claims(["01/02/2024", "03/03/2024", "4 Mei 2024"]))
    #expect(incidents(checked) == ["-", "2024-03-03", "2024-05-04"])
    #expect(checked.undecided == [.incidentOn])
    #expect(checked.rejects.isEmpty && checked.tally.unread.isEmpty)
    #expect(checked.tally.accepted.rows == 3)
  }

  @Test func `dates that mean the same day in both orders leave nothing undecided`() throws {
    let checked = try Checked.settled(.claims, claims(["03/03/2024", "2024-02-01", "45456"]))
    #expect(incidents(checked) == ["2024-03-03", "2024-02-01", "2024-06-13"])
    #expect(checked.undecided.isEmpty)
  }

  @Test(arguments: [DateOrder.dayFirst, .monthFirst])
  func `the definition decides whatever the file shows`(order: DateOrder) throws {
    let checked = try Checked.settled(.claims, claims(["01/02/2024"]), dates: order)
    #expect(incidents(checked) == [order == .dayFirst ? "2024-02-01" : "2024-01-02"])
    #expect(checked.undecided.isEmpty)
  }

  @Test func `a column in which both orders are shown is undecided`() throws {
    let checked = try Checked.settled(.claims, claims(["13/06/2024", "06/14/2024", "01/02/2024"]))
    #expect(checked.undecided == [.incidentOn])
    #expect(checked.records.claims.filter { $0.incidentOn.isPresent }.isEmpty)
  }

  @Test func `one slip among many dates does not undo their order`() throws {
    let days = (13...28).map { "\($0)/06/2024" } + ["06/30/2024", "01/02/2024"]
    let checked = try Checked.settled(.claims, claims(days))
    #expect(checked.undecided.isEmpty)
    #expect(checked.rejects == ["18:6 incidentOn unreadable-value"])
    #expect(incidents(checked).last == "2024-02-01")
  }

  @Test func `a column no rule reads is told as well`() throws {
    let text = claims(["2024-02-01"]).replacing(",2024-02-01,,", with: ",2024-02-01,02/03/2024,")
    #expect(try Checked.settled(.claims, text).undecided == [.reportedOn])
  }

  @Test func `a payment without its month stays`() throws {
    let text = payments(["16800", "16800"], months: ["01/06/2024", "06/06/2024"])
    let checked = try Checked.settled(.contributions, text)
    #expect(checked.payments.map(\.month.isPresent) == [false, true])
    #expect(checked.undecided == [.month])
  }

  @Test func `a blank date where one is required is missing`() throws {
    let checked = try Checked.settled(.claims, claims(["00/00/0000", "1900-01-00"]))
    #expect(checked.rejects == ["2:6 incidentOn missing-value", "3:6 incidentOn missing-value"])
    let born = try Checked.settled(.claims, claims(["2024-02-01"], born: ["00/00/0000"]))
    #expect(born.tally.unread.isEmpty && born.records.claims.first?.birthDate == .absent)
  }

  @Test func `nobody is born in the years to come`() throws {
    let checked = try Checked.settled(.claims, claims(["2024-02-01"], born: ["13-06-50"]))
    #expect(written(checked.records.claims.first?.birthDate.value) == "1950-06-13")
  }

  @Test func `sixteen thousand eight hundred, whatever the mark`() throws {
    for amounts in [["16.800", "16.800"], ["16,800", "16,800"], ["16.800", "Rp16.800,-"]] {
      let checked = try Checked.settled(.contributions, payments(amounts))
      #expect(checked.payments.map(\.amount) == [16_800, 16_800])
      #expect(checked.undecided.isEmpty)
    }
  }

  @Test func `the file's form decides what a comma is`() throws {
    let checked = try Checked.settled(.contributions, payments(["16,800", "16.800.000"]))
    #expect(checked.rejects == ["2:6 amount unreadable-value"])
    #expect(checked.payments.map(\.amount) == [16_800_000])
    #expect(checked.undecided.isEmpty)
  }

  @Test func `amounts in both forms are told, each read by its own marks`() throws {
    let checked = try Checked.settled(.contributions, payments(["16.800,00", "16,800.00"]))
    #expect(checked.payments.map(\.amount) == [16_800, 16_800])
    #expect(checked.undecided == [.amount])
    let stated = try Checked.settled(
      .contributions, payments(["16.800,00", "16,800.00"]), amounts: .dotThousands)
    #expect(stated.rejects == ["3:6 amount unreadable-value"] && stated.undecided.isEmpty)
  }

  private func roster(_ niks: [String], kpj: Bool = true) -> String {
    niks.enumerated().reduce("id_peserta,nik,kpj,nama\n") {
      $0 + "R\($1.offset),\"\($1.element)\",\(kpj ? "1234567890\($1.offset)" : ""),SITI\n"
    }
  }

  @Test func `a NIK in scientific notation leaves its row if there is a KPJ`() throws {
    let checked = try Checked.settled(.roster, roster(["3,37501E+15", "3375010101700001"]))
    #expect(checked.records.roster.map(\.nik.isPresent) == [false, true])
    #expect(checked.file?.facts.damagedNIKs == 1 && checked.file?.facts.firstDamagedLine == 2)
    let alone = try Checked.settled(.roster, roster(["3.37501E+15"], kpj: false))
    #expect(alone.rejects == ["2:2 nik scientific-notation"])
    #expect(alone.file?.facts.damagedNIKs == 1)
  }

  private func niks(_ zeros: Int, of count: Int) -> [String] {
    (0..<count).map {
      "33750101017000\($0)" + ($0 < zeros ? "0" : "1")
    }
  }

  @Test func `more than half of ten NIKs that end in 0 have lost a digit`() throws {
    let checked = try Checked.settled(.roster, roster(niks(6, of: 10)))
    #expect(checked.file?.facts.damagedNIKs == 6)
    #expect(checked.records.roster.filter(\.nik.isPresent).count == 4)
    #expect(checked.rejects.isEmpty)
  }

  @Test func `rows that repeat a NIK are no further NIKs`() throws {
    let repeated = niks(2, of: 3) + Array(repeating: niks(1, of: 1)[0], count: 20)
    let checked = try Checked.settled(.roster, roster(repeated))
    #expect(checked.file?.facts.damagedNIKs == 0)
  }

  @Test(arguments: [(5, 10), (9, 9)])
  func `half of them, or all of fewer than ten, are none`(zeros: Int, count: Int) throws {
    let checked = try Checked.settled(.roster, roster(niks(zeros, of: count)))
    #expect(checked.file?.facts.damagedNIKs == 0)
    #expect(!checked.records.roster.map(\.nik.isPresent).contains(false))
  }
}
