import Testing

@testable import Pipeline

struct DistinctCountsTests {
  @Test func `Each cell's values are counted once`() {
    var counts = DistinctCounts<String>(room: 8)
    for (cell, value) in [("JKM", 7), ("JKK", 7), ("JKM", 9), ("JKM", 7), ("JKK", 7)] {
      counts.add(UInt32(value), to: cell)
    }
    #expect(counts.counted() == ["JKM": 2, "JKK": 1])
    counts.add(8, to: "JKK")
    #expect(counts.counted() == ["JKM": 2, "JKK": 2])
  }

  @Test func `Nothing has no cells`() {
    var counts = DistinctCounts<Int>(room: 0)
    #expect(counts.counted().isEmpty)
  }
}
