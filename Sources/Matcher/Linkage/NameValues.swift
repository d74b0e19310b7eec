internal import Domain

/// Folded names of people.
struct NameValues: ComparedValues {
  private var vocabulary = Vocabulary()
  /// Where each name's words stand, one name after the other.
  private var words: ContiguousArray<Range<Int>> = []
  private var ends: ContiguousArray<Int> = []
  /// How many words stand before the patronym.
  private var plainWords: ContiguousArray<UInt8> = []
  private var folded = FoldedName()
  private var plain = FoldedText()
  private var jaroWinkler = JaroWinkler()

  init() {}

  var count: Int { vocabulary.count }

  mutating func add(_ text: Span<UInt8>, _ form: ColumnForm) -> UInt32 {
    plain.fold(text)
    if hasAccents(text) {
      let bytes = plain.bytes
      folded.fold(bytes.span)
    } else {
      folded.fold(text)
    }
    let isEmpty = folded.words.isEmpty
    let bytes = isEmpty ? plain.bytes : folded.bytes
    guard !bytes.isEmpty else { return Vocabulary.absent }
    let (id, isNew) = vocabulary.place(of: bytes.span)
    guard isNew else { return id }
    words += isEmpty ? ContiguousArray([0..<bytes.count]) : folded.words
    ends.append(words.count)
    plainWords.append(UInt8(clamping: isEmpty ? 1 : folded.wordsBeforePatronym))
    return id
  }

  private func hasAccents(_ text: Span<UInt8>) -> Bool {
    for i in 0..<text.count where text[i] >= 0x80 { return true }
    return false
  }

  mutating func level(of levels: [ComparisonLevel], _ a: UInt32, _ b: UInt32) -> Int {
    if a == b { return 0 }
    var similarity: Double?
    for place in levels.indices.dropLast() {
      let holds =
        switch levels[place].test {
        case .equal: isEqual(a, b)
        case .sameWords: haveSameWords(a, b)
        case .abbreviated: isAbbreviated(a, b) || isAbbreviated(b, a)
        case .jaroWinkler(let least): jaro(a, b, &similarity) >= least
        default: false
        }
      if holds { return place }
    }
    return levels.count - 1
  }

  private mutating func jaro(_ a: UInt32, _ b: UInt32, _ known: inout Double?) -> Double {
    if let known { return known }
    vocabulary.texts.with(Int(a)) { jaroWinkler.prepare(a, $0) }
    let similarity = vocabulary.texts.with(Int(b)) { jaroWinkler.similarity(to: $0) }
    known = similarity
    return similarity
  }

  /// The places of a name's words in `words`.
  private func places(_ id: UInt32) -> Range<Int> {
    (id == 0 ? 0 : ends[Int(id) - 1])..<ends[Int(id)]
  }

  /// Whether both are equal, each with its patronym or without it.
  private func isEqual(_ a: UInt32, _ b: UInt32) -> Bool {
    let (x, y) = (places(a), places(b))
    let (plainX, plainY) = (Int(plainWords[Int(a)]), Int(plainWords[Int(b)]))
    if plainX == x.count, plainY == y.count { return false }
    for left in [x.count, plainX] where left > 0 {
      for right in [y.count, plainY] where right > 0 {
        if left == right, haveEqualWords(a, x.prefix(left), b, y.prefix(right)) { return true }
      }
    }
    return false
  }

  private func haveEqualWords(
    _ a: UInt32, _ x: Range<Int>.SubSequence, _ b: UInt32, _ y: Range<Int>.SubSequence
  ) -> Bool {
    zip(x, y).allSatisfy { isWord(a, words[$0], b, words[$1]) }
  }

  private func isWord(_ a: UInt32, _ x: Range<Int>, _ b: UInt32, _ y: Range<Int>) -> Bool {
    x.count == y.count && startsAlike(a, x, b, y, x.count)
  }

