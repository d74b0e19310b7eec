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
public struct TextArena: Sendable {
  /// The bytes of all texts, UTF-8.
  public private(set) var bytes: ContiguousArray<UInt8> = []

  /// An empty arena.
  public init() {}

  /// Makes room for as many bytes, so that growing does not copy.
  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Keeps a text.
  @inlinable public mutating func add(_ text: Span<UInt8>) -> Text {
    guard !text.isEmpty else { return .absent }
    precondition(count + text.count <= UInt32.max, "an arena holds at most 4 GiB of text")
    let start = UInt32(count)
    append(text)
    return Text(start: start, count: UInt32(text.count))
  }

  /// How many bytes are kept.
  public var count: Int { bytes.count }

  @usableFromInline mutating func append(_ text: Span<UInt8>) {
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Calls `body` with a text's bytes.
  @inlinable public func with<R, E: Error>(
    _ text: Text, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    let start = Int(text.start)
    return try body(bytes.span.extracting(start..<start + Int(text.count)))
  }

  /// Whether two texts have the same bytes.
  public func equal(_ a: Text, _ b: Text) -> Bool {
    a == b || a.count == b.count && with(a) { left in with(b) { Bytes.equal(left, $0) } }
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
