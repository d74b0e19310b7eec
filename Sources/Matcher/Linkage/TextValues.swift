internal import Domain
internal import Glibc

/// Free texts: addresses, memos, descriptions; words count by how rare they are.
struct TextValues: ComparedValues {
  private var vocabulary = Vocabulary()
  private var words = Vocabulary()
  /// In how many rows each word stands.
  private var rows: ContiguousArray<UInt32> = []
  private var texts: UInt32 = 0
  /// The different words of each text in ascending order, one text after the other.
  private var parts: ContiguousArray<UInt32> = []
  private var ends: ContiguousArray<Int> = []
  private var folded = FoldedText()
  private var jaroWinkler = JaroWinkler()

  init() {}

  var count: Int { vocabulary.count }

  mutating func add(_ text: Span<UInt8>, _ form: ColumnForm) -> UInt32 {
    folded.fold(text)
    let bytes = folded.bytes
    guard !bytes.isEmpty else { return Vocabulary.absent }
    texts += 1
    let (id, isNew) = vocabulary.place(of: bytes.span)
    if isNew { addWords() }
    for place in places(id) { rows[Int(parts[place])] += 1 }
    return id
  }

  private func places(_ id: UInt32) -> Range<Int> {
    (id == 0 ? 0 : ends[Int(id) - 1])..<ends[Int(id)]
  }

  /// Words end also between letters and digits, so that a number is found in any notation.
  private mutating func addWords() {
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
      if isNew { rows.append(0) }
      if !found.contains(word) { found.append(word) }
      start = end
    }
    found.sort()
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
  private func share(_ a: UInt32, _ b: UInt32, _ known: inout Double?) -> Double {
    if let known { return known }
    let (x, y) = (places(a), places(b))
    var (i, j) = (x.lowerBound, y.lowerBound)
    var (left, right, both) = (0.0, 0.0, 0.0)
    while i < x.upperBound || j < y.upperBound {
      let one = i < x.upperBound ? parts[i] : .max
      let other = j < y.upperBound ? parts[j] : .max
      let weight = weight(of: min(one, other))
      if one <= other { (left, i) = (left + weight, i + 1) }
      if other <= one { (right, j) = (right + weight, j + 1) }
      if one == other { both += weight }
    }
    let share = both / max(1, min(left, right))
    known = share
    return share
  }

  private func weight(of word: UInt32) -> Double {
    log2(1 + Double(texts) / Double(rows[Int(word)]))
  }

  func rowsSharing(_ a: UInt32, _ b: UInt32) -> UInt32? {
    let (x, y) = (places(a), places(b))
    var (i, j, least) = (x.lowerBound, y.lowerBound, UInt32.max)
    while i < x.upperBound, j < y.upperBound {
      let (one, other) = (parts[i], parts[j])
      if one == other { least = min(least, rows[Int(one)]) }
      if one <= other { i += 1 }
      if other <= one { j += 1 }
    }
    return least == .max ? nil : least
  }

  func addKeys(_ part: BlockPart.Part, _ id: UInt32, isLeft: Bool, to keys: inout BlockKeys) {
    vocabulary.texts.with(Int(id)) { text in
      switch part {
      case .start: keys.add(Bytes.hash(of: text.extracting(0..<min(5, text.count))))
      case .word: for place in places(id) { keys.add(UInt64(parts[place])) }
      default: keys.add(Bytes.hash(of: text))
      }
    }
  }
}

