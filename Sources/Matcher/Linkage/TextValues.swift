internal import Domain
internal import Glibc

/// Free texts: addresses, memos, descriptions; words count by how rare they are.
struct TextValues: ComparedValues {
  private(set) var vocabulary = Vocabulary()
  private var words = Vocabulary()
  /// In how many rows each word stands.
  private var rows: ContiguousArray<UInt32> = []
  private var texts: UInt32 = 0
  /// The different words of each text in ascending order, one text after the other.
  private var parts: ContiguousArray<UInt32> = []
  private var ends: ContiguousArray<Int> = []
  /// In how many rows each text stands.
  private var textRows: ContiguousArray<UInt32> = []
  /// The texts each word stands in.
  private var textsOf: ContiguousArray<ContiguousArray<UInt32>> = []
  private var folded = FoldedText()
  private var jaroWinkler = JaroWinkler()
  /// How many rows start alike, once all are read.
  private var starts = TextStarts()

  init() {}

  mutating func finish() { starts = TextStarts(vocabulary.texts, rows: textRows) }

  var count: Int { vocabulary.count }

  mutating func add(_ text: Span<UInt8>, _ form: ColumnForm) -> UInt32 {
    folded.fold(text)
    let bytes = folded.bytes
    guard !bytes.isEmpty else { return Vocabulary.absent }
    texts += 1
    let (id, isNew) = vocabulary.place(of: bytes.span)
    if isNew { addWords(of: id) }
    textRows[Int(id)] += 1
    for place in places(id) { rows[Int(parts[place])] += 1 }
    return id
  }

  private func places(_ id: UInt32) -> Range<Int> {
    (id == 0 ? 0 : ends[Int(id) - 1])..<ends[Int(id)]
  }

  /// Words end also between letters and digits, so that a number is found in any notation.
  private mutating func addWords(of id: UInt32) {
    var found: ContiguousArray<UInt32> = []
    var start = 0
    let bytes = folded.bytes
    while start < bytes.count {
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      guard start < bytes.count else { break }
      let isNumber = Bytes.isDigit(bytes[start])
      var end = start
      while end < bytes.count, bytes[end] != 0x20, Bytes.isDigit(bytes[end]) == isNumber {
        end += 1
      }
      while isNumber, start < end - 1, bytes[start] == 0x30 { start += 1 }
      let (word, isNew) = words.place(of: bytes.span.extracting(start..<end))
      if isNew {
        rows.append(0)
        textsOf.append([])
      }
      if !found.contains(word) { found.append(word) }
      start = end
    }
    found.sort()
    for word in found { textsOf[Int(word)].append(id) }
    textRows.append(0)
    parts += found
    ends.append(parts.count)
  }

  mutating func level(of levels: [ComparisonLevel], _ a: UInt32, _ b: UInt32) -> Int {
    if a == b { return 0 }
    var similarity: Double?
    var shared: Double?
    for place in levels.indices.dropLast() {
      let holds =
        switch levels[place].test {
        case .prefix: isPrefix(a, b)
        case .contained: isContained(a, b)
        case .cutOff: isCutOff(a, b)
        case .sameStart(let least): sharedStart(a, b) >= least
        case .sharedWords(let least): share(a, b, &shared) >= least
        case .jaroWinkler(let least): jaro(a, b, &similarity) >= least
        default: false
        }
      if holds { return place }
    }
    return levels.count - 1
  }

  private func isPrefix(_ a: UInt32, _ b: UInt32) -> Bool {
    vocabulary.texts.with(Int(a)) { left in
      vocabulary.texts.with(Int(b)) { right in
        let shared = min(left.count, right.count)
        return shared > 3 && Bytes.equal(left.extracting(0..<shared), right.extracting(0..<shared))
      }
    }
  }

  private mutating func jaro(_ a: UInt32, _ b: UInt32, _ known: inout Double?) -> Double {
    if let known { return known }
    vocabulary.texts.with(Int(a)) { jaroWinkler.prepare(a, $0) }
    let similarity = vocabulary.texts.with(Int(b)) { jaroWinkler.similarity(to: $0) }
    known = similarity
    return similarity
  }

