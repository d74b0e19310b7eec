/// The key of a payment row, in the order of keys: its own id, else file and line.
///
/// Ids compare byte by byte, places by file and then by the line as a number.
public struct PaymentKey: Comparable, Sendable {
  /// The row's own id; where it has none, the name of its file.
  public var text: ContiguousArray<UInt8>
  /// The line of a row that has no id of its own.
  public var line: UInt32?

  /// A key.
  public init(_ text: ContiguousArray<UInt8>, line: UInt32? = nil) {
    (self.text, self.line) = (text, line)
  }

  /// The key as printed: the id, or `FILE:LINE`.
  public func write(to bytes: inout ContiguousArray<UInt8>) {
    bytes.append(contentsOf: text)
    if let line { bytes.append(contentsOf: ":\(line)".utf8) }
  }

  /// In the order of keys.
  public static func < (a: Self, b: Self) -> Bool {
    if a.text == b.text, let left = a.line, let right = b.line { return left < right }
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
