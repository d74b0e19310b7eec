/// Jaro-Winkler similarity on bytes, the position masks of one text built once for many others.
///
/// Only the first 64 bytes count, the width of a mask.
struct JaroWinkler: Sendable {
  private var masks = ContiguousArray<UInt64>(repeating: 0, count: 256)
  private var text: ContiguousArray<UInt8> = []
  private var owner: UInt32?

  init() {}

  /// Builds the masks of a text, unless they are those of the same number already.
  mutating func prepare(_ id: UInt32, _ text: Span<UInt8>) {
    if owner == id { return }
    for byte in self.text { masks[Int(byte)] = 0 }
    self.text.removeAll(keepingCapacity: true)
    for i in 0..<min(64, text.count) {
      self.text.append(text[i])
      masks[Int(text[i])] |= 1 << UInt64(i)
    }
    owner = id
  }

  /// How alike the prepared text and another are, from 0 to 1.
  func similarity(to other: Span<UInt8>) -> Double {
    let (n, m) = (text.count, min(64, other.count))
    guard n > 0, m > 0 else { return n == m ? 1 : 0 }
    let reach = max(0, max(n, m) / 2 - 1)
    var (usedHere, usedThere): (UInt64, UInt64) = (0, 0)
    for j in 0..<m {
      let low = max(0, j - reach)
      guard low < n else { break }
      let window = (~UInt64(0) << UInt64(low)) & (~UInt64(0) >> UInt64(63 - min(63, j + reach)))
      let found = masks[Int(other[j])] & window & ~usedHere
      usedHere |= found & (~found &+ 1)
      if found != 0 { usedThere |= 1 << UInt64(j) }
    }
    return score(other, usedHere, usedThere, n, m)
  }

  private func score(
    _ other: Span<UInt8>, _ usedHere: UInt64, _ usedThere: UInt64, _ n: Int, _ m: Int
  ) -> Double {
    let matches = usedHere.nonzeroBitCount
    guard matches > 0 else { return 0 }
    var (a, b, moved) = (usedHere, usedThere, 0)
    while a != 0 {
      if text[a.trailingZeroBitCount] != other[b.trailingZeroBitCount] { moved += 1 }
      a &= a - 1
      b &= b - 1
    }
    let share = Double(matches)
    let jaro = (share / Double(n) + share / Double(m) + (share - Double(moved / 2)) / share) / 3
    var shared = 0
    while shared < min(4, n, m), text[shared] == other[shared] { shared += 1 }
    return jaro + Double(shared) * 0.1 * (1 - jaro)
  }
}
