public import Domain

/// A source in memory that hands out its bytes in pieces.
public final class PieceSource: ByteSource {
  private let bytes: [UInt8]
  private let piece: Int
  private let firstPiece: Int
  private var place = 0

  /// A source of some bytes, whole or in pieces of a length; the first may have another.
  public init(_ bytes: [UInt8], piece: Int = Int.max, firstPiece: Int? = nil) {
    (self.bytes, self.piece, self.firstPiece) = (bytes, piece, firstPiece ?? piece)
  }

  public var length: Int { bytes.count }

  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(buffer.count, place == 0 ? firstPiece : piece, bytes.count - place)
    buffer.copyBytes(from: bytes[place..<place + count])
    place += count
    return count
  }

  public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
    let count = min(buffer.count, bytes.count - offset)
    buffer.copyBytes(from: bytes[offset..<offset + count])
    return count
  }
}

/// A source that fails.
public final class BrokenSource: ByteSource {
  /// What it throws.
  public struct Broken: Error {}

  public let length = 1

  /// A source that fails.
  public init() {}

  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { throw Broken() }

  public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
    throw Broken()
  }
}
