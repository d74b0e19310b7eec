internal import Domain

/// The values of a comparison, read and folded once, and how two of them agree.
protocol ComparedValues: Sendable {
  /// Reads a cell and gives its value's number; `Vocabulary.absent` where it says nothing.
  mutating func add(_ text: Span<UInt8>, _ form: ColumnForm) -> UInt32
  /// How many different values there are.
  var count: Int { get }
  /// The place of the first level that holds; that of the last where none does.
  mutating func level(of levels: [ComparisonLevel], _ a: UInt32, _ b: UInt32) -> Int
  /// How many rows agree by chance at a level below equality: those that share as much.
  func rowsSharing(_ a: UInt32, _ b: UInt32, at test: ComparisonLevel.Test) -> UInt32?
  /// Ends the reading.
  mutating func finish()
  /// By how much the right value is more: days or hundredths; nil where that means nothing.
  func difference(_ a: UInt32, _ b: UInt32) -> Int?
  /// Takes differences that are usual as fees.
  mutating func takeFees(_ fees: Set<Int>)
  /// Adds the hashes under which a value stands in a block.
  func addKeys(_ part: BlockPart.Part, _ id: UInt32, isLeft: Bool, to keys: inout BlockKeys)
}

extension ComparedValues {
  /// Nothing is shared but the whole.
  func rowsSharing(_ a: UInt32, _ b: UInt32, at test: ComparisonLevel.Test) -> UInt32? { nil }
  /// Nothing is left to do.
  mutating func finish() {}
  /// The values are no numbers.
  func difference(_ a: UInt32, _ b: UInt32) -> Int? { nil }
  /// There are none.
  mutating func takeFees(_ fees: Set<Int>) {}
}

/// What is known of a column before its values are read.
struct ColumnForm: Sendable {
  /// Whether the day or the month stands first in its dates.
  var dateOrder = DateOrder.dayFirst
  /// Whether its amounts are meant with the other sign.
  var isMirrored = false

  /// What a column's texts show.
  init(_ column: TextColumn, kind: Comparison.Kind) {
    guard kind == .date else { return }
    var (dayFirst, monthFirst) = (0, 0)
    for row in 0..<column.count {
      let isPlain = column.with(row) { CalendarDate(plain: $0) != nil }
      if isPlain { continue }
      let reading = column.with(row) { CalendarDate.cellReadings($0) }
      if reading.dayFirst != nil, reading.monthFirst == nil { dayFirst += 1 }
      if reading.monthFirst != nil, reading.dayFirst == nil { monthFirst += 1 }
    }
    if monthFirst > dayFirst { dateOrder = .monthFirst }
  }
}

/// Texts folded: lower case, accents gone, runs of anything else one space.
struct FoldedText {
  private(set) var bytes: ContiguousArray<UInt8> = []

  /// Folds a text in place of the one before; with `spaces` words stay apart.
  mutating func fold(_ text: Span<UInt8>, spaces: Bool = true) {
    bytes.removeAll(keepingCapacity: true)
    var isGap = false
    var i = 0
    while i < text.count {
      let byte = text[i]
      i += 1
      if byte == 0x27 { continue }
      if Bytes.isLetter(byte) || Bytes.isDigit(byte) {
        take(Bytes.lower(byte), &isGap, spaces)
      } else if byte >= 0x80 {
        if i < text.count, let letter = Self.latin(byte, text[i]) {
          take(letter, &isGap, spaces)
          i += 1
        } else {
          take(byte, &isGap, spaces)
        }
      } else {
        isGap = true
      }
    }
  }

  private mutating func take(_ byte: UInt8, _ isGap: inout Bool, _ spaces: Bool) {
    if isGap, spaces, !bytes.isEmpty { bytes.append(0x20) }
    isGap = false
    bytes.append(byte)
  }

  /// The letters of U+00C0 to U+017F without their marks; a point where there is none.
  private static let letters: StaticString = """
    aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """

  private static func latin(_ first: UInt8, _ second: UInt8) -> UInt8? {
    guard (0xc3...0xc5).contains(first), (0x80..<0xc0).contains(second) else { return nil }
    let place = Int(first - 0xc3) * 64 + Int(second - 0x80)
    let letter = letters.withUTF8Buffer { place < $0.count ? $0[place] : 0x2e }
    return letter == 0x2e ? nil : letter
  }
}
