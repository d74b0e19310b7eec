/// The key of a payment row, in the order of keys: its own id, else its place.
///
/// Ids compare byte by byte, places by file, sheet and line as numbers.
public struct PaymentKey: Comparable, Sendable {
  /// The row's own id; where it has none, the name of its file.
  public var text: ContiguousArray<UInt8>
  /// The place of a row that has no id of its own.
  public var place: SourceLocation?

  /// A key.
  public init(_ text: ContiguousArray<UInt8>, at place: SourceLocation? = nil) {
    (self.text, self.place) = (text, place)
  }

  /// The key as printed: the id, or `FILE:LINE`; `FILE#PART:LINE` where that is another's.
  public func write(to bytes: inout ContiguousArray<UInt8>) {
    bytes.append(contentsOf: text)
    guard let place else { return }
    if place.part > 0 { bytes.append(contentsOf: "#\(place.part)".utf8) }
    bytes.append(contentsOf: ":\(place.line)".utf8)
  }

  /// In the order of keys.
  public static func < (a: Self, b: Self) -> Bool {
    if a.text == b.text, let left = a.place, let right = b.place {
      return left.order < right.order
    }
    return Bytes.precedes(a.text.span, b.text.span)
  }
}

/// The door to payment rows that were not kept: their keys, read again from the open file.
public protocol PaymentKeys: Sendable {
  /// Whether the keys' order is the order of the rows, so that none has to be read for it.
  var areInRowOrder: Bool { get }

  /// The key of a payment row.
  ///
  /// Throws when the bytes cannot be had, or are no longer those that were read.
  func key(of row: UInt32) throws -> PaymentKey
}
