/// A checked view of neighbouring values in an array, valid while the call it is handed to lasts.
///
/// It takes the place of an array slice: nothing is counted or copied. (A `Span` of structs
/// would say the same and is what the 6.3.1 optimiser crashes on.)
public struct Run<Element>: RandomAccessCollection {
  @usableFromInline let base: UnsafePointer<Element>?
  /// How many values there are.
  public let count: Int

  /// No values.
  @inlinable public init() { (base, count) = (nil, 0) }

  /// The values of a buffer from an offset.
  @inlinable public init(_ buffer: UnsafeBufferPointer<Element>, from: Int, count: Int) {
    precondition(
      from >= 0 && count >= 0 && from + count <= buffer.count, "a run lies in its buffer")
    base = count == 0 ? nil : buffer.baseAddress.map { $0 + from }
    self.count = count
  }

  /// The first index.
  @inlinable public var startIndex: Int { 0 }
  /// The index behind the last.
  @inlinable public var endIndex: Int { count }

  /// The value at a position, lent where it lies: most are too large to be copied for a look.
  @inlinable public subscript(position: Int) -> Element {
    unsafeAddress {
      guard let base, position >= 0, position < count else {
        preconditionFailure("a run is read inside its bounds")
      }
      return base + position
    }
  }
}
