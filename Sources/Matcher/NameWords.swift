internal import Domain

/// The words of names that say nothing of who somebody is, and the many forms of one name.
enum NameWords {
  /// What a word of a name is.
  enum Kind { case name, muhammad, patronym, title }

  /// What a word is, whatever its case.
  static func kind(of word: Span<UInt8>) -> Kind {
    guard let packed = packed(word) else { return .name }
    for known in patronyms where known == packed { return .patronym }
    for known in titles where known == packed { return .title }
    for known in muhammad where known == packed { return .muhammad }
    return .name
  }

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
