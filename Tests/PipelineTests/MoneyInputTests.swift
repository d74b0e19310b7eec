import Foundation
import Pipeline
import TestSupport
import Testing

/// Receipts and bank statements in a run.
struct MoneyInputTests {
  private let definition =
    SmallCity.definition + """
        receipts: [{file: terima.csv, fund: APBD}]
        bank: [{file: koran.csv}, {file: bank.xml}]

      """

  private func camt(closing: String) -> String {
    func balance(_ code: String, _ amount: String) -> String {
      "<Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp><Amt Ccy=\"IDR\">\(amount)</Amt>"
        + "<CdtDbtInd>CRDT</CdtDbtInd></Bal>"
    }
    return """
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
      <Id>S-1</Id>\(balance("OPBD", "100000.00"))\(balance("CLBD", closing))
      <Ntry><Amt Ccy="IDR">16800.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
      <BookgDt><Dt>2024-02-10</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>
      """
  }

  private func city(_ scratch: RunScratch, closing: String) throws -> URL {
    try scratch.writeCity([
      "d.yaml": definition, "bank.xml": camt(closing: closing),
      "terima.csv": "kode_billing,bulan,jumlah,tgl_terima\nB-1,2024-01,16800,2024-02-11\n",
      "koran.csv": "tgl_transaksi;uraian;nominal;d/k\n10/02/2024;Iuran;16.800,00;D\n",
    ])
  }

  @Test func `are read, counted and kept in the books`() throws {
    let scratch = try RunScratch()
    let outcome = try scratch.run(try city(scratch, closing: "83199.50"))
    #expect(outcome.status == .ok)
    #expect(!outcome.summary.contains { $0.hasPrefix("statement ") })
    let own = ["terima.csv", "bank.xml", "koran.csv"]
    let inputs = try scratch.inputs().filter { own.contains($0.file) }
    #expect(inputs.map { $0.rows["accepted"] } == [1, 1, 1])
    #expect(inputs.map { $0.amount["accepted"] } == [16800, 16800, 16800])
    let manifest = try scratch.text("manifest.json")
    #expect(manifest.contains("\"camt053\"") && manifest.contains("\"83199.50\""))
    #expect(manifest.contains("\"bank-kept\"") && manifest.contains("\"receipts-kept\""))
  }

  @Test func `a rejected entry comes back as a statement that can be read`() throws {
    let scratch = try RunScratch()
    let text = camt(closing: "83199.50").replacing("<Ntry>", with: "<Ntry x='1'>")
    let entry = try #require(text.split(separator: "<Ntry").last.map { "<Ntry\($0)" })
      .split(separator: "</Stmt>")[0]
    let bad = entry.replacing("16800.50", with: "1e3")
    let definition = try city(scratch, closing: "")
    try scratch.write("bank.xml", text.replacing("</Stmt>", with: "\(bad)</Stmt>"))
    let limit = "\(self.definition)rules: {rejectLimit: 50%}\n"
    try scratch.write("d.yaml", limit)
    #expect(try scratch.run(definition).status == .partial)
    let rejected = try scratch.text("rejects/bank.xml")
    #expect(rejected.contains("1e3") && !rejected.contains("16800.50"))
    try scratch.write("bank.xml", rejected.replacing("1e3", with: "1000"))
    #expect(try scratch.run(definition).status == .ok)
  }

  @Test func `a statement that does not add up is said and refuses nothing`() throws {
    let scratch = try RunScratch()
    let outcome = try scratch.run(try city(scratch, closing: "83200.00"))
    #expect(outcome.status == .ok)
    #expect(
      outcome.summary.contains(
        "statement S-1 in bank.xml: the closing balance is 0.50 IDR off opening and entries"))
    #expect(try scratch.text("manifest.json").contains("\"difference\": \"0.50\""))
    let finding = try #require(try scratch.findings().first { $0.code == "DAT-02" })
    #expect(finding.subjectKey == "bank.xml" && finding.amountAtRisk == 1)
  }
}
