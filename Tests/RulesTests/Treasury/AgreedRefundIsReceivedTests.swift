import Domain
import Rules
import TestSupport
import Testing

struct AgreedRefundIsReceivedTests {
  private let rule = AgreedRefundIsReceived()

  private func findings(agreed: Int64, received: Int64) -> [Finding] {
    var refund = RefundTotals(firstRow: 3)
    (refund.agreed, refund.received) = (agreed, received)
    return rule.findings(in: SP2DBuilder().build { $0.refund = refund })
  }

  @Test func `a refund received in full or above is silent, and so is none`() {
    #expect(findings(agreed: 16_800, received: 16_800).isEmpty)
    #expect(findings(agreed: 16_800, received: 20_000).isEmpty)
    #expect(rule.findings(in: SP2DBuilder().build()).isEmpty)
  }

  @Test func `what is missing is at risk`() throws {
    let finding = try #require(findings(agreed: 16_800, received: 16_799).first)
    #expect(finding.subject == RecordRef(.disbursement, 5))
    #expect(finding.other == RecordRef(.refund, 3))
    #expect(finding.expected == .money(16_800) && finding.found == .money(16_799))
    #expect(finding.atRisk == 1 && finding.severity == .high)
    #expect(findings(agreed: 16_800, received: 0).map(\.atRisk) == [16_800])
  }
}
