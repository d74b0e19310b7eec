/// Whether two folded names can be one person's (design: section 6.1, "alike").
enum NameComparison {
  /// How two names compare.
  enum Outcome: Comparable { case different, alike, equal }

  /// Compares two folded names; a name with nothing left after folding says nothing.
  static func compare(_ a: borrowing FoldedName, _ b: borrowing FoldedName) -> Outcome {
    if haveMuhammadAlone(a, b) { return .equal }
    var best = Outcome.different
    for left in [a.words.count, a.wordsBeforePatronym] {
      for right in [b.words.count, b.wordsBeforePatronym] {
        best = max(best, compare(a, words: left, b, words: right))
      }
    }
    return best
  }

  /// Whether two folded names are equal, with the patronym or without it.
  static func isEqual(_ a: borrowing FoldedName, _ b: borrowing FoldedName) -> Bool {
    for left in [a.words.count, a.wordsBeforePatronym] where left > 0 {
      for right in [b.words.count, b.wordsBeforePatronym] where right > 0 {
        let (end, other) = (a.words[left - 1].upperBound, b.words[right - 1].upperBound)
        if end == other, a.bytes[..<end] == b.bytes[..<end] { return true }
      }
    }
    return haveMuhammadAlone(a, b)
  }

  /// Whether two names can be one that was written badly: alike, or each word of the shorter one
  /// stands in the longer, in order, as an initial or with a letter wrong.
  static func canBeOne(_ a: borrowing FoldedName, _ b: borrowing FoldedName) -> Bool {
    if compare(a, b) != .different { return true }
    return a.words.count <= b.words.count ? isWrittenBadly(a, of: b) : isWrittenBadly(b, of: a)
  }

  private static func isWrittenBadly(
    _ short: borrowing FoldedName, of long: borrowing FoldedName
  ) -> Bool {
    var (next, whole) = (0, 0)
    for place in 0..<long.words.count where next < short.words.count {
      let (x, y) = (short.words[next], long.words[place])
      if x.count == 1 || y.count == 1 {
        guard soundsAlike(short.bytes[x.lowerBound], long.bytes[y.lowerBound]) else { continue }
      } else {
        let (word, other) = (ContiguousArray(short.bytes[x]), ContiguousArray(long.bytes[y]))
        let limit = min(x.count, y.count) < 8 ? 1 : 2
        guard isNear(word, word.count, other, other.count, limit: limit) else { continue }
        whole += 1
      }
      next += 1
    }
    return next == short.words.count && whole > 0
  }

  /// Whether two first letters are the same to the ear: p, f and v are.
  private static func soundsAlike(_ a: UInt8, _ b: UInt8) -> Bool {
    let lips: [UInt8] = [0x66, 0x70, 0x76]
    return a == b || lips.contains(a) && lips.contains(b)
  }

  /// Whether the names differ in nothing but `M.` for Muhammad, with which many begin.
  private static func haveMuhammadAlone(
    _ a: borrowing FoldedName, _ b: borrowing FoldedName
  ) -> Bool {
    guard a.words.count == b.words.count, a.words.count > 1 else { return false }
    let (x, y) = (a.words[0], b.words[0])
    guard min(x.count, y.count) == 1, max(x.count, y.count) == 8,
      a.bytes[x.lowerBound] == 0x6d, b.bytes[y.lowerBound] == 0x6d
    else { return false }
    let long = x.count == 8 ? a.bytes[x] : b.bytes[y]
    return long.elementsEqual("muhammad".utf8)
      && a.bytes[x.upperBound...] == b.bytes[y.upperBound...]
  }

  private static func compare(
    _ a: borrowing FoldedName, words left: Int, _ b: borrowing FoldedName, words right: Int
  ) -> Outcome {
    guard left > 0, right > 0 else { return .different }
    let aEnd = a.words[left - 1].upperBound
    let bEnd = b.words[right - 1].upperBound
    let shared = min(aEnd, bEnd)
    var same = 0
    while same < shared, a.bytes[same] == b.bytes[same] { same += 1 }
    if same == aEnd, same == bEnd { return .equal }
    if same == shared { return .alike }
    if haveInitials(a, b, left, right) || contains(a, left, b, right) || contains(b, right, a, left)
    {
      return .alike
    }
    let limit = shared < 6 ? 1 : 2
    return isNear(a.bytes, aEnd, b.bytes, bEnd, limit: limit) ? .alike : .different
  }

  /// Whether the names have the same words, some of them as initials.
  private static func haveInitials(
    _ a: borrowing FoldedName, _ b: borrowing FoldedName, _ left: Int, _ right: Int
  ) -> Bool {
    guard left == right else { return false }
    for i in 0..<left {
      let (x, y) = (a.words[i], b.words[i])
      let isInitial = x.count == 1 || y.count == 1
      if isInitial ? a.bytes[x.lowerBound] != b.bytes[y.lowerBound] : !isWord(a, x, b, y) {
        return false
      }
    }
    return true
  }

  /// Whether all words of the second name stand in the first, in order.
  private static func contains(
    _ a: borrowing FoldedName, _ left: Int, _ b: borrowing FoldedName, _ right: Int
  ) -> Bool {
    var next = 0
    for i in 0..<left where next < right && isWord(a, a.words[i], b, b.words[next]) { next += 1 }
    return next == right
  }

  private static func isWord(
    _ a: borrowing FoldedName, _ x: Range<Int>, _ b: borrowing FoldedName, _ y: Range<Int>
  ) -> Bool {
    guard x.count == y.count else { return false }
    for i in 0..<x.count where a.bytes[x.lowerBound + i] != b.bytes[y.lowerBound + i] {
      return false
    }
    return true
  }

  /// Whether at most `limit` letters differ, are missing, or stand swapped (Damerau).
  private static func isNear(
    _ a: ContiguousArray<UInt8>, _ n: Int, _ b: ContiguousArray<UInt8>, _ m: Int, limit: Int
  ) -> Bool {
    guard abs(n - m) <= limit, m < 96, n < 96 else { return false }
    var rows = InlineArray<3, InlineArray<97, UInt8>>(repeating: .init(repeating: 0))
    for j in 0...m { rows[0][j] = UInt8(j) }
    for i in 1...n {
      let (row, above, twoAbove) = (i % 3, (i + 2) % 3, (i + 1) % 3)
      rows[row][0] = UInt8(i)
      for j in 1...m {
        let change: UInt8 = a[i - 1] == b[j - 1] ? 0 : 1
        var cost = min(rows[above][j] + 1, rows[row][j - 1] + 1, rows[above][j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, rows[twoAbove][j - 2] + 1)
        }
        rows[row][j] = cost
      }
    }
    return rows[n % 3][m] <= UInt8(limit)
  }
}
