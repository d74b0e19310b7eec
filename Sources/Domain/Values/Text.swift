/// A text in an arena: where it starts and how many bytes it has.
public struct Text: Hashable, Sendable {
  /// The first byte.
  public let start: UInt32
  /// The number of bytes; zero is an absent text.
  public let count: UInt32

  /// No text.
  public static let absent = Text(start: 0, count: 0)

  /// A stretch of an arena.
  @inlinable public init(start: UInt32, count: UInt32) { (self.start, self.count) = (start, count) }

  /// Whether there is any.
  @inlinable public var isPresent: Bool { count != 0 }
}

/// All texts of a run's records, one after the other: no text is an object of its own.
///
/// They lie in chunks of 1 MiB, so that growing copies nothing and a copy of the arena shares all
/// but the last; a text never goes over two of them.
public struct TextArena: Sendable {
  @usableFromInline static let bits: UInt32 = 20
  @usableFromInline static let most = 1 << (32 - 20)

  /// The bytes of all texts, UTF-8; there is always a last chunk.
  @usableFromInline var chunks: ContiguousArray<ContiguousArray<UInt8>> = [[]]

  /// An empty arena.
  public init() {}

  /// Keeps a text.
  @inlinable public mutating func add(_ text: Span<UInt8>) -> Text {
    guard !text.isEmpty else { return .absent }
    return Text(start: append(text), count: UInt32(text.count))
  }

  @usableFromInline mutating func append(_ text: Span<UInt8>) -> UInt32 {
    var last = chunks.count - 1
    let size = 1 << Int(TextArena.bits)
    if !chunks[last].isEmpty, chunks[last].count + text.count > size {
      chunks.append([])
      last += 1
      precondition(last < TextArena.most, "an arena holds at most 4 GiB of text")
      chunks[last].reserveCapacity(max(size, text.count))
    }
    let start = UInt32(last) << TextArena.bits | UInt32(chunks[last].count)
    text.withUnsafeBufferPointer { chunks[last].append(contentsOf: $0) }
    return start
  }

  /// Calls `body` with a text's bytes.
  @inlinable public func with<R, E: Error>(
    _ text: Text, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    let place = Int(text.start & (1 << TextArena.bits - 1))
    let chunk = chunks[Int(text.start >> TextArena.bits)]
    return try body(chunk.span.extracting(place..<place + Int(text.count)))
  }

  /// Whether two texts have the same bytes.
  public func equal(_ a: Text, _ b: Text) -> Bool {
    a == b || a.count == b.count && with(a) { left in with(b) { Bytes.equal(left, $0) } }
  }

  /// Whether two texts are the same but for the case of their letters.
  public func equalWithoutCase(_ a: Text, _ b: Text) -> Bool {
    a == b
      || a.count == b.count && with(a) { left in with(b) { Bytes.equalWithoutCase(left, $0) } }
  }

  /// Whether a text comes before another in byte order.
  public func precedes(_ a: Text, _ b: Text) -> Bool {
    with(a) { left in with(b) { Bytes.precedes(left, $0) } }
  }

  /// The text as a String: for the few that are shown one by one.
  public func string(_ text: Text) -> String {
    with(text) { span in span.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
  }
}