  /// The weight of the shared words, as a share of that of the text whose words weigh less.
  ///
  /// A word cut off or with one letter wrong is shared for the most part.
  private func share(_ a: UInt32, _ b: UInt32, _ known: inout Double?) -> Double {
    if let known { return known }
    var (left, right, both) = (0.0, 0.0, 0.0)
    for place in places(b) { right += weight(of: parts[place]) }
    let others = places(b)
    var used: UInt64 = 0
    for place in places(a) {
      let word = parts[place]
      left += weight(of: word)
      if let other = others.first(where: { parts[$0] == word }) {
        both += weight(of: word)
        used |= 1 << UInt64(min(63, other - others.lowerBound))
      }
    }
    for place in places(a) where !others.contains(where: { parts[$0] == parts[place] }) {
      let near = others.first { other in
        used >> UInt64(min(63, other - others.lowerBound)) & 1 == 0
          && isNear(parts[place], parts[other])
      }
      guard let near else { continue }
      both += 0.8 * min(weight(of: parts[place]), weight(of: parts[near]))
      used |= 1 << UInt64(min(63, near - others.lowerBound))
    }
    let share = both / max(1, min(left, right))
    known = share
    return share
  }

  /// Whether a word is the other cut off, or the other with one letter wrong.
  private func isNear(_ word: UInt32, _ other: UInt32) -> Bool {
    words.texts.with(Int(word)) { a in
      words.texts.with(Int(other)) { b in
        let shared = min(a.count, b.count)
        guard shared > 2, Bytes.isLetter(a[0]) || shared > 5 else { return false }
        if a[0] == b[0], Bytes.equal(a.extracting(0..<shared), b.extracting(0..<shared)) {
          return true
        }
        return shared > 3 && Damerau.isNear(a, b, limit: 1)
      }
    }
  }

  private func weight(of word: UInt32) -> Double {
    log2(1 + Double(texts) / Double(rows[Int(word)]))
  }

  func rowsSharing(_ a: UInt32, _ b: UInt32, at test: ComparisonLevel.Test) -> UInt32? {
    switch test {
    case .prefix, .sameStart: starts.rows(startingLike: a, sharedStart(a, b), vocabulary.texts)
    default: rowsSharingWords(a, b)
    }
  }

  private func rowsSharingWords(_ a: UInt32, _ b: UInt32) -> UInt32? {
    let others = places(b)
    let shared = places(a).map { parts[$0] }.filter { word in
      others.contains { parts[$0] == word }
    }
    guard let rarest = shared.min(by: { (rows[Int($0)], $0) < (rows[Int($1)], $1) }),
      isMostOfIt(shared, a, b)
    else { return nil }
    guard shared.count > 1, textsOf[Int(rarest)].count < 500 else { return rows[Int(rarest)] }
    return textsOf[Int(rarest)].reduce(0) { sum, text in
      let own = places(text)
      let hasAll = shared.allSatisfy { word in own.contains { parts[$0] == word } }
      return hasAll ? sum + textRows[Int(text)] : sum
    }
  }

  /// Whether words that are shared to the letter are most of what two texts share.
  private func isMostOfIt(_ shared: [UInt32], _ a: UInt32, _ b: UInt32) -> Bool {
    let weights = [a, b].map { id in places(id).reduce(0) { $0 + weight(of: parts[$1]) } }
    var known: Double?
    let all = share(a, b, &known) * max(1, min(weights[0], weights[1]))
    return shared.reduce(0) { $0 + weight(of: $1) } > 0.7 * all
  }

  func addKeys(_ part: BlockPart.Part, _ id: UInt32, isLeft: Bool, to keys: inout BlockKeys) {
    vocabulary.texts.with(Int(id)) { text in
      switch part {
      case .start: keys.add(Bytes.hash(of: text.extracting(0..<min(5, text.count))))
      case .longStart:
        if text.count > 8 { keys.add(Bytes.hash(of: text.extracting(0..<9))) }
      case .word: for place in places(id) { keys.add(UInt64(parts[place])) }
      case .wordStart: for place in places(id) { addStart(of: parts[place], 4, to: &keys) }
      case .startPair: for place in places(id) { addStart(of: parts[place], 1, to: &keys) }
      case .oneEdit: for place in places(id) { addEdits(of: parts[place], to: &keys) }
      default: keys.add(Bytes.hash(of: text))
      }
    }
  }

  /// The start of a word of some length: what is left of it where a text was cut.
  private func addStart(of word: UInt32, _ least: Int, to keys: inout BlockKeys) {
    words.texts.with(Int(word)) { text in
      guard text.count >= least else { return }
      let length = min(text.count, Bytes.isDigit(text[0]) ? 6 : 4)
      keys.add(Bytes.hash(of: text.extracting(0..<length)))
    }
  }

  /// A long number without each of its digits.
  private func addEdits(of word: UInt32, to keys: inout BlockKeys) {
    words.texts.with(Int(word)) { text in
      if text.count > 5, Bytes.isDigit(text[0]) { CodeValues.addWithoutOne(text, to: &keys) }
    }
  }
}
