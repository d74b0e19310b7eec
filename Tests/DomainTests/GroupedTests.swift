import Domain
import TestSupport
import Testing

struct GroupedTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `A group has what belongs to it, in the order it came`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let groups = 40
    let things = ContiguousArray((0..<200).map { ($0, Int.random(in: 1..<groups, using: &random)) })
    let grouped = Grouped(things, groups: groups, by: \.1, { "\($0.0)" })
    for group in 0..<groups {
      let own = things.filter { $0.1 == group }.map { "\($0.0)" }
      #expect(Array(grouped[group]) == own, "seed \(seed)")
    }
    #expect(grouped[0].isEmpty)
  }

  @Test func `Groups may all be empty`() {
    let grouped = Grouped(ContiguousArray<Int>(), groups: 2, by: { $0 }, { $0 })
    #expect(grouped[0].isEmpty && grouped[1].isEmpty)
  }
}
