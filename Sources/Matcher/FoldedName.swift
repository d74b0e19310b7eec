internal import Domain

/// A name folded for comparison: lower case, words without titles, old spellings made new.
///
/// It keeps its room from one name to the next, so that folding allocates nothing in the long run
/// (domain: 7.4; the patronym behind *bin* or *binti* is compared both kept and dropped).
struct FoldedName: Sendable {
  /// The folded words, one space between them.
  private(set) var bytes: ContiguousArray<UInt8> = []
  /// Where each word stands.
  private(set) var words: ContiguousArray<Range<Int>> = []
  /// How many words stand before the patronym; all of them where there is none.
  private(set) var wordsBeforePatronym = 0

  /// An empty name.
  init() {}

  /// Folds a name in place of the one before.
  mutating func fold(_ name: Span<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    var patronym: Int?
    var start = 0
    let end = FoldedName.endWithoutDegrees(name)
    while start < end {
      while start < end, !FoldedName.isInWord(name[start]) { start += 1 }
      var stop = start
      while stop < end, FoldedName.isInWord(name[stop]) { stop += 1 }
      if stop > start { add(name.extracting(start..<stop), patronym: &patronym) }
      start = stop
    }
    wordsBeforePatronym = patronym ?? words.count
  }

  /// Degrees stand behind a comma.
  private static func endWithoutDegrees(_ name: Span<UInt8>) -> Int {
    for i in 0..<name.count where name[i] == 0x2c { return i }
    return name.count
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    Bytes.isLetter(byte) || Bytes.isDigit(byte) || byte >= 0x80 || byte == 0x27
  }

  private mutating func add(_ word: Span<UInt8>, patronym: inout Int?) {
    let kind = NameWords.kind(of: word)
    if kind == .patronym, patronym == nil, !words.isEmpty { patronym = words.count }
    guard kind == .name || kind == .muhammad else { return }
    let start = bytes.isEmpty ? 0 : bytes.count + 1
    if !bytes.isEmpty { bytes.append(0x20) }
    if kind == .muhammad {
      for letter in "muhammad".utf8 { bytes.append(letter) }
    } else {
      appendModern(word)
    }
    if bytes.count > start {
      words.append(start..<bytes.count)
    } else if !bytes.isEmpty {
      bytes.removeLast()
    }
  }

  /// Old spellings made new: oe to u, dj and j to y, tj to c, ch and kh to h; apostrophes go.
  private mutating func appendModern(_ word: Span<UInt8>) {
    var i = 0
    while i < word.count {
      let letter = Bytes.lower(word[i])
      let next = i + 1 < word.count ? Bytes.lower(word[i + 1]) : 0
      switch (letter, next) {
      case (0x27, _): break
      case (0x6f, 0x65): take(0x75, &i)
      case (0x64, 0x6a): take(0x79, &i)
      case (0x74, 0x6a): take(0x63, &i)
      case (0x63, 0x68), (0x6b, 0x68): take(0x68, &i)
      case (0x6a, _): bytes.append(0x79)
      default: bytes.append(letter)
      }
      i += 1
    }
  }

  private mutating func take(_ letter: UInt8, _ i: inout Int) {
    bytes.append(letter)
    i += 1
  }
}