  private func startsAlike(
    _ a: UInt32, _ x: Range<Int>, _ b: UInt32, _ y: Range<Int>, _ length: Int
  ) -> Bool {
    vocabulary.texts.with(Int(a)) { left in
      vocabulary.texts.with(Int(b)) { right in
        for i in 0..<length where left[x.lowerBound + i] != right[y.lowerBound + i] { return false }
        return true
      }
    }
  }

  /// Whether both have the same words in any order, or the same letters without their spaces.
  private func haveSameWords(_ a: UInt32, _ b: UInt32) -> Bool {
    let (x, y) = (places(a), places(b))
    guard x.count > 1 || y.count > 1 else { return false }
    if isSameWithoutSpaces(a, b) { return true }
    guard x.count == y.count else { return false }
    var used: UInt64 = 0
    for i in x {
      let found = y.first { j in
        used & 1 << UInt64(j - y.lowerBound) == 0 && isWord(a, words[i], b, words[j])
      }
      guard let found else { return false }
      used |= 1 << UInt64(found - y.lowerBound)
    }
    return true
  }

  private func isSameWithoutSpaces(_ a: UInt32, _ b: UInt32) -> Bool {
    vocabulary.texts.with(Int(a)) { left in
      vocabulary.texts.with(Int(b)) { right in
        var (i, j) = (0, 0)
        while true {
          while i < left.count, left[i] == 0x20 { i += 1 }
          while j < right.count, right[j] == 0x20 { j += 1 }
          guard i < left.count, j < right.count else { return i == left.count && j == right.count }
          if left[i] != right[j] { return false }
          (i, j) = (i + 1, j + 1)
        }
      }
    }
  }

  /// Whether the second name is the first with words left out, cut off or as initials.
  private func isAbbreviated(_ a: UInt32, _ b: UInt32) -> Bool {
    let (x, y) = (places(a), places(b))
    guard y.count <= x.count else { return false }
    var (next, full) = (y.lowerBound, 0)
    for i in x where next < y.upperBound {
      let (long, short) = (words[i], words[next])
      if isWord(a, long, b, short) {
        if long.count > 2 { full += 1 }
        next += 1
      } else if isCut(a, long, b, short) || isCut(b, short, a, long) {
        next += 1
      }
    }
    return next == y.upperBound && (full > 0 || x.count == 1)
  }

  /// Whether a word is the start of another: its initial, or at least three letters.
  private func isCut(_ a: UInt32, _ long: Range<Int>, _ b: UInt32, _ short: Range<Int>) -> Bool {
    short.count < long.count && (short.count == 1 || short.count > 2)
      && startsAlike(a, long, b, short, short.count)
  }

  func addKeys(_ part: BlockPart.Part, _ id: UInt32, isLeft: Bool, to keys: inout BlockKeys) {
    vocabulary.texts.with(Int(id)) { text in
      if part == .whole { return keys.add(Bytes.hash(of: text)) }
      for i in places(id) {
        let word = text.extracting(words[i])
        guard word.count > 1 else { continue }
        switch part {
        case .start: keys.add(Bytes.hash(of: word.extracting(0..<min(3, word.count))))
        case .sound: keys.add(Self.sound(word))
        default: keys.add(Bytes.hash(of: word))
        }
      }
    }
  }

  /// The hash of a word's first letter and the first three consonants behind it, none twice.
  private static func sound(_ word: Span<UInt8>) -> UInt64 {
    var (hash, last, taken) = (Bytes.hash(Bytes.emptyHash, adding: word[0]), word[0], 1)
    for i in 1..<word.count where taken < 4 {
      let letter = word[i]
      switch letter {
      case 0x61, 0x65, 0x69, 0x6f, 0x75, 0x79, 0x68, 0x77: continue
      default: break
      }
      if letter != last {
        hash = Bytes.hash(hash, adding: letter)
        taken += 1
      }
      last = letter
    }
    return hash
  }
}
