/// How often each letter or digit stands in a text, taken together by their last four bits.
struct LetterBag: Sendable {
  private var counts = SIMD16<UInt8>()

  init(_ text: Span<UInt8>) {
    for i in 0..<text.count { counts[Int(text[i] & 15)] &+= 1 }
  }

  /// Whether so many edits may lead from one to the other: each takes one letter and puts one.
  func mayBeNear(_ other: LetterBag, limit: Int) -> Bool {
    let (most, least) = (pointwiseMax(counts, other.counts), pointwiseMin(counts, other.counts))
    return Int((most &- least).wrappedSum()) <= 2 * limit
  }
}
