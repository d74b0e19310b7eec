import Domain
import Testing

@testable import Pipeline

/// What a run says at its end, and how it exits.
struct RunSummaryTests {
  private func report(_ status: FindingStatus) throws -> RunReport {
    let month = try #require(CoverageMonth(year: 2024, month: 6))
    let period = try #require(Period(from: month, to: month))
    var report = RunReport(programme: "", city: "", period: period, asOf: month.lastDay)
    var finding = Finding(
      RuleCode(.sil, 3), .high, month: nil, person: nil, subject: .none, expected: .none,
      found: .none, atRisk: 7)
    finding.status = status
    report.findings = [ReportedFinding(finding, id: 1)]
    return report
  }

  @Test func `a pending finding is neither counted nor a reason to fail`() throws {
    let pending = try report(.pending)
    #expect(RunSummary.status(of: pending, failOn: .low) == .ok)
    #expect(try RunSummary.status(of: report(.new), failOn: .high) == .findings)
    #expect(try RunSummary.status(of: report(.new), failOn: .critical) == .ok)
    let lines = RunSummary.lines(of: pending, folder: nil)
    #expect(lines.contains("findings: 0, pending: 1, at risk: Rp0"))
    #expect(lines.first == "2024-06")
  }

  @Test func `a published figure is said with what was found and by which claims`() throws {
    let lines = try SampleRun.shared.get().outcome.summary
    #expect(
      lines.contains {
        $0.hasPrefix(
          "expected JKM 2023-01_2024-06: holds: 10 cases, Rp420000000 (KL2300132, KL2300204, ")
      })
    #expect(
      lines.contains {
        $0.hasPrefix(
          "expected JKM 2024-01_2024-06: does not hold: 10 cases, Rp420000000; "
            + "found 5 cases, Rp211000000 (KL2400936, ")
      })
  }

  @Test func `rules that this version does not have are not checked`() throws {
    let manifest = try SampleRun.shared.get().text("manifest.json")
    #expect(manifest.contains("\"code\": \"KPS-07\""))
    #expect(manifest.contains("Sumber tidak diberikan: penerimaan iuran BPJamsostek"))
    #expect(!manifest.contains("\"code\": \"IUR-05\""))
  }
}
