/// Finds people by an id of eight bytes: open addressing, half full at most, nothing removed.
struct IDTable: Sendable {
  private var slots: ContiguousArray<UInt32>
  private var next: [UInt32: UInt32] = [:]
  private var count = 0

  /// A table with room for as many people.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = ContiguousArray(repeating: .max, count: size)
  }

  /// The first person that was added under an id.
  @inline(__always)
  func first(_ id: UInt64, in ids: borrowing ContiguousArray<UInt64>) -> UInt32? {
    var slot = home(of: id)
    while slots[slot] != .max {
      if ids[Int(slots[slot])] == id { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The person that was added under the same id after this one.
  func follower(of person: UInt32) -> UInt32? { next[person] }

  /// The people that were added under an id that another had.
  var later: some Collection<UInt32> { next.values }

  /// Adds a person under the id that stands at its place in `ids`.
  mutating func add(_ person: UInt32, in ids: borrowing ContiguousArray<UInt64>) {
    if (count + 1) * 2 > slots.count { grow(ids) }
    let id = ids[Int(person)]
    var slot = home(of: id)
    while slots[slot] != .max {
      if ids[Int(slots[slot])] == id {
        var last = slots[slot]
        while let more = next[last] { last = more }
        next[last] = person
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = person
    count += 1
  }

  @inline(__always)
  private func home(of id: UInt64) -> Int {
    Int(truncatingIfNeeded: (id &* 0x9e37_79b9_7f4a_7c15) >> 32) & (slots.count - 1)
  }

  private mutating func grow(_ ids: borrowing ContiguousArray<UInt64>) {
    let old = slots
    slots = ContiguousArray(repeating: .max, count: old.count * 2)
    for person in old where person != .max {
      var slot = home(of: ids[Int(person)])
      while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = person
    }
  }
}
