import Domain
import TestSupport
import Testing

struct ClaimCheckerTests {
  private let header =
    "KODE KLAIM;Program;KOMPONEN;NO. KTP;NO KPJ;NAMA TK;TGL LAHIR;TGL KEJADIAN;TGL MENINGGAL;"
    + "TGL KLAIM;TGL PEMBAYARAN;NOM_PEMBAYARAN;STATUS_BATAL;NAMA PENERIMA;SEBAB KLAIM\n"

  private func row(
    number: String = "KL1", programme: String = "JKM", component: String = "",
    nik: String = "3375010101700001", kpj: String = "12345678901", name: String = "SLAMET",
    incident: String = "2024-06-13", amount: String = "42000000", cancelled: String = "T",
    payee: String = "Siti (istri)", cause: String = "Sakit"
  ) -> String {
    "\(number);\(programme);\(component);\(nik);\(kpj);\(name);01/01/1970;\(incident);\(incident);"
      + "2024-06-20;20240630;\(amount);\(cancelled);\(payee);\(cause)\n"
  }

  @Test func `A row keeps what its claim is made of`() throws {
    let checked = try Checked(.claims, header + row())
    let claim = try #require(checked.records.claims.first)
    #expect(checked.records.texts.string(claim.number) == "KL1")
    #expect(checked.records.texts.string(claim.name) == "SLAMET")
    #expect(checked.records.texts.string(claim.payee) == "Siti (istri)")
    #expect(claim.programme == .death && claim.component == .whole && !claim.cancelled)
    #expect(claim.amount == 42_000_000 && claim.location == SourceLocation(file: 3, line: 2))
    #expect(written(claim.birthDate.value) == "1970-01-01")
    #expect(written(claim.filedOn.value) == "2024-06-20")
    #expect(written(claim.paidOn.value) == "2024-06-30")
    #expect(written(claim.kpj) == "12345678901")
  }

  @Test(arguments: ["2024-06-13", "13/06/2024", "13-06-2024", "20240613", "13 Juni 2024"])
  func `The dates are read in every form`(text: String) throws {
    let claim = try #require(
      try Checked(.claims, header + row(incident: text)).records.claims.first)
    #expect(written(claim.incidentOn) == "2024-06-13")
    #expect(written(claim.diedOn.value) == "2024-06-13")
  }

  @Test(arguments: ["42000000", "Rp 42.000.000,00", "Rp42.000.000,-", "42.000.000"])
  func `The amount is read in every form`(text: String) throws {
    let checked = try Checked(.claims, header + row(amount: text))
    #expect(checked.records.claims.map(\.amount) == [42_000_000])
  }

  @Test(
    arguments: [
      ("JKM", .death), ("jkk", .workAccident), ("Jaminan Kematian", .death),
      ("JAMINAN KECELAKAAN KERJA (JKK)", .workAccident), ("Beasiswa", .scholarship),
    ] as [(String, Programme)])
  func `The programme is read by its code or name`(text: String, programme: Programme) throws {
    let checked = try Checked(.claims, header + row(programme: text))
    #expect(checked.records.claims.map(\.programme) == [programme])
  }

  @Test(
    arguments: [
      ("santunan", .lumpSum), ("SANTUNAN_SEKALIGUS", .lumpSum), ("Santunan Kematian", .lumpSum),
      ("santunan berkala", .periodic), ("BERKALA", .periodic), ("Biaya_Pemakaman", .funeral),
      ("pemakaman", .funeral), ("beasiswa", .scholarship), ("biaya pengobatan", .treatment),
      ("perawatan", .treatment), ("transport", .transport), ("STMB", .temporaryDisability),
      ("cacat", .disability), ("pengembalian iuran", .premiumRefund),
      ("kompensasi", .compensation), ("", .whole), ("lain-lain", .other),
    ] as [(String, BenefitComponent)])
  func `The component is read whatever its case and underscores`(
    text: String, component: BenefitComponent
  ) throws {
    let checked = try Checked(.claims, header + row(component: text))
    #expect(checked.records.claims.map(\.component) == [component])
  }

  @Test func `A row of the scholarship programme is a scholarship whatever it says`() throws {
    let checked = try Checked(
      .claims, header + row(programme: "BEASISWA") + row(programme: "BEASISWA", component: "SD"))
    #expect(checked.records.claims.map(\.component) == [.scholarship, .scholarship])
  }

  @Test(arguments: [("T", false), ("Y", true), ("y", true), ("", false), ("TIDAK", false)])
  func `Y is cancelled and T is not`(text: String, isCancelled: Bool) throws {
    let checked = try Checked(.claims, header + row(cancelled: text))
    #expect(checked.records.claims.map(\.cancelled) == [isCancelled])
    #expect(checked.tally.skipped.rows == (isCancelled ? 1 : 0))
  }

  @Test func `A row without a required value is rejected with its place and shape`() throws {
    let checked = try Checked(
      .claims,
      header + row(number: "") + row(programme: "JXX") + row(programme: "") + row(incident: "")
        + row(incident: "31/02/2024") + row(amount: "Rp") + row(nik: "", kpj: "", name: " ")
        + row(amount: "10000000000001") + row())
    #expect(
      checked.rejects == [
        "2:1 claimNumber missing-value", "3:2 programme unreadable-value",
        "4:2 programme missing-value", "5:8 incidentOn missing-value",
        "6:8 incidentOn unreadable-value", "7:12 amount unreadable-value",
        "8:6 name no-identity", "9:12 amount amount-too-large",
      ])
    #expect(checked.shapes[1] == "aaa" && checked.shapes[4] == "99/99/9999")
    #expect(checked.records.claims.count == 1)
  }

  @Test func `The account balances in rows and rupiah, cancelled rows apart`() throws {
    let checked = try Checked(
      .claims,
      header + row() + row(cancelled: "Y") + row(number: "") + row(amount: "?") + "a;b\n")
    #expect(
      checked.account == ["5 126000000", "1 42000000", "3 42000000", "0 0", "1 42000000"])
    #expect(checked.records.claims.count == 2)
  }

  @Test func `Heirs and the word for the deceased are seen`() throws {
    let checked = try Checked(
      .claims,
      header + row() + row(name: "Alm. Slamet") + row(name: "Salma Almira")
        + row(payee: "Tanpa Ahli Waris") + row(cause: "meninggal tanpa ahli waris"))
    #expect(checked.records.claims.map(\.saysDead) == [false, true, false, false, false])
    #expect(checked.records.claims.map(\.withoutHeirs) == [false, false, false, true, true])
  }

  @Test func `An XML file gives the same rows`() throws {
    let text = """
      <Klaim><Data id_klaim="KL1" program="JKM"><nik>3375010101700001</nik><nama>SLAMET</nama>
      <tgl_kejadian>13 Juni 2024</tgl_kejadian><jumlah>Rp 42.000.000,00</jumlah></Data>
      <Data id_klaim="KL2" program="JKM"><nama>SITI</nama><tgl_kejadian>besok</tgl_kejadian>
      <jumlah>1</jumlah></Data></Klaim>
      """
    let checked = try Checked(.claims, text)
    #expect(checked.records.claims.map(\.amount) == [42_000_000])
    #expect(checked.records.claims.map { written($0.incidentOn) } == ["2024-06-13"])
    #expect(checked.records.rejects.map(\.field) == [.incidentOn])
    #expect(checked.records.rejects.map(\.location.line) == [3])
    #expect(checked.account == ["2 42000001", "1 42000000", "1 1", "0 0", "0 0"])
  }
}
