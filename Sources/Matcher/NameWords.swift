internal import Domain

/// The words of names that say nothing of who somebody is, and the many forms of one name.
enum NameWords {
  /// What a word of a name is.
  enum Kind { case name, muhammad, patronym, title }

  /// What a word is, whatever its case.
  static func kind(of word: Span<UInt8>) -> Kind {
    guard mayBeKnown(word), let packed = packed(word) else { return .name }
    for known in patronyms where known == packed { return .patronym }
    for known in titles where known == packed { return .title }
    for known in muhammad where known == packed { return .muhammad }
    return .name
  }

  /// Whether a known word has this length and first letter: most names are told apart by that.
  private static func mayBeKnown(_ word: Span<UInt8>) -> Bool {
    guard word.count < firstLetters.count, word.count > 0 else { return false }
    return firstLetters[word.count] >> UInt32(Bytes.lower(word[0]) & 31) & 1 != 0
  }

  /// The first letters of the known words, as bits, by length.
  private static let firstLetters: ContiguousArray<UInt32> = {
    var letters = ContiguousArray<UInt32>(repeating: 0, count: 17)
    for word in patronyms + titles + muhammad {
      let length = (128 - word.leadingZeroBitCount + 7) / 8
      letters[length] |= 1 << (UInt32(truncatingIfNeeded: word >> (length * 8 - 8)) & 31)
    }
    return letters
  }()

  private static let patronyms = pack(["bin", "binti", "bt", "b"])
  private static let titles = pack([
    "h", "hj", "drs", "dra", "ir", "kh", "k", "r", "sdr", "sdri", "bpk", "bapak", "ny", "ibu",
    "tn", "nn", "dr", "prof", "alm", "almh", "almarhum", "almarhumah",
  ])
  private static let muhammad = pack([
    "muhammad", "muhamad", "mohammad", "mohamad", "mochammad", "mochamad", "muchammad",
    "muchamad", "muh", "moh", "moch", "much", "mhd", "mohd",
  ])

  /// A word of at most sixteen bytes as one number, so that comparing is one instruction or two.
  private static func packed(_ word: Span<UInt8>) -> UInt128? {
    guard word.count <= 16 else { return nil }
    var packed: UInt128 = 0
    for i in 0..<word.count { packed = packed << 8 | UInt128(Bytes.lower(word[i])) }
    return packed
  }

  private static func pack(_ words: [StaticString]) -> ContiguousArray<UInt128> {
    ContiguousArray(
      words.map { word in
        word.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt128($1) } }
      })
  }
}
