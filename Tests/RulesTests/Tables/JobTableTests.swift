import Domain
import Rules
import Testing

struct JobTableTests {
  private let jobs = TestLaw.book.jobs

  @Test func `a job is known by name and synonym, whatever the case`() {
    #expect(jobs.canonicalName(of: "TUKANG  BECAK") == "Tukang Becak")
    #expect(jobs.canonicalName(of: "pembatik") == "Buruh Batik")
    #expect(jobs.canonicalName(of: "Nelayan") == nil)
    #expect(jobs.canonicalName(of: "") == nil)
  }

  @Test func `the sector of an unknown job is no transport, but for those that are named`() {
    #expect(jobs.sector(of: "becak") == .transport)
    #expect(jobs.sector(of: "kurir") == .transport)
    #expect(jobs.sector(of: "Nelayan") == .other)
  }
}
