internal import Domain
internal import Reader

/// Cuts records out of a document, in its own bytes: each stands in the elements it stood in.
///
/// Of the elements between root and record only the names and namespaces are kept, so that none
/// of them is taken for a record. A bank statement keeps whose it is, but no balance: that would
/// be one of other entries.
struct RejectedRecords {
  /// An element that is open where the walk stands.
  private struct Element {
    let tag: Range<Int>
    /// The children in front of its records that say whose they are.
    var heads: [Range<Int>] = []
  }

  /// What a statement's part may not say of itself.
  private static let sums: Set<String> = ["Bal", "TxsSummry", "Ntry"]

  /// The new document.
  private(set) var bytes: ContiguousArray<UInt8> = []

  private let source: FileSource
  private let isStatement: Bool
  private let wanted: Set<Int>
  private var left: Int
  private let width: Int
  private let isLittle: Bool
  private var open: [Element] = []
  /// The elements that are open in the new document, by the place of their tags.
  private var written: [Range<Int>] = []
  private var recordStart: Int?

  /// Reads a document again for the records that were rejected; nil where one is not found.
  ///
  /// Throws when the document cannot be had.
  init?(
    of source: FileSource, _ rejects: ContiguousArray<Reject>, isStatement: Bool
  ) throws {
    (self.source, self.isStatement) = (source, isStatement)
    wanted = Set(rejects.map(\.byte))
    left = wanted.count
    let head = try Self.read(source, 0..<min(4, source.length))
    var walker = XMLTagWalker(head.span)
    width = walker.width
    isLittle = width == 2 && (head[0] == 0xff || head[1] == 0)
    try Self.eachBlock(of: source) { block in
      try walker.walk(block) { tag, place in try take(tag, place) }
      return left > 0
    }
    guard left == 0 else { return nil }
    try closeElements(downTo: 0)
  }

  private mutating func take(_ tag: XMLTagWalker.Tag, _ place: Range<Int>) throws {
    guard left > 0 else { return }
    if tag != .closes, recordStart == nil, wanted.contains(place.lowerBound) {
      recordStart = place.lowerBound
      try openElements()
    }
    if tag == .opens { open.append(Element(tag: place)) }
    if tag == .closes {
      guard let element = open.popLast() else { return }
      try end(element.tag.lowerBound..<place.upperBound)
    }
    if tag == .isWhole { try end(place) }
  }

  /// Ends an element: a record is written, a child that says whose its parent is kept in mind.
  private mutating func end(_ place: Range<Int>) throws {
    if recordStart == place.lowerBound {
      bytes += try Self.read(source, place)
      addLineBreak()
      (recordStart, left) = (nil, left - 1)
    } else if isStatement, recordStart == nil, open.count == 2 || open.count == 3 {
      let units = try units(place.lowerBound..<min(place.upperBound, place.lowerBound + 256))
      if !Self.sums.contains(Self.localName(units)) { open[open.count - 1].heads.append(place) }
    }
  }

  /// Opens in the new document what is open in the old one.
  private mutating func openElements() throws {
    let same = zip(written, open).prefix { $0 == $1.tag }.count
    try closeElements(downTo: same)
    for (depth, element) in open.enumerated().dropFirst(same) {
      if depth == 0 {
        bytes += try Self.read(source, 0..<element.tag.upperBound)
      } else {
        add(isStatement ? try units(element.tag) : Self.plainTag(try units(element.tag)))
      }
      addLineBreak()
      for head in element.heads {
        bytes += try Self.read(source, head)
        addLineBreak()
      }
      written.append(element.tag)
    }
  }

  private mutating func closeElements(downTo count: Int) throws {
    while written.count > count {
      let tag = try units(written.removeLast())
      add([0x3c, 0x2f] + Self.name(tag) + [0x3e])
      addLineBreak()
    }
  }

  private mutating func addLineBreak() { add([0x0a]) }

  private mutating func add(_ units: some Sequence<UInt16>) {
    for unit in units {
      let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
      if width == 1 { bytes.append(low) } else { bytes += isLittle ? [low, high] : [high, low] }
    }
  }

  /// The units of a stretch of the document.
  private func units(_ place: Range<Int>) throws -> [UInt16] {
    let bytes = try Self.read(source, place)
    guard width == 2 else { return bytes.map(UInt16.init) }
    return stride(from: 0, to: bytes.count - 1, by: 2).map {
      let (first, second) = (UInt16(bytes[$0]), UInt16(bytes[$0 + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
  }
}

extension RejectedRecords {
  /// A start tag with its name and the namespaces it declares, without other attributes.
  private static func plainTag(_ tag: [UInt16]) -> [UInt16] {
    var plain = [0x3c] + name(tag)
    for attribute in attributes(tag) where attribute.starts(with: "xmlns".utf16) {
      plain += [0x20] + attribute
    }
    return plain + [0x3e]
  }

  /// The attributes of a start tag, each with its value.
  private static func attributes(_ tag: [UInt16]) -> [[UInt16]] {
    var found: [[UInt16]] = [[]]
    var quote: UInt16?
    for unit in tag.dropFirst(1 + name(tag).count).dropLast() {
      if unit <= 0x20, quote == nil { continue }
      found[found.count - 1].append(unit)
      if let open = quote {
        guard unit == open else { continue }
        quote = nil
        found.append([])
      } else if unit == 0x22 || unit == 0x27 {
        quote = unit
      }
    }
    return found
  }

  private static func name(_ tag: [UInt16]) -> [UInt16] {
    Array(tag.dropFirst().prefix { $0 > 0x20 && $0 != 0x2f && $0 != 0x3e })
  }

  /// An element's name without prefix.
  private static func localName(_ tag: [UInt16]) -> String {
    String(decoding: name(tag).split(separator: 0x3a).last ?? [], as: UTF16.self)
  }

  private static func read(
    _ source: FileSource, _ place: Range<Int>
  ) throws -> ContiguousArray<UInt8> {
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: place.count)
    let count = try bytes.withUnsafeMutableBytes { try source.read(into: $0, at: place.lowerBound) }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Reads a document a block at a time, while the body wants more.
  private static func eachBlock(
    of source: FileSource, _ body: (UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    try withUnsafeTemporaryAllocation(byteCount: 1 << 18, alignment: 16) { buffer in
      var offset = 0
      while true {
        let count = try source.read(into: buffer, at: offset)
        offset += count
        let block = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        guard count > 0, try body(block) else { return }
      }
    }
  }
}
