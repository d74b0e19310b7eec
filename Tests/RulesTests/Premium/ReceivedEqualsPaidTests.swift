import Domain
import Rules
import TestSupport
import Testing

struct ReceivedEqualsPaidTests {
  private let rule = ReceivedEqualsPaid()

  private func findings(_ received: Int64, _ change: (inout SP2DBuilder) -> Void = { _ in })
    -> [Finding]
  {
    var (builder, receipt) = (SP2DBuilder(), ReceiptMatch())
    (receipt.received, receipt.billingCode) = (received, 7)
    change(&builder)
    return rule.findings(in: builder.build { $0.receipt = receipt })
  }

  @Test func `what was paid is what was received`() {
    #expect(findings(33_600).isEmpty)
    #expect(rule.findings(in: SP2DBuilder().build()).isEmpty, "no receipts are given")
  }

  @Test func `short and over put the difference at risk`() throws {
    let finding = try #require(findings(33_599).first)
    #expect(finding.subject == RecordRef(.disbursement, 5))
    #expect(finding.other == RecordRef(.receipt, 7) && finding.severity == .critical)
    #expect(finding.expected == .money(33_600) && finding.found == .money(33_599))
    #expect(finding.atRisk == 1 && finding.month == month("2024-03"))
    #expect(findings(50_400).map(\.atRisk) == [16_800])
  }

  @Test func `nothing received is IUR-08`() {
    #expect(findings(0).isEmpty)
  }

  @Test func `a cancelled SP2D paid nothing, and a list alone pays its sum`() {
    #expect(findings(5) { $0.lines = [SP2DBuilder.line(33_600, isCancelled: true)] }.isEmpty)
    #expect(findings(33_600) { $0.lines = [] }.isEmpty)
    #expect(findings(33_601) { $0.lines = [] }.count == 1)
  }
}
