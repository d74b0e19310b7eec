internal import Domain

/// The first bytes of a file, from which its form is told.
struct FileHead {
  /// The bytes.
  private(set) var bytes: ContiguousArray<UInt8>
  /// Whether the file has no more.
  private(set) var isWhole: Bool
  /// The encoding, where it is stated.
  let encoding: TextEncoding?

  /// Reads the first bytes of a source.
  init(reading source: any ByteSource, _ options: InputOptions) throws(ReadError) {
    encoding = options.encoding
    bytes = ContiguousArray(repeating: 0, count: Limits.chunk)
    let filled = try source.fill(&bytes, from: 0, to: Limits.chunk)
    isWhole = filled < Limits.chunk
    bytes.removeLast(bytes.count - filled)
    let isWide = bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff])
    guard bytes[(isWide ? 2 : start)...].contains(where: { $0 > 0x20 }) else { throw .emptyFile }
  }

  /// Where the text starts: behind the byte order mark.
  var start: Int { bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0 }

  /// The format, as the first bytes tell it.
  var format: InputFormat {
    get throws(ReadError) {
      if let name = BinaryForm.name(bytes) { throw .unsupportedFormat(name) }
      if bytes.starts(with: [0xff, 0xfe, 0x3c, 0]) || bytes.starts(with: [0xfe, 0xff, 0, 0x3c]) {
        return MarkupHead.format(bytes)
      }
      if bytes.starts(with: [0x50, 0x4b, 3, 4]) || bytes.starts(with: [0x50, 0x4b, 5, 6]) {
        return .xlsx
      }
      if bytes.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) { throw OldWorkbook.refusal(bytes) }
      if bytes.starts(with: [0x3c, 0]) || bytes.starts(with: [0, 0x3c]) {
        return MarkupHead.format(bytes)
      }
      guard bytes[start...].first(where: { $0 > 0x20 }) == 0x3c else { return .csv }
      return MarkupHead.isText(self) ? .csv : MarkupHead.format(bytes)
    }
  }
}

extension ByteSource {
  /// Fills bytes from one place to another, however the source cuts them; returns the new end.
  func fill(
    _ bytes: inout ContiguousArray<UInt8>, from: Int, to: Int
  ) throws(ReadError) -> Int {
    var filled = from
    do {
      try bytes.withUnsafeMutableBytes { room in
        while filled < to {
          let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: room[filled..<to]))
          if count == 0 { break }
          filled += count
        }
      }
    } catch {
      throw .source(error)
    }
    return filled
  }
}
