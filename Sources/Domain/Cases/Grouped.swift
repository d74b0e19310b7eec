/// What belongs to many groups, in one array: a group's elements stand side by side in it.
///
/// However many groups there are, they are three arrays and not one each.
public struct Grouped<Element: Sendable>: Sendable {
  private let elements: ContiguousArray<Element>
  /// Where each group starts, and behind them where the last one ends.
  private let starts: ContiguousArray<Int>

  /// What is made of some things, by the number of each one's group; in a group in their order.
  public init<Thing>(
    _ things: ContiguousArray<Thing>, groups: Int, by group: (Thing) -> Int,
    _ element: (Thing) -> Element
  ) {
    var next = ContiguousArray(repeating: 0, count: groups + 1)
    for thing in things { next[group(thing) + 1] += 1 }
    for place in 0..<groups { next[place + 1] += next[place] }
    starts = next
    var sources = ContiguousArray(repeating: 0, count: things.count)
    for place in things.indices {
      let own = group(things[place])
      sources[next[own]] = place
      next[own] += 1
    }
    var ordered: ContiguousArray<Element> = []
    ordered.reserveCapacity(things.count)
    for source in sources { ordered.append(element(things[source])) }
    elements = ordered
  }

  /// A group's elements.
  public subscript(group: Int) -> ArraySlice<Element> {
    elements[starts[group]..<starts[group + 1]]
  }
}
