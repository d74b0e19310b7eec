import Domain
import Rules
import TestSupport
import Testing

@testable import Pipeline

/// Every combination of month, fund and sector in the shipped tables: what the law's words ask of
/// it, judged by the rules over premiums.
struct PremiumCombinationTests {
  struct Combination: Sendable, CustomTestStringConvertible {
    let month: String
    let fund: String
    let job: String
    var testDescription: String { "\(month) \(fund) \(job)" }
  }

  /// One month before the tariff, and on to a year after the last relief.
  private static let months = (2015...2028).flatMap { year in
    (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0)" }
  }.filter { $0 >= "2015-06" && $0 <= "2028-03" }

  /// Funds without the relief of PP 50/2025, an unnamed one among them, and with it.
  private static let excluded = ["APBN", "APBD", "apbd perubahan", "APBDes", "DBHCHT", ""]
  private static let relieved = ["Baznas", "Korpri", "CSR", "Perorangan"]
  /// Jobs of the transport sector, on the programme's list and not, and others.
  private static let transport = ["tukang becak", "SUPIR ANGKOT", "kurir"]
  private static let others = ["buruh batik", "tukang parkir", ""]

  static let combinations = months.flatMap { month in
    (excluded + relieved).flatMap { fund in
      (transport + others).map { Combination(month: month, fund: fund, job: $0) }
    }
  }

  /// The shipped tables, by the numbers that funds and jobs have here.
  private static let tables = Result {
    var (jobs, funds) = (SymbolTable(), SymbolTable())
    for job in transport + others { _ = jobs.intern(ContiguousArray(job.utf8).span) }
    for fund in excluded + relieved { _ = funds.intern(ContiguousArray(fund.utf8).span) }
    let law = try readLaw(files: ShippedLaw.lawFiles(folder: nil))
    let tariff = TariffIndex(
      law: law, jobs: jobs, funds: funds,
      reliefExcludes: ["APBN", "APBD", "APBDes", "DBHCHT"])
    return (tariff: tariff, jobs: jobs, funds: funds)
  }

  /// Whether anybody of the sector has the relief in a month (PP 50/2025).
  private func hasRelief(_ one: Combination) -> Bool {
    Self.transport.contains(one.job)
      ? ("2026-01"..."2027-03").contains(one.month) : ("2026-04"..."2026-12").contains(one.month)
  }

  /// The codes and rupiah that a payment gives.
  private func found(_ paid: Int32, _ one: Combination) throws -> [String] {
    let tables = try Self.tables.get()
    var person = CaseBuilder()
    let job = tables.jobs.find(ContiguousArray(one.job.utf8).span)
    person.roster?.job = try #require(job)
    person.memberships[0].job = try #require(job)
    let known = tables.funds.find(ContiguousArray(one.fund.utf8).span)
    let fund = try #require(known)
    person.roster?.fund = fund
    person.premiums = [
      CaseBuilder.premium(
        CaseBuilder.month(one.month), row: 1, amount: paid, fund: UInt8(fund))
    ]
    var findings = Findings()
    person.build { person in
      PremiumEqualsTariff(tariff: tables.tariff).check(person, &findings)
      ReliefFollowsTheFund(tariff: tables.tariff).check(person, &findings)
    }
    return findings.list.map { "\($0.code.text) \($0.atRisk)" }
  }

  @Test(arguments: combinations)
  func `the tables decide what a month costs`(_ one: Combination) throws {
    guard one.month >= "2015-07" else {
      #expect(try found(16_800, one).isEmpty && found(1, one).isEmpty)
      return
    }
    let isHalf = hasRelief(one) && Self.relieved.contains(one.fund)
    let due: Int32 = isHalf ? 8_400 : 16_800
    let other: Int32 = isHalf ? 16_800 : 8_400
    #expect(try found(due, one).isEmpty)
    #expect(try found(other, one) == [hasRelief(one) ? "IUR-10 8400" : "IUR-01 8400"])
    #expect(try found(due + 1, one) == ["IUR-01 1"])
    #expect(try found(18_800, one) == ["IUR-01 \(18_800 - due)"], "the lowest bracket is due")
  }
}
