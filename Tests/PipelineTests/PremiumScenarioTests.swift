import Foundation
import TestSupport
import Testing

/// Whole runs over a handful of people: which findings each of the city's and treasury's faults
/// gives, and that a city without faults gives none.
struct PremiumScenarioTests {
  private static let nik = (1...9).map { "337501010170000\($0)" }

  /// A city of four people in which all is well, in every kind of input.
  private struct City {
    var definition = "rules: {budget: {2024: 134400}, quota: {Medono: 4}}\n"
    var roster = (1...4).map {
      "P\($0),\(nik[$0 - 1]),1000000000\($0),Warga \(Self.names[$0 - 1]),1970-01-01,Medono,"
        + "Buruh Batik,2024-01-01,337501010110000\($0),"
    }
    var members = (1...4).map {
      "1000000000\($0),\(nik[$0 - 1]),WARGA \(Self.names[$0 - 1].uppercased()),1970-01-01,"
        + "2024-01-01,,AKTIF,SG,,,BPU"
    }
    var payments = [1, 2].flatMap { month in
      (1...4).map {
        "B\(month)\($0),S\(month),K\(month),APBD,2024-0\(month),2024-0\(month)-10,"
          + "\(nik[$0 - 1]),1000000000\($0),Warga \(City.names[$0 - 1]),16800"
      }
    }
    var register = [1, 2].map {
      "S\($0),2024-0\($0),APBD,4,67200,2024-0\($0)-09,5.1.02.02.02.0006,CAIR,2024,40000,27200"
    }
    var receipts = ["K1,2024-01,67200,2024-01-12", "K2,2024-02,67200,2024-02-12"]
    var registry = (1...4).map { "\(nik[$0 - 1]),Warga,HIDUP," }
    var refunds = ["S1,16800,2024-02-01,16800,2024-02-20"]

    static let names = ["Slamet", "Wahyudi", "Kasmuri", "Tuminah"]
  }

  private func run(_ change: (inout City) -> Void = { _ in }) throws -> [String] {
    var city = City()
    change(&city)
    let scratch = try RunScratch()
    let files = [
      (
        "roster",
        "id_peserta,nik,kpj,nama,tgl_lahir,kelurahan,pekerjaan,mulai,nomor_kk,"
          + "penerima_bantuan", city.roster
      ),
      (
        "memberships",
        "kpj,nik,nama,tgl_lahir,tgl_mulai,tgl_berakhir,status,wadah,tgl_na,"
          + "sebab_na,segmen", city.members
      ),
      (
        "contributions",
        "id_bayar,no_sp2d,kode_billing,sumber_dana,bulan,tgl_bayar,nik,kpj,nama,"
          + "jumlah", city.payments
      ),
      (
        "disbursements",
        "no_sp2d,bulan,sumber_dana,jumlah_peserta,total,tgl_sp2d,rekening,"
          + "status_sp2d,tahun_anggaran,jkk,jkm", city.register
      ),
      ("receipts", "kode_billing,bulan,jumlah,tgl_terima", city.receipts),
      ("registry", "nik,nama,status,tgl_meninggal", city.registry),
      (
        "refunds", "no_sp2d,jumlah_disepakati,tgl_disepakati,jumlah_diterima,tgl_diterima",
        city.refunds
      ),
    ]
    var definition = "rekon: 1\nperiod: {from: 2024-01, to: 2024-02}\n" + city.definition
    definition += "inputs:\n"
    for (kind, header, rows) in files {
      try scratch.write("\(kind).csv", ([header] + rows).map { $0 + "\n" }.joined())
      definition += "  \(kind): [{file: \(kind).csv, dates: day-first}]\n"
    }
    try scratch.write("d.yaml", definition)
    try scratch.run(scratch.folder.appending(path: "d.yaml"))
    return try scratch.findings().map {
      "\($0.code) \($0.subjectKey) \($0.otherKey ?? "-") \($0.amountAtRisk)"
        + ($0.status == "pending" ? " until \($0.due ?? "-")" : "")
    }.sorted()
  }

  @Test func `a city without faults has no finding`() throws {
    #expect(try run() == [])
  }

  @Test func `half of the rate in a year without relief is IUR-01`() throws {
    let found = try run {
      $0.definition = ""
      $0.payments[0].replace(",16800", with: ",8400")
    }
    #expect(found.contains("IUR-01 B11 - 8400"), "no relief in 2024: \(found)")
  }

  @Test func `receipts short, missing and not yet due`() throws {
    #expect(try run { $0.receipts[0].replace("67200", with: "50400") } == ["IUR-07 S1 K1 16800"])
    #expect(try run { $0.receipts.removeFirst() } == ["IUR-08 S1 K1 67200"])
    let late = try run {
      $0.receipts.removeLast()
      for place in 4..<8 { $0.payments[place].replace("2024-02-10", with: "2024-07-10") }
    }
    #expect(late.contains("IUR-08 S2 K2 67200 until 2024-07-24"), "\(late)")
  }

