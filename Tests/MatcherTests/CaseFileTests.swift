import Domain
import TestSupport
import Testing

@testable import Matcher

struct CaseFileTests {
  private let nik = "3375010101700001"

  private func claims(_ fill: (inout ListBuilder) -> Void) -> (CaseFile, [String: ClaimCase]) {
    var list = ListBuilder()
    list.listed("Slamet", nik: nik, kpj: "1", born: "1970-01-01")
    list.listed("Siti", nik: "3375010202710002", kpj: "2", born: "1971-02-02")
    fill(&list)
    let file = list.cases
    var claims: [String: ClaimCase] = [:]
    for claim in file.claims { claims[file.records.texts.string(claim.number)] = claim }
    #expect(claims.count == file.claims.count, "a number has one case")
    return (file, claims)
  }

  @Test func `The rows of a number are one claim`() throws {
    let (file, claims) = claims { list in
      list.claim("K2", 20_000_000, nik: nik, component: .lumpSum)
      list.claim("K1", 42_000_000, nik: nik, on: "2024-05-01")
      list.claim("K2", 12_000_000, nik: nik, component: .periodic)
      list.claim("K2", 10_000_000, nik: nik, component: .funeral)
      list.claim("K2", 1_500_000, nik: nik, component: .scholarship)
      list.claim("K2", 500_000, nik: nik, component: .premiumRefund)
    }
    let claim = try #require(claims["K2"])
    #expect(claims.count == 2 && claim.isDeath && claim.repeated == nil)
    #expect(claim.paid == 44_000_000 && claim.deathBenefit == 42_000_000)
    #expect(claim.benefitRows == 3)
    #expect(file.linkedClaims.rows == 6 && file.linkedClaims.amount.rupiah == 86_000_000)
    #expect(file.unlinkedClaims == Tally())
  }

  @Test func `A scholarship under the number of a death is no part of its benefit`() throws {
    let (_, claims) = claims { list in
      list.claim("K1", 12_000_000, nik: nik, programme: .scholarship, component: .scholarship)
      list.claim("K1", 42_000_000, nik: nik)
    }
    let claim = try #require(claims["K1"])
    #expect(claim.programme == .death && claim.isDeath)
    #expect(claim.deathBenefit == 42_000_000 && claim.benefitRows == 1)
    #expect(claim.paid == 54_000_000 && claim.repeated == nil)
  }

  @Test func `Cancelled rows count for nothing, and a claim of such rows is none`() throws {
    let (file, claims) = claims { list in
      list.claim("K1", 42_000_000, nik: nik) { $0.cancelled = true }
      list.claim("K1", 41_000_000, nik: nik)
      list.claim("K2", 42_000_000, nik: nik) { $0.cancelled = true }
    }
    #expect(claims.keys.sorted() == ["K1"])
    let claim = try #require(claims["K1"])
    #expect(claim.paid == 41_000_000 && claim.repeated == nil)
    #expect(!file.records.claims[Int(claim.firstRow)].cancelled)
    #expect(file.linkedClaims.rows == 1 && file.linkedClaims.amount.rupiah == 41_000_000)
  }

  @Test(arguments: [
    ("the same row", BenefitComponent.lumpSum, "Siti", "2024-06-20", true),
    ("another component", .periodic, "Siti", "2024-06-20", false),
    ("another recipient", .lumpSum, "Budi", "2024-06-20", false),
    ("another day of payment", .lumpSum, "Siti", "2025-06-20", true),
  ])
  func `A component paid to a recipient twice is noted`(
    what: String, component: BenefitComponent, payee: String, paidOn: String, isTwice: Bool
  ) throws {
    let (file, claims) = claims { list in
      list.claim("K1", 20_000_000, nik: nik, component: .lumpSum) {
        $0.paidOn = DateCell(CaseBuilder.day("2024-06-20"))
      }
      list.claim("K1", 20_000_000, nik: nik, component: component, payee: payee) {
        $0.paidOn = DateCell(CaseBuilder.day(paidOn))
      }
    }
    let repeated = try #require(claims["K1"]).repeated
    #expect((repeated != nil) == isTwice)
    if let repeated {
      let lines = [repeated.first, repeated.second].map {
        file.records.claims[Int($0)].location.line
      }
      #expect(lines == [4, 5])
    }
  }

  @Test(arguments: [("2024-12-31", true), ("2025-01-01", false)])
  func `A scholarship is paid twice only within a year`(second: String, isTwice: Bool) throws {
    let (_, claims) = claims { list in
      for day in ["2024-01-01", second] {
        list.claim("K1", 1_500_000, nik: nik, component: .scholarship) {
          $0.paidOn = DateCell(CaseBuilder.day(day))
        }
      }
    }
    #expect((try #require(claims["K1"]).repeated != nil) == isTwice)
  }

  @Test(
    arguments: [
      (Programme.death, nil, true), (.workAccident, nil, false),
      (.workAccident, "2024-06-14", true), (.scholarship, nil, false), (.oldAge, nil, false),
    ] as [(Programme, String?, Bool)])
  func `A claim is for a death by its programme or its day of death`(
    programme: Programme, diedOn: String?, isDeath: Bool
  ) throws {
    let (_, claims) = claims { list in
      list.claim("K1", 1, nik: nik, programme: programme) {
        $0.diedOn = DateCell(diedOn.map(CaseBuilder.day))
      }
    }
    #expect(try #require(claims["K1"]).isDeath == isDeath)
  }

