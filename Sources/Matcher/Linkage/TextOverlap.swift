internal import Domain

/// How many rows have texts that start alike.
struct TextStarts {
  /// The texts in byte order.
  private var order: ContiguousArray<UInt32> = []
  /// How many rows have the texts before a place of `order`.
  private var rowsBefore: ContiguousArray<UInt32> = [0]

  init() {}

  /// Orders different texts, each of which stands in so many rows.
  init(_ texts: TextColumn, rows: ContiguousArray<UInt32>) {
    order = ContiguousArray(0..<UInt32(texts.count))
    order.sort { texts.precedes(Int($0), Int($1)) ?? ($0 < $1) }
    for text in order { rowsBefore.append(rowsBefore[rowsBefore.count - 1] + rows[Int(text)]) }
  }

  /// How many rows start with the first bytes of a text.
  func rows(startingLike text: UInt32, _ length: Int, _ texts: TextColumn) -> UInt32 {
    texts.with(Int(text)) { text in
      let start = text.extracting(0..<min(length, text.count))
      let first = place(texts) { !Bytes.precedes($0, start) }
      let end = place(texts) { other in
        let shared = min(other.count, start.count)
        return !Bytes.precedes(other, start)
          && !(shared == start.count && Bytes.equal(other.extracting(0..<shared), start))
      }
      return rowsBefore[end] - rowsBefore[first]
    }
  }

  /// The first place from which something holds.
  private func place(_ texts: TextColumn, _ holds: (Span<UInt8>) -> Bool) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if texts.with(Int(order[middle]), holds) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Where two folded texts overlap, word by word.
enum TextOverlap {
  private static let leastContained = 4
  private static let leastCut = 5

  /// How many first bytes are the same.
  static func sharedStart(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Int {
    var length = 0
    while length < min(a.count, b.count), a[length] == b[length] { length += 1 }
    return length
  }

  /// Whether the shorter text stands in the longer one from the start of a word.
  static func isContained(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard short.count >= leastContained else { return false }
    for start in 0...long.count - short.count where isWordStart(long, start) {
      if Bytes.equal(long.extracting(start..<start + short.count), short) { return true }
    }
    return false
  }

  /// Whether the end of a text, from the start of a word, is the start of the other.
  static func isCutOff(_ a: Span<UInt8>, startOf b: Span<UInt8>) -> Bool {
    guard a.count >= leastCut, b.count >= leastCut else { return false }
    for start in max(0, a.count - b.count)...a.count - leastCut where isWordStart(a, start) {
      let length = a.count - start
      if Bytes.equal(a.extracting(start..<a.count), b.extracting(0..<length)) { return true }
    }
    return false
  }

  private static func isWordStart(_ text: Span<UInt8>, _ place: Int) -> Bool {
    place == 0 || text[place - 1] == 0x20
      || Bytes.isDigit(text[place - 1]) != Bytes.isDigit(text[place])
  }
}

extension TextValues {
  /// Whether the shorter of two texts stands in the longer one.
  func isContained(_ a: UInt32, _ b: UInt32) -> Bool { both(a, b, TextOverlap.isContained) }

  /// Whether one text ends in the start of the other.
  func isCutOff(_ a: UInt32, _ b: UInt32) -> Bool {
    both(a, b, TextOverlap.isCutOff) || both(b, a, TextOverlap.isCutOff)
  }

  /// How many first bytes of two texts are the same.
  func sharedStart(_ a: UInt32, _ b: UInt32) -> Int { both(a, b, TextOverlap.sharedStart) }

  private func both<T>(
    _ a: UInt32, _ b: UInt32, _ body: (Span<UInt8>, Span<UInt8>) -> T
  ) -> T {
    vocabulary.texts.with(Int(a)) { left in
      vocabulary.texts.with(Int(b)) { right in body(left, right) }
    }
  }
}
