import Domain
import TestSupport
import Testing

@testable import Matcher

/// What the rows of one claim number say together: days, scholarships, rows paid twice.
struct ClaimRowsTests {
  private let nik = "3375010101700001"

  private func claims(_ fill: (inout ListBuilder) -> Void) -> [ClaimCase] {
    var list = ListBuilder()
    list.listed("Slamet", nik: nik, kpj: "1")
    fill(&list)
    return Array(list.cases.claims)
  }

  private func cell(_ day: String?) -> DateCell { DateCell(day.map(CaseBuilder.day)) }

  @Test func `The payment that took longest and the earliest filing count`() throws {
    let found = claims { list in
      for (complete, paid, filed) in [
        ("2024-07-01", "2024-07-03", "2024-06-30"), (nil, "2024-07-09", "2024-06-20"),
        ("2024-07-20", "2024-07-22", nil),
      ] as [(String?, String, String?)] {
        list.claim("K1", 1, nik: nik, component: .treatment, payee: paid) {
          ($0.completeOn, $0.paidOn, $0.filedOn) = (cell(complete), cell(paid), cell(filed))
          $0.reportedOn = cell("2024-06-15")
        }
      }
    }
    let dates = try #require(found.first).dates
    #expect(dates.completeOn == CaseBuilder.day("2024-07-01"))
    #expect(dates.paidOn == CaseBuilder.day("2024-07-09"))
    #expect(dates.filedOn == CaseBuilder.day("2024-06-20"))
    #expect(dates.reportedOn == CaseBuilder.day("2024-06-15"))
  }

  @Test func `A cancelled payment and a scholarship say nothing of the time it took`() throws {
    let found = claims { list in
      for (cancelled, component) in [(true, BenefitComponent.lumpSum), (false, .scholarship)] {
        list.claim("K1", 1, nik: nik, component: component) {
          ($0.completeOn, $0.paidOn) = (cell("2024-07-01"), cell("2025-07-01"))
          $0.cancelled = cancelled
        }
      }
    }
    #expect(try #require(found.first).dates.paidOn == nil)
  }

  @Test func `Scholarships are gathered by recipient and year over a person's claims`() {
    let found = claims { list in
      for (number, payee, day) in [
        ("K1", "Budi", "2024-07-01"), ("K1", "Ani", "2024-07-01"), ("K2", "ANI", "2025-07-01"),
        ("K3", "", nil),
      ] as [(String, String, String?)] {
        list.claim(
          number, 1_500_000, nik: nik, programme: .scholarship, component: .scholarship,
          payee: payee
        ) { $0.paidOn = cell(day) }
      }
    }
    #expect(found.map { $0.scholarships.map(\.payee) } == [[1, 2], [2], [0]])
    #expect(found.map { $0.scholarships.map(\.year) } == [[2024, 2024], [2025], [nil]])
  }

  @Test func `Other components are told apart by their words`() throws {
    let found = claims { list in
      for word in ["sumbangan", "uang duka"] {
        let text = list.text(word)
        list.claim("K1", 1, nik: nik, component: .other) { $0.componentText = text }
      }
    }
    #expect(try #require(found.first).repeated == nil)
  }

  @Test func `A recipient in capitals is the same one`() throws {
    let found = claims { list in
      for payee in ["Siti", "SITI", "Sita"] {
        list.claim("K1", 1, nik: nik, component: .treatment, payee: payee)
      }
    }
    let repeated = try #require(found.first?.repeated)
    #expect(repeated.first == 0 && repeated.second == 1)
  }

  @Test(arguments: [("", true), ("Siti", false)])
  func `Repeated rows may name neither component nor recipient`(payee: String, isUnnamed: Bool)
    throws
  {
    let found = claims { list in
      for _ in 0..<2 { list.claim("K1", 21_000_000, nik: nik, payee: payee) }
    }
    let claim = try #require(found.first)
    #expect(claim.repeated != nil && claim.repeatedIsUnnamed == isUnnamed)
  }
}
