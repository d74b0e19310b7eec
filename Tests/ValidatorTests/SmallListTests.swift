import Domain
import TestSupport
import Testing

/// The city's list, BPJamsostek's list and the SP2D register.
struct SmallListTests {
  private let roster =
    "id_peserta,no. ktp,kpj,nama lengkap,tgl_lahir,kelurahan,pekerjaan,sumber_dana,mulai,"
    + "berakhir,keterangan\n"

  private func person(_ name: String, note: String = "", nik: String = "3375010101700001") -> String
  {
    "P1,\(nik),12345678901,\(name),\"Pekalongan, 01-02-1970\",Medono,Becak,,2023-01-01,,\(note)\n"
  }

  @Test func `A person of the city's list is kept`() throws {
    let checked = try Checked(.roster, roster + person("Slamet"), fund: "APBD")
    let row = try #require(checked.records.roster.first)
    #expect(checked.records.texts.string(row.participantID) == "P1")
    #expect(checked.records.texts.string(row.name) == "Slamet")
    #expect(checked.records.villages.string(row.village) == "Medono")
    #expect(checked.records.jobs.string(row.job) == "Becak")
    #expect(checked.records.funds.string(row.fund) == "APBD")
    #expect(written(row.birthDate.value) == "1970-02-01")
    #expect(written(row.from.value) == "2023-01-01" && row.until.value == nil)
    #expect(!row.saysDead && row.location == SourceLocation(file: 3, line: 2))
  }

  @Test(
    arguments: [
      ("Slamet", "meninggal 13 Juni 2024", true, "2024-06-13"),
      ("Slamet", "Wafat tgl 13/06/2024 di RS", true, "2024-06-13"),
      ("Slamet", "MENINGGAL", true, "-"), ("Alm. Slamet", "", true, "-"),
      ("Siti (almh)", "", true, "-"), ("Slamet", "pindah 13/06/2024", false, "-"),
      ("Almira", "", false, "-"),
    ] as [(String, String, Bool, String)])
  func `A death is known from name and note`(
    name: String, note: String, isDead: Bool, date: String
  ) throws {
    let checked = try Checked(.roster, roster + person(name, note: note))
    let row = try #require(checked.records.roster.first)
    #expect(row.saysDead == isDead && written(row.diedOn.value) == date)
  }

  @Test func `A person without a name is rejected and the others go on`() throws {
    let checked = try Checked(
      .roster, roster + person("") + person("Siti") + "P2,,,,,,,,,,\n" + "P3,1\n")
    #expect(
      Set(checked.rejects) == [
        "2:4 name missing-value", "4:4 name no-identity", "5:2 - too-few-cells",
      ])
    #expect(checked.records.roster.count == 1)
    #expect(checked.account == ["4 0", "1 0", "3 0", "0 0", "0 0"])
  }

  private let members = "KPJ,NIK,NAMA,TGL_LAHIR,TGL_MULAI,TGL_BERAKHIR,WADAH,TGL_NA,SEBAB_NA\n"

  @Test func `A member taken off the list has no cover after that day`() throws {
    let checked = try Checked(
      .memberships, members + "12345678901,,SITI,,2023-01-01,,SG,2024-07-01,PINDAH\n")
    #expect(checked.records.memberships.map { written($0.ends) } == ["2024-07-01"])
  }

  @Test func `A membership is kept`() throws {
    let checked = try Checked(
      .memberships,
      members + "12345678901,3375010101700001,SLAMET,19700201,01/01/2023,30 Juni 2024,SG,"
        + "2024-07-01,Meninggal\n"
        + "9012345678.0,,ALM SITI,,2023-01-01,,,x,PHK\n")
    let rows = checked.records.memberships
    try #require(rows.count == 2)
    #expect(rows.map { written($0.kpj) } == ["12345678901", "9012345678"])
    #expect(rows.map { written($0.from.value) } == ["2023-01-01", "2023-01-01"])
    #expect(rows.map { written($0.until.value) } == ["2024-06-30", "-"])
    #expect(rows.map { written($0.removedOn.value) } == ["2024-07-01", "-"])
    #expect(rows.map(\.saysDead) == [true, false])
    #expect(rows.map(\.nameSaysDead) == [false, true])
    #expect(checked.records.wadahs.string(rows[0].wadah) == "SG")
    #expect(checked.tally.unread == [.removedOn: 1])
  }

  @Test func `A membership without KPJ, name or start is rejected`() throws {
    let checked = try Checked(
      .memberships,
      members + ",,A,,2023-01-01,,,,\n1?,,A,,2023-01-01,,,,\n1,, ,,2023-01-01,,,,\n"
        + "1,,A,,,,,,\n1,,A,,2023-02-30,,,,\n1,,A,,2023-02-28,,,,\n")
    #expect(
      checked.rejects == [
        "2:1 kpj missing-value", "3:1 kpj unreadable-value", "4:3 name missing-value",
        "5:5 from missing-value", "6:5 from unreadable-value",
      ])
    #expect(checked.account == ["6 0", "1 0", "5 0", "0 0", "0 0"])
  }

  private let register = "no_sp2d,bulan,sumber_dana,jumlah_peserta,total,tgl_sp2d,tgl_cair\n"

  @Test func `A line of the SP2D register is kept`() throws {
    let checked = try Checked(
      .disbursements,
      register + " S1 ,Juni 2024,,602,\"Rp 10.113.600,00\",13-06-2024,\n"
        + "S1,2024-13,APBD,banyak,16.800,x,20240614\n", fund: "Baznas")
    let rows = checked.records.disbursements
    try #require(rows.count == 2)
    #expect(rows.map(\.amount) == [10_113_600, 16_800] && rows[0].sp2d == rows[1].sp2d)
    #expect(checked.records.sp2ds.string(rows[0].sp2d) == "S1")
    #expect(rows.map { $0.month.map(written) } == ["2024-06", nil])
    #expect(rows.map { checked.records.funds.string($0.fund) } == ["Baznas", "APBD"])
    #expect(rows.map(\.participants) == [602, nil])
    #expect(rows.map { written($0.issuedOn.value) } == ["2024-06-13", "-"])
    #expect(rows.map { written($0.cashedOn.value) } == ["-", "2024-06-14"])
    #expect(checked.tally.unread == [.month: 1, .participants: 1, .issuedOn: 1])
    #expect(checked.account == ["2 10130400", "2 10130400", "0 0", "0 0", "0 0"])
  }

  @Test func `The register's months are read in the definition's order`() throws {
    let text = register + "S1,06/13/2024,APBD,1,16800,06/07/2024,\n"
    let row = try #require(
      try Checked(.disbursements, text, dates: .monthFirst).records.disbursements.first)
    #expect(row.month.map(written) == "2024-06")
    #expect(written(row.issuedOn.value) == "2024-06-07")
  }

  @Test func `A line without number or amount is rejected`() throws {
    let checked = try Checked(
      .disbursements,
      register + " ,2024-06,APBD,1,16800,,\nS1,2024-06,APBD,1,,,\nS1,2024-06,APBD,1,1.68,,\n")
    #expect(
      checked.rejects == [
        "2:1 sp2d missing-value", "3:5 amount missing-value", "4:5 amount unreadable-value",
      ])
    #expect(checked.account == ["3 16800", "0 0", "3 16800", "0 0", "0 0"])
  }
}