  @Test func `Funeral costs alone without heirs are known`() throws {
    let (_, claims) = claims { list in
      list.claim("K1", 10_000_000, nik: nik, component: .funeral) { $0.withoutHeirs = true }
      list.claim("K2", 10_000_000, nik: nik, component: .funeral)
      list.claim("K3", 10_000_000, nik: nik, component: .funeral) { $0.withoutHeirs = true }
      list.claim("K3", 20_000_000, nik: nik, component: .lumpSum) { $0.withoutHeirs = true }
    }
    #expect(try #require(claims["K1"]).isFuneralWithoutHeirs)
    #expect(try #require(claims["K2"]).isFuneralWithoutHeirs == false)
    #expect(try #require(claims["K3"]).isFuneralWithoutHeirs == false)
  }

  @Test func `Claims stand by person, day and number`() {
    let (file, _) = claims { list in
      list.claim("K4", 1, nik: "3375010202710002")
      list.claim("K3", 1, nik: nik)
      list.claim("K2", 1, nik: nik)
      list.claim("K9", 1, nik: nik, on: "2024-01-01")
      list.claim("K1", 1, nik: "3375010101700099")
    }
    let numbers = file.claims.map { file.records.texts.string($0.number) }
    #expect(numbers == ["K9", "K2", "K3", "K4", "K1"])
    #expect(file.claims.map(\.link.person) == [0, 0, 0, 1, 2])
    #expect(file.unlinkedClaims.rows == 1)
  }
}

struct DeathTests {
  private let nik = "3375010101700001"

  private func death(_ fill: (inout ListBuilder) -> Void) -> DeathFact? {
    var list = ListBuilder()
    fill(&list)
    let deaths = list.cases.deaths
    #expect(deaths.count <= 1)
    return deaths[0]
  }

  private func list(_ list: inout ListBuilder, saysDead: Bool = false, on: String? = nil) {
    list.listed("Slamet", nik: nik, kpj: "1", saysDead: saysDead, diedOn: on)
  }

  @Test func `Nobody is dead of whom nothing tells it`() {
    let fact = death {
      list(&$0)
      $0.claim("K1", 1, nik: nik, programme: .workAccident)
      $0.member("Slamet", nik: nik, kpj: "1", removedOn: "2024-01-01")
    }
    #expect(fact == nil)
  }

  @Test func `A stated day of death comes before the day of an event`() {
    let fact = death {
      list(&$0)
      $0.claim("K1", 1, nik: nik, on: "2024-06-13")
      $0.claim("K2", 1, nik: nik, programme: .workAccident, on: "2024-06-01") {
        ($0.cancelled, $0.diedOn) = (true, DateCell(CaseBuilder.day("2024-06-14")))
      }
    }
    #expect(fact?.date == CaseBuilder.day("2024-06-14"))
    #expect(fact?.source == RecordRef(.claim, 1) && fact?.isSuggested == false)
  }

  @Test func `A claim's day comes before the list's and the membership's`() {
    let fact = death {
      list(&$0, saysDead: true, on: "2024-01-01")
      $0.claim("K2", 1, nik: nik, on: "2024-06-20")
      $0.claim("K1", 1, nik: nik, on: "2024-06-13")
      $0.member("Slamet", nik: nik, kpj: "1", removedOn: "2024-02-01", saysDead: true)
    }
    #expect(fact?.date == CaseBuilder.day("2024-06-13"))
    #expect(fact?.source == RecordRef(.claim, 0))
  }

  @Test func `The day of death comes before the day of the event`() {
    let fact = death {
      list(&$0)
      $0.claim("K1", 1, nik: nik, on: "2024-06-13") {
        $0.diedOn = DateCell(CaseBuilder.day("2024-06-15"))
      }
    }
    #expect(fact?.date == CaseBuilder.day("2024-06-15"))
  }

  @Test func `A cancelled row tells a death only by its day of death`() {
    let silent = death {
      list(&$0)
      $0.claim("K1", 1, nik: nik) { $0.cancelled = true }
    }
    #expect(silent == nil)
    let telling = death {
      list(&$0)
      $0.claim("K1", 1, nik: nik) {
        $0.cancelled = true
        $0.diedOn = DateCell(CaseBuilder.day("2024-06-15"))
      }
    }
    #expect(telling?.date == CaseBuilder.day("2024-06-15"))
  }

  @Test func `The list's note comes before the membership's end`() {
    let fact = death {
      list(&$0, saysDead: true, on: "2024-01-01")
      $0.member("Slamet", nik: nik, kpj: "1", removedOn: "2024-02-01", saysDead: true)
    }
    #expect(fact?.date == CaseBuilder.day("2024-01-01"))
    #expect(fact?.source == RecordRef(.participant, 0))
  }

  @Test func `A membership gives the day that the list does not know`() {
    let fact = death {
      list(&$0, saysDead: true)
      $0.member("Slamet", nik: nik, kpj: "1", removedOn: "2024-02-01", saysDead: true)
    }
    #expect(fact?.date == CaseBuilder.day("2024-02-01"))
  }

  @Test func `A death without a day is known as well`() {
    let fact = death {
      list(&$0)
      $0.member("Alm. Slamet", nik: nik, kpj: "1", removedOn: "2024-02-01", nameSaysDead: true)
    }
    #expect(fact != nil && fact?.date == nil)
    #expect(fact?.source == RecordRef(.membership, 0))
  }

  @Test func `The word for the deceased in a claim's name tells a death`() {
    let fact = death {
      list(&$0)
      $0.claim("K1", 1, nik: nik, name: "Alm. Slamet", programme: .workAccident) {
        $0.saysDead = true
      }
    }
    #expect(fact != nil && fact?.date == nil)
  }
}
