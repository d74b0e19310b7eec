internal import Domain

/// Each different text once, with a number: equal texts are equal numbers.
struct Vocabulary: Sendable {
  /// The number of no text.
  static let absent = UInt32.max

  private(set) var texts = TextColumn()
  private var slots: ContiguousArray<UInt32>
  private var mask: Int

  init() {
    slots = ContiguousArray(repeating: Self.absent, count: 1024)
    mask = 1023
  }

  /// How many different texts there are.
  var count: Int { texts.count }

  /// The text's number, and whether it is new.
  mutating func place(of text: Span<UInt8>) -> (id: UInt32, isNew: Bool) {
    if texts.count * 2 > mask { grow() }
    var slot = Self.slot(Bytes.hash(of: text)) & mask
    while slots[slot] != Self.absent {
      let known = slots[slot]
      if texts.with(Int(known), { Bytes.equal($0, text) }) { return (known, false) }
      slot = (slot + 1) & mask
    }
    let id = UInt32(texts.count)
    slots[slot] = id
    texts.append(untrimmed: text)
    return (id, true)
  }

  private static func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9e37_79b9_7f4a_7c15) >> 20)
  }

  private mutating func grow() {
    let count = slots.count * 4
    slots = ContiguousArray(repeating: Self.absent, count: count)
    mask = count - 1
    for id in 0..<texts.count {
      var slot = texts.with(id) { Self.slot(Bytes.hash(of: $0)) } & mask
      while slots[slot] != Self.absent { slot = (slot + 1) & mask }
      slots[slot] = UInt32(id)
    }
  }
}
