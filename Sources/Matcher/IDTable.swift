/// Finds people by an id of eight bytes: open addressing, two thirds full at most, nothing removed.
struct IDTable: Sendable {
  private var slots: ContiguousArray<UInt32>
  private var next: [UInt32: UInt32] = [:]
  private var count = 0

  /// A table with room for as many people.
  init(capacity: Int) {
    slots = ContiguousArray(repeating: .max, count: Self.slots(for: capacity))
  }

  private static func slots(for people: Int) -> Int { max(64, people * 3 / 2 + 1) }

  /// Makes room for as many people, those that are there included.
  mutating func reserve(_ people: Int, in ids: borrowing ContiguousArray<UInt64>) {
    if Self.slots(for: people) > slots.count { move(to: Self.slots(for: people), ids) }
  }

  /// The first person that was added under an id.
  @inline(__always)
  func first(_ id: UInt64, in ids: borrowing ContiguousArray<UInt64>) -> UInt32? {
    var slot = home(of: id)
    while slots[slot] != .max {
      if ids[Int(slots[slot])] == id { return slots[slot] }
      slot = behind(slot)
    }
    return nil
  }

  /// The person that was added under the same id after this one.
  func follower(of person: UInt32) -> UInt32? { next[person] }

  /// The people that were added under an id that another had.
  var later: some Collection<UInt32> { next.values }

  /// Adds a person under the id that stands at its place in `ids`.
  mutating func add(_ person: UInt32, in ids: borrowing ContiguousArray<UInt64>) {
    if (count + 1) * 3 > slots.count * 2 { move(to: slots.count * 3 / 2, ids) }
    let id = ids[Int(person)]
    var slot = home(of: id)
    while slots[slot] != .max {
      if ids[Int(slots[slot])] == id {
        var last = slots[slot]
        while let more = next[last] { last = more }
        next[last] = person
        return
      }
      slot = behind(slot)
    }
    slots[slot] = person
    count += 1
  }

  @inline(__always)
  private func home(of id: UInt64) -> Int {
    // The upper half of the product, as a share of all slots.
    Int(truncatingIfNeeded: ((id &* 0x9e37_79b9_7f4a_7c15) >> 32 &* UInt64(slots.count)) >> 32)
  }

  @inline(__always)
  private func behind(_ slot: Int) -> Int { slot + 1 < slots.count ? slot + 1 : 0 }

  private mutating func move(to room: Int, _ ids: borrowing ContiguousArray<UInt64>) {
    let old = slots
    slots = ContiguousArray(repeating: .max, count: room)
    for person in old where person != .max {
      var slot = home(of: ids[Int(person)])
      while slots[slot] != .max { slot = behind(slot) }
      slots[slot] = person
    }
  }
}
