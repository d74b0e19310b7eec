import Domain
import TestSupport
import Testing

/// The civil registry, refunds, and the columns that few rules ask for.
struct FurtherColumnTests {
  @Test func `What the civil registry says is kept`() throws {
    let checked = try Checked(
      .registry,
      "NIK;NAMA;STATUS;TGL_MENINGGAL\n3375010101700001;Slamet;HIDUP;\n"
        + "3375010101700002;Siti;Meninggal;13/06/2024\n3375010101700003;X;tidak ditemukan;\n"
        + ";Y;HIDUP;\n3375010101700004;Z;PINDAH;\n12;Z;HIDUP;\n")
    let registry = checked.records.registry
    #expect(registry.map(\.status) == [.alive, .dead, .notFound])
    #expect(registry.map { written($0.diedOn.value) } == ["-", "2024-06-13", "-"])
    #expect(
      checked.rejects == [
        "5:1 nik missing-value", "6:3 status unreadable-value", "7:1 nik unreadable-value",
      ])
  }

  @Test func `A refund is kept`() throws {
    let checked = try Checked(
      .refunds,
      "no_sp2d,jumlah_disepakati,tgl_disepakati,jumlah_diterima,tgl_diterima\n"
        + "S1,33.600,2024-06-01,16.800,2024-06-20\nS2,16800,,,\n,5,,,\n")
    let (records, first) = (checked.records, try #require(checked.records.refunds.first))
    #expect(records.sp2ds.string(first.sp2d) == "S1")
    #expect(first.agreed == 33_600 && first.received == 16_800)
    #expect(written(first.agreedOn.value) == "2024-06-01")
    #expect(written(first.receivedOn.value) == "2024-06-20")
    #expect(records.refunds.map(\.received) == [16_800, 0])
    #expect(checked.rejects == ["4:1 sp2d missing-value"])
    #expect(checked.account == ["3 50405", "2 50400", "1 5", "0 0", "0 0"])
  }

  @Test func `The register's booking is kept`() throws {
    let checked = try Checked(
      .disbursements,
      "no_sp2d,total,rekening,status_sp2d,tahun_anggaran,jkk,jkm\n"
        + "S1,33600,5.1.02.02.02.0006,CAIR,2024,20.000,13.600\nS2,1,,Dibatalkan,TA 2025,,\n"
        + "S3,1,,RETUR,x,y,0\n")
    let lines = checked.records.disbursements
    #expect(lines.map(\.isCancelled) == [false, true, true])
    #expect(lines.map(\.fiscalYear) == [2024, 2025, 0])
    #expect(lines.map(\.jkk) == [20_000, nil, nil] && lines.map(\.jkm) == [13_600, nil, 0])
    #expect(checked.records.accounts.string(lines[0].account) == "5.1.02.02.02.0006")
    #expect(checked.tally.unread == [.fiscalYear: 1, .jkkAmount: 1])
  }

  @Test func `A membership's state and group are kept`() throws {
    let checked = try Checked(
      .memberships,
      "kpj,nama,tgl_mulai,status,wadah,tgl_na,sebab_na,segmen\n"
        + "1,A,2024-01-01,AKTIF,SG,,,BPU\n2,B,2024-01-01,NONAKTIF,sg - Pemerintah,,,PU\n"
        + "3,C,2024-01-01,Keluar,,2024-02-01,Mengundurkan diri,\n"
        + "4,D,2024-01-01,,SC,2024-02-01,MENINGGAL,\n")
    let members = checked.records.memberships
    #expect(members.map(\.isInactive) == [false, true, true, false])
    #expect(
      members.map { checked.records.wadahs.string($0.wadah) } == ["SG", "SG", "", "SC"])
    #expect(members.map(\.segment) == [.other, .formal, .unknown, .unknown])
    #expect(members.map(\.removedAlive) == [false, false, true, false])
    #expect(members.map(\.saysDead) == [false, false, false, true])
    #expect(members.map { written($0.ends) } == ["-", "-", "2024-02-01", "2024-02-01"])
  }

  @Test func `A participant's family and aid are kept`() throws {
    let checked = try Checked(
      .roster,
      "nik,nama,nomor_kk,penerima_bantuan\n1,A,3375010101100009,PKH\n2,B,,BPNT dan lainnya\n"
        + "3,C,3375010101100009,Tidak\n4,D,x,bukan penerima PKH\n5,E,,\n")
    let roster = checked.records.roster
    #expect(roster.map(\.getsAid) == [true, true, false, false, false])
    #expect(roster[0].familyCard == roster[2].familyCard && roster[0].familyCard.isNumber)
    #expect(!roster[1].familyCard.isPresent)
  }

  @Test func `A payment has its billing code`() throws {
    let checked = try Checked(
      .contributions,
      "bulan,jumlah,nama,kode_billing\n2024-01,16800,A,B-1\n2024-01,16800,B,B-1\n"
        + "2024-01,16800,C,\n2024-01,16800,D,B-2\n")
    let codes = checked.payments.map { checked.records.billingCodes.string($0.billingCode) }
    #expect(codes == ["B-1", "B-1", "", "B-2"])
  }
}
