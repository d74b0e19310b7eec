internal import Domain

/// What names and notes say of a death (contract: section 6, "A death is known").
enum DeathWords {
  private static let inNames: [StaticString] = ["alm", "almh", "almarhum", "almarhumah"]

  /// Whether a name may carry such a word: a look that costs nothing for a million names.
  @inline(__always)
  static func mayStand(in name: Span<UInt8>) -> Bool {
    var (previous, isThere) = (UInt8(0), false)
    for i in name.indices {
      let letter = name[i] | 0x20
      isThere = isThere || previous == 0x6c && letter == 0x6d
      previous = letter
    }
    return isThere
  }

  /// Whether a name carries the word for a deceased person.
  static func standIn(name: Span<UInt8>) -> Bool {
    var start = 0
    while start < name.count {
      while start < name.count, !Bytes.isLetter(name[start]) { start += 1 }
      var end = start
      while end < name.count, Bytes.isLetter(name[end]) { end += 1 }
      let word = name.extracting(start..<end)
      if (3...10).contains(word.count), Bytes.lower(word[0]) == 0x61 {
        for known in inNames where Bytes.equal(word, word: known) { return true }
      }
      start = end
    }
    return false
  }

  /// Where the text behind `meninggal` or `wafat` starts in a note, or nil without the word.
  static func endOfWord(in note: Span<UInt8>) -> Int? {
    for word in ["meninggal", "wafat"] as [StaticString] {
      let count = word.utf8CodeUnitCount
      guard note.count >= count else { continue }
      for start in 0...(note.count - count)
      where Bytes.equal(note.extracting(start..<start + count), word: word) {
        return start + count
      }
    }
    return nil
  }

  /// The date a note states behind the word for a death.
  static func date(in note: Span<UInt8>, order: DateOrder) -> CalendarDate? {
    guard let start = endOfWord(in: note) else { return nil }
    for first in start..<note.count where Bytes.isDigit(note[first]) {
      var end = note.count
      while end > first {
        if let date = CalendarDate(parsing: note.extracting(first..<end), order: order) {
          return date
        }
        end -= 1
      }
      return nil
    }
    return nil
  }
}
