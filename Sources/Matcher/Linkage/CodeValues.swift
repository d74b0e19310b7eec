internal import Domain

/// Numbers and codes that name something, and the few words of a category.
struct CodeValues: ComparedValues {
  private var vocabulary = Vocabulary()
  private var folded = FoldedText()
  private var bags: ContiguousArray<LetterBag> = []

  init() {}

  var count: Int { vocabulary.count }

  mutating func add(_ text: Span<UInt8>, _ form: ColumnForm) -> UInt32 {
    folded.fold(text, spaces: false)
    let bytes = folded.bytes
    guard !bytes.isEmpty else { return Vocabulary.absent }
    let (id, isNew) = vocabulary.place(of: bytes.span)
    if isNew { bags.append(LetterBag(bytes.span)) }
    return id
  }

  func level(of levels: [ComparisonLevel], _ a: UInt32, _ b: UInt32) -> Int {
    if a == b { return 0 }
    let (bag, other) = (bags[Int(a)], bags[Int(b)])
    for place in levels.indices.dropLast() {
      guard case .damerau(let limit, let length) = levels[place].test else { continue }
      guard bag.mayBeNear(other, limit: limit) else { continue }
      let isNear = vocabulary.texts.with(Int(a)) { x in
        vocabulary.texts.with(Int(b)) { y in
          min(x.count, y.count) >= length && Damerau.isNear(x, y, limit: limit)
        }
      }
      if isNear { return place }
    }
    return levels.count - 1
  }

  func addKeys(_ part: BlockPart.Part, _ id: UInt32, isLeft: Bool, to keys: inout BlockKeys) {
    vocabulary.texts.with(Int(id)) { text in
      switch part {
      case .oneEdit: Self.addWithoutOne(text, to: &keys)
      case .start: keys.add(Bytes.hash(of: text.extracting(0..<min(3, text.count))))
      default: keys.add(Bytes.hash(of: text))
      }
    }
  }

  /// The text without each of its letters in turn: texts one edit apart share one of these.
  static func addWithoutOne(_ text: Span<UInt8>, to keys: inout BlockKeys) {
    keys.add(Bytes.hash(of: text))
    for left in 0..<text.count {
      var hash = Bytes.emptyHash
      for i in 0..<text.count where i != left { hash = Bytes.hash(hash, adding: text[i]) }
      keys.add(hash)
    }
  }
}
