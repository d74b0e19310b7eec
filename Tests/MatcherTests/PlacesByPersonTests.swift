import TestSupport
import Testing

@testable import Matcher

struct PlacesByPersonTests {
  @Test(arguments: [1, 8, 9, 500])
  func `Places stand by person, then in the order asked for`(people: Int) {
    var random = SeededGenerator(seed: UInt64(people))
    let records = (0..<1_000).map { _ in
      (
        person: UInt32.random(in: 0..<UInt32(people), using: &random),
        start: Int.random(in: 0..<5, using: &random)
      )
    }
    let places = PlacesByPerson.sorted(
      records.count, people: people, person: { records[$0].person }
    ) { (records[$0].start, $0) < (records[$1].start, $1) }
    let expected = records.indices.sorted {
      (records[$0].person, records[$0].start, $0) < (records[$1].person, records[$1].start, $1)
    }
    #expect(places.map { Int($0) } == expected)
  }

  @Test func `No records have no places`() {
    #expect(PlacesByPerson.sorted(0, people: 0, person: { _ in 0 }) { $0 < $1 }.isEmpty)
  }
}
