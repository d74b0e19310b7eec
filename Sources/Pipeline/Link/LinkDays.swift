internal import Matcher

extension LinkDefinition {
  private static let farthest = 60
  private static let leastPairs = 20

  /// States in which direction and within how many days proposed dates differ, as far as rows that
  /// most likely belong together show it; says whether that changed anything.
  mutating func stateDays(_ linker: Linker) -> Bool {
    var isChanged = false
    for place in comparisons.indices where comparisons[place].window != nil {
      let days = linker.likelyDays(place).filter { abs($0) <= Self.farthest }
      let (before, after) = (days.count { $0 < 0 }, days.count { $0 > 0 })
      guard days.count >= Self.leastPairs, before + after > 0 else { continue }
      if before * 10 < after { comparisons[place].direction = .rightNotBeforeLeft }
      if after * 10 < before { comparisons[place].direction = .leftNotBeforeRight }
      comparisons[place].window = window(days, comparisons[place].direction)
      isChanged = true
    }
    return isChanged
  }

  /// The days that nearly all of them lie apart, and some more.
  private func window(_ days: [Int], _ direction: Direction) -> Int {
    let apart = days.filter {
      direction == .any || (direction == .rightNotBeforeLeft ? $0 >= 0 : $0 <= 0)
    }.map(abs).sorted()
    let usual = apart[(apart.count - 1) * 97 / 100]
    return max(3, usual + usual / 4 + 1)
  }
}
