import Domain
import Reader
import TestSupport
import Testing

struct CamtTests {
  private func document(_ body: String, version: String = "001.02", prefix: String = "") -> String {
    let (open, name) = prefix.isEmpty ? ("", "xmlns") : ("\(prefix):", "xmlns:\(prefix)")
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.\(version)">
      <BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>
      \(body)
      </BkToCstmrStmt></Document>
      """
    guard !open.isEmpty else { return text }
    return text.replacing("</", with: "\u{1}").replacing("<?", with: "\u{2}")
      .replacing("<", with: "<\(open)").replacing("\u{1}", with: "</\(open)")
      .replacing("\u{2}", with: "<?").replacing("xmlns=", with: "\(name)=")
  }

  private func balance(_ code: String, _ amount: String, _ direction: String = "CRDT") -> String {
    "<Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp><Amt Ccy=\"IDR\">\(amount)</Amt>"
      + "<CdtDbtInd>\(direction)</CdtDbtInd></Bal>"
  }

  private func entry(
    _ amount: String, _ direction: String = "CRDT", status: String = "<Sts>BOOK</Sts>",
    details: String = ""
  ) -> String {
    "<Ntry><NtryRef>R</NtryRef><Amt Ccy=\"IDR\">\(amount)</Amt><CdtDbtInd>\(direction)</CdtDbtInd>"
      + "\(status)<BookgDt><Dt>2024-06-28</Dt></BookgDt>"
      + "<ValDt><DtTm>2024-06-29T01:02:03+07:00</DtTm></ValDt>\(details)</Ntry>"
  }

  private func statement(_ id: String, _ parts: String...) -> String {
    "<Stmt><Id>\(id)</Id><Acct><Id><IBAN>DE1</IBAN></Id><Ccy>IDR</Ccy></Acct>"
      + "\(parts.joined(separator: "\n"))</Stmt>"
  }

  private let detail = """
    <NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs><RltdPties><Dbtr><Nm>Slamet</Nm></Dbtr>
    <Cdtr><Pty><Nm>Dinas</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>Iuran</Ustrd><Ustrd>Juni</Ustrd>
    </RmtInf></TxDtls></NtryDtls>
    """

  @Test(arguments: [
    ("001.02", ""), ("001.03", ""), ("001.04", "ns2"), ("001.08", "d"), ("001.08", ""),
    ("001.13", ""),
  ])
  func `An entry of each version is a row`(version: String, prefix: String) throws {
    let text = document(
      statement("S1", entry("1234.56000", details: detail), entry("5", "DBIT", details: detail)),
      version: version, prefix: prefix)
    let reading = try NamedReading(text)
    #expect(reading.detected.format == .camt053)
    #expect(reading.rows.map(\.line) == [4, 7] && reading.rows[0].record == "Ntry")
    #expect(
      reading.cells(0) == [
        "statement=S1", "account=DE1", "amount=1234.56000", "currency=IDR", "direction=CRDT",
        "bookedOn=2024-06-28", "valueOn=2024-06-29", "reference=R", "counterparty=Slamet",
        "remittance=Iuran Juni",
      ])
    #expect(reading.cell(1, "counterparty") == "Dinas")
  }

  @Test func `Several statements keep their own entries and balances`() throws {
    let text = document(
      statement(
        "S1", balance("OPBD", "100.00"), balance("CLBD", "50.50", "DBIT"), entry("150.50", "DBIT"))
        + statement("S2")
        + statement(
          "S3", balance("PRCD", "1"), balance("CLBD", "3.00001"), entry("2"),
          entry("7", status: "<Sts>PDNG</Sts>"), entry("9", status: "<Sts><Cd>INFO</Cd></Sts>"),
          "<TxsSummry><TtlNtries><NbOfNtries>4</NbOfNtries></TtlNtries></TxsSummry>"))
    let reading = try NamedReading(text)
    #expect((0..<4).map { reading.cell($0, "statement") } == ["S1", "S3", "S3", "S3"])
    let balances = reading.detected.statements
    #expect(balances.map(\.statement) == ["S1", "S2", "S3"])
    #expect(
      balances.map(\.difference?.units) == [0, nil, 1] && balances.map(\.entries) == [1, 0, 3])
    #expect(balances.map(\.holds) == [true, true, false] && balances[2].statedEntries == 4)
  }

  @Test func `A batch is one row and names no one of its people`() throws {
    let batch = detail.replacing("</TxDtls>", with: "</TxDtls><TxDtls/><TxDtls/>")
    let text = document(
      statement("S", entry("3", details: batch + "<AddtlNtryInf>Batch</AddtlNtryInf>")))
    let reading = try NamedReading(text)
    #expect(reading.rows.count == 1 && reading.cell(0, "counterparty") == "")
    #expect(reading.cell(0, "remittance") == "Batch")
  }

  @Test(arguments: [1, 3, 64])
  func `The rows do not depend on how the bytes are cut`(piece: Int) throws {
    let entries = (0..<900).map { entry("\($0).5", details: detail) }.joined(separator: "\n")
    let text = document(statement("S", entries))
    let whole = try NamedReading(text)
    #expect(whole.rows.count == 900 && whole.cell(899, "amount") == "899.5")
    #expect(try NamedReading(text, piece: piece).rows == whole.rows)
  }

  @Test(arguments: ["001.01", "001.14", "002.02"])
  func `A version that is not known is refused with those that are`(version: String) {
    let error = #expect(throws: ReadError.self) {
      try NamedReading(document(statement("S"), version: version))
    }
    guard case .unsupportedFormat(let what)? = error else {
      Issue.record("an unknown version was read")
      return
    }
    #expect(what.contains("camt.053.001.02 to camt.053.001.13"))
  }

  @Test func `A file without a statement is refused`() {
    let error = #expect(throws: ReadError.self) { try NamedReading(document("")) }
    guard case .noStatement? = error else {
      Issue.record("a file without a statement was read")
      return
    }
  }

  @Test(arguments: ["1,5", "", "-5", "1e5", "1.123456", "1.2.3", ".", "Rp5", "1 0"])
  func `An amount that is no decimal of the standard rejects its entry`(amount: String) throws {
    let text = document(statement("S1", entry("2"), entry(amount), entry("+3.100000")))
    let reading = try Reading(text, .bank)
    #expect(reading.rowsRead == 3 && reading.rows.count == 2)
    #expect(
      reading.faults.map { "\($0.line) \($0.column) \($0.reason)" } == ["5 3 unreadableValue"])
  }

  @Test func `A run reads the entries as rows of a bank account`() throws {
    let reading = try Reading(document(statement("S1", entry("16.800", details: detail))), .bank)
    #expect(reading.rowsRead == 1 && reading.cell(0, .amount) == "16.800")
    #expect(reading.cell(0, .bookedOn) == "2024-06-28" && reading.cell(0, .account) == "DE1")
    #expect(reading.cell(0, .remittance) == "Iuran Juni" && reading.rows[0].line == 4)
  }
}
