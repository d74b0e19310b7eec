import Domain
import Rules
import TestSupport
import Testing

struct PaymentIsPostedTests {
  private func findings(
    asOf: String = "2024-03-24", received: Int64 = 0, stopped: Bool = false,
    _ change: (inout SP2DBuilder) -> Void = { _ in }
  ) -> [Finding] {
    var (builder, receipt) = (SP2DBuilder(), ReceiptMatch())
    (receipt.received, receipt.searchStopped) = (received, stopped)
    receipt.billingCode = 7
    change(&builder)
    return PaymentIsPosted(asOf: day(asOf), days: 14).findings(
      in: builder.build { $0.receipt = receipt })
  }

  @Test func `anything received is not this rule's`() {
    #expect(findings(received: 1).isEmpty)
    #expect(
      PaymentIsPosted(asOf: day("2024-12-31"), days: 14).findings(in: SP2DBuilder().build()).isEmpty
    )
  }

  @Test func `after fourteen days the amount is at risk`() throws {
    let finding = try #require(findings().first)
    #expect(finding.status == .new && finding.severity == .high)
    #expect(finding.subject == RecordRef(.disbursement, 5))
    #expect(finding.other == RecordRef(.receipt, 7))
    #expect(finding.found == .phrase(.notReceived) && finding.atRisk == 33_600)
  }

  @Test func `before that it waits until the day`() {
    #expect(findings(asOf: "2024-03-23").map(\.status) == [.pending])
    #expect(findings(asOf: "2024-03-23").map(\.pendingUntil.value) == [day("2024-03-24")])
  }

  @Test func `without a payment date in the list the register's counts`() {
    #expect(findings(asOf: "2024-03-22") { $0.paidOn = nil }.map(\.status) == [.new])
    #expect(findings(asOf: "2024-03-21") { $0.paidOn = nil }.map(\.status) == [.pending])
  }

  @Test func `a search that was stopped is said and accuses nobody`() {
    #expect(findings(stopped: true).map(\.found) == [.phrase(.searchStopped)])
    #expect(findings(stopped: true).map(\.status) == [.pending])
  }

  @Test func `a cancelled SP2D is not awaited`() {
    #expect(findings { $0.lines = [SP2DBuilder.line(33_600, isCancelled: true)] }.isEmpty)
  }
}
