import Domain
import TestSupport
import Testing

/// What BPJamsostek received, and the city's bank account.
struct MoneyListTests {
  @Test func `A receipt is kept`() throws {
    let checked = try Checked(
      .receipts,
      "kode_billing;bulan;sumber_dana;jumlah;tgl_terima\n"
        + "B-1;2024-05;APBD;Rp16.800.000,00;13/06/2024\nB-2;Mei 2024;;1;\n;2024-05;;5;\nB-3;;;x;\n")
    let records = checked.records
    try #require(records.receipts.count == 2)
    let first = records.receipts[0]
    #expect(records.billingCodes.string(first.billingCode) == "B-1")
    #expect(records.funds.string(first.fund) == "APBD" && first.amount == 16_800_000)
    #expect(first.month.map(written) == "2024-05")
    #expect(written(first.postedOn.value) == "2024-06-13")
    #expect(records.receipts[1].postedOn.value == nil)
    #expect(
      checked.rejects == [
        "4:1 billingCode missing-value", "5:4 amount unreadable-value",
      ])
    #expect(checked.account == ["4 16800006", "2 16800001", "2 5", "0 0", "0 0"])
  }

  @Test func `An entry of a bank account is kept exactly`() throws {
    let checked = try Checked(
      .bank,
      "Tanggal;Uraian;Nominal;D/K;No. Referensi\n"
        + "13/06/2024;Iuran;1.234.567,89;D;R1\n14/06/2024;;-2.000;;R2\n;x;5;K;\n"
        + "15/06/2024;y;;K;\n15/06/2024;y;5;?;\n")
    let records = checked.records
    try #require(records.bank.count == 3)
    let first = records.bank[0]
    #expect(first.amount.units == 123_456_789_000 && first.direction == .debit)
    #expect(records.texts.string(first.remittance) == "Iuran")
    #expect(records.texts.string(first.reference) == "R1")
    #expect(written(first.bookedOn) == "2024-06-13")
    #expect(records.bank[1].amount.units == 200_000_000 && records.bank[1].direction == .debit)
    #expect(records.bank[2].direction == .unknown && checked.tally.unread == [.direction: 1])
    #expect(
      checked.rejects == [
        "4:1 bookedOn missing-value", "5:3 amount missing-value",
      ])
    #expect(checked.account == ["5 1236577", "3 1236572", "2 5", "0 0", "0 0"])
  }
}
