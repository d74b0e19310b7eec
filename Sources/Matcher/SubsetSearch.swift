/// Looks for amounts that add up to a sum; bounded in size and time.
enum SubsetSearch {
  /// The most amounts among which it looks for several.
  static let mostAmounts = 24
  /// The most sums it tries.
  static let mostSteps = 200_000

  /// What was found: the places of the amounts, or nothing; whether it was stopped at its bound.
  struct Outcome: Equatable {
    var places: [Int]?
    var isStopped = false
  }

  /// The first amounts that add up to a sum: one alone, then all, then some in their order.
  static func find(
    _ amounts: [Int64], sum: Int64, among mostAmounts: Int = mostAmounts
  ) -> Outcome {
    if let one = amounts.firstIndex(of: sum) { return Outcome(places: [one]) }
    guard amounts.count > 1 else { return Outcome() }
    if amounts.reduce(0, +) == sum { return Outcome(places: Array(amounts.indices)) }
    guard amounts.allSatisfy({ $0 > 0 }), amounts.reduce(0, +) > sum else { return Outcome() }
    guard amounts.count <= mostAmounts else { return Outcome(isStopped: true) }
    var search = Search(amounts, sum)
    let isFound = search.take(from: 0, rest: sum)
    return Outcome(places: isFound ? search.chosen : nil, isStopped: !isFound && search.steps == 0)
  }

  private struct Search {
    let amounts: [Int64]
    /// What all amounts from a place on add up to.
    let tails: [Int64]
    var chosen: [Int] = []
    var steps = SubsetSearch.mostSteps

    init(_ amounts: [Int64], _ sum: Int64) {
      self.amounts = amounts
      var tails = [Int64(0)]
      for amount in amounts.reversed() { tails.append(amount + (tails.last ?? 0)) }
      self.tails = tails.reversed()
    }

    mutating func take(from place: Int, rest: Int64) -> Bool {
      if rest == 0 { return true }
      guard place < amounts.count, rest > 0, rest <= tails[place], steps > 0 else { return false }
      steps -= 1
      chosen.append(place)
      if take(from: place + 1, rest: rest - amounts[place]) { return true }
      chosen.removeLast()
      return take(from: place + 1, rest: rest)
    }
  }
}
