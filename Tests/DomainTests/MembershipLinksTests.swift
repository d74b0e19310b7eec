import Domain
import TestSupport
import Testing

struct MembershipLinksTests {
  private func membership(_ kpj: String, file: FileID = 0, line: UInt32) -> MembershipRecord {
    var record = MembershipRecord()
    record.kpj = KPJ(parsing: Array(kpj.utf8).span) ?? .absent
    record.location = SourceLocation(file: file, line: line)
    return record
  }

  private func text(_ kpj: KPJ) -> String {
    var bytes: ContiguousArray<UInt8> = []
    kpj.write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `Memberships stand in the order of their numbers' texts`() {
    let kpjs = [
      "17010119537", "9", "10", "010", "01", "A1", "1A", "ZZZZZZZZZZZ", "AB", "B", "12345678901234",
      "123456789012", "12345678901233", "1234567890123", "12345678901234567", "00000000000000001",
    ]
    let records = ContiguousArray(kpjs.map { membership($0, line: 2) })
    let links = MembershipLinks(records, participants: [])
    let shown = (0..<links.count).map { text(links.record(at: $0).kpj) }
    #expect(shown == kpjs.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
  }

  @Test func `Those of one number stand by file and line`() {
    let places: [(FileID, UInt32)] = [(1, 2), (0, 9), (0, 3), (1, 1)]
    let records = ContiguousArray(places.map { membership("77", file: $0.0, line: $0.1) })
    let links = MembershipLinks(records, participants: [])
    let shown = (0..<links.count).map { links.record(at: $0).location }
    #expect(shown == records.map(\.location).sorted())
  }

  @Test func `Only a link to somebody in the city's list has a participant`() {
    let key = Text(start: 1, count: 3)
    let links = MembershipLinks([], participants: [.absent, key])
    #expect(links.participant(Link(person: 1, method: .nik, tier: .auto)) == key)
    #expect(!links.participant(Link(person: 1)).isPresent)
    #expect(!links.participant(Link(person: 2)).isPresent)
  }
}
