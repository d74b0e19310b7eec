internal import Domain

/// Hands out a file's bytes from its start, a piece at a time, as often as it is asked to.
final class SourcePieces {
  private let source: any ByteSource
  private let chunk: UnsafeMutableRawBufferPointer
  private var place = 0
  private(set) var isAtEnd = false

  /// The bytes of a source.
  init(_ source: any ByteSource) {
    self.source = source
    chunk = .allocate(byteCount: 64 << 10, alignment: 16)
  }

  deinit { chunk.deallocate() }

  /// The next bytes, none at the end; they stand until the next call.
  func next() throws(ReadError) -> UnsafeRawBufferPointer {
    var count = 0
    do {
      while count < chunk.count {
        let room = UnsafeMutableRawBufferPointer(rebasing: chunk[count...])
        let got = try source.read(into: room, at: place + count)
        if got == 0 { break }
        count += got
      }
    } catch {
      throw .source(error)
    }
    place += count
    isAtEnd = count == 0
    return UnsafeRawBufferPointer(rebasing: chunk[..<count])
  }
}