  @Test func `several receipts add up to one SP2D`() throws {
    #expect(
      try run {
        $0.receipts =
          ["K1,2024-01,50400,2024-01-12", "K1,2024-01,16800,2024-01-13"]
          + $0.receipts.dropFirst()
      } == [])
  }

  @Test func `the register's faults`() throws {
    #expect(try run { $0.register[0].replace("0006", with: "0008") } == ["KEU-05 S1 - 67200"])
    #expect(
      try run { $0.register[0].replace("40000,27200", with: "27200,40000") }
        == ["KEU-06 S1 - 12800"])
    #expect(
      try run { $0.register[0].replace("CAIR,2024", with: "CAIR,2025") } == ["KEU-07 S1 - 67200"])
    #expect(
      try run { $0.register[1].replace("CAIR,2024", with: "CAIR,2023") } == ["IUR-11 S2 - 67200"])
    #expect(try run { $0.register[0].replace("CAIR", with: "RETUR") } == ["KEU-03 S1 - 67200"])
    #expect(
      try run { $0.definition = "rules: {budget: {2024: 134399}}\n" } == ["KEU-04 S2 - 1"])
  }

  @Test func `a missing side is KEU-02`() throws {
    #expect(try run { $0.register.removeFirst() } == ["KEU-02 S1 - 67200"])
    #expect(
      try run { $0.register.append("S3,2024-02,APBD,1,16800,2024-02-09,,BATAL,2024,,") } == [])
    let found = try run {
      $0.definition = ""
      $0.register.append("S3,2024-02,APBD,1,16800,2024-02-09,,CAIR,2024,,")
    }
    #expect(found == ["IUR-08 S3 - 16800", "KEU-02 S3 - 16800"])
  }

  @Test func `a refund that has not come`() throws {
    let found = try run { $0.refunds = ["S1,16800,2024-02-01,,"] }
    #expect(found == ["KEU-08 S1 refunds.csv:2 16800"])
    #expect(
      try run { $0.refunds = ["S9,5,2024-02-01,2,"] } == ["KEU-08 S9 refunds.csv:2 3"],
      "of an SP2D that stands nowhere else")
  }

  @Test func `funds that fit neither wadah nor SP2D`() throws {
    #expect(
      try run { $0.members[0].replace(",SG,", with: ",SC,") }
        == ["IUR-09 B11 10000000001 16800", "IUR-09 B21 10000000001 16800"])
    #expect(
      try run { $0.register[0].replace("APBD", with: "APBDes") }.count == 4, "each row of the list")
    #expect(try run { $0.register[0].replace("APBD", with: "APBD Perubahan") } == [])
  }

  @Test func `the members' faults`() throws {
    #expect(
      try run { $0.members[0].replace("2024-01-01,,", with: "2024-01-01,2024-01-20,") }
        == ["KPS-03 B21 10000000001 16800"])
    #expect(
      try run {
        $0.roster[0].replace("1970-01-01", with: "1950-01-01")
        $0.members[0].replace("1970-01-01", with: "1950-01-01")
      } == ["KPS-04 10000000001 P1 33600"])
    #expect(
      try run {
        $0.members.append(
          "20000000001,\(Self.nik[0]),WARGA SLAMET,1970-01-01,2024-02-01,,"
            + "AKTIF,,,,PU")
      }
        == ["IDN-04 20000000001 10000000001 16800", "KPS-10 10000000001 20000000001 16800"])
    #expect(
      try run {
        $0.members[0].replace("AKTIF,SG,,", with: "NONAKTIF,SG,2024-02-28,PINDAH")
        $0.roster[0].replace("Warga Slamet", with: "Alm. Warga Slamet")
        $0.definition = ""
      }.filter { $0.hasPrefix("KPS") } == [], "the day of the death is not known")
  }

  @Test func `the participants' faults`() throws {
    #expect(try run { $0.roster[0].replace("Medono", with: "Kajen") } == ["KPS-06 P1 - 33600"])
    #expect(
      try run { $0.roster[0].replace("Buruh Batik", with: "Nelayan") } == ["KPS-05 P1 - 33600"])
    #expect(
      try run { $0.roster[1].replace("3375010101100002", with: "3375010101100001") }
        == ["KPS-07 P2 P1 33600"])
    #expect(try run { $0.roster[0] += "PKH" } == ["KPS-07 P1 - 33600"])
    #expect(
      try run { $0.definition = "rules: {quota: {Medono: 3}}\n" } == ["KPS-09 P4 - 33600"])
    #expect(
      try run { $0.registry[0].replace("HIDUP,", with: "MENINGGAL,2024-01-20") }
        == ["IDN-06 P1 registry.csv:2 16800"])
  }

  @Test func `names, birth dates and a shared NIK`() throws {
    #expect(
      try run { $0.members[0].replace("SLAMET", with: "SLAMEDI") } == ["IDN-05 10000000001 P1 0"])
    #expect(
      try run { $0.members[0].replace("1970-01-01", with: "1970-01-02") }
        == ["IDN-05 10000000001 P1 0"])
    #expect(
      try run { $0.payments[0].replace("Warga Slamet", with: "Warga Slamedi") }
        == ["IDN-05 B11 P1 0"])
    #expect(try run { $0.payments[0].replace("Warga Slamet", with: "Bpk. warga Slamet") } == [])
    let found = try run {
      $0.roster[1].replace(Self.nik[1], with: Self.nik[0])
      $0.members[1].replace(Self.nik[1], with: Self.nik[0])
      for place in [1, 5] { $0.payments[place].replace(Self.nik[1], with: Self.nik[0]) }
    }
    #expect(
      found == ["IDN-03 10000000002 P1 33600", "IDN-03 B12 P1 33600", "IDN-03 P2 P1 33600"])
  }
}
