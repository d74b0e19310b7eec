import TestSupport
import Testing

@testable import Matcher

struct IDTableTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `Finds whoever was added first under each id, and then the next`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (ids, table) = (ContiguousArray<UInt64>(), IDTable(capacity: 1))
    var known: [UInt64: [UInt32]] = [:]
    for person in 0..<3000 as Range<UInt32> {
      // Few low bits, so that many ids fall on one place of the table.
      let id = UInt64.random(in: 0..<2000, using: &random) << 40 | 1
      ids.append(id)
      table.add(person, in: ids)
      known[id, default: []].append(person)
    }
    for (id, people) in known {
      var found: [UInt32] = []
      var next = table.first(id, in: ids)
      while let person = next {
        found.append(person)
        next = table.follower(of: person)
      }
      #expect(found == people, "seed \(seed)")
    }
    #expect(table.first(2, in: ids) == nil)
  }
}
