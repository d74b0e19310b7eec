internal import Domain

/// The texts that a workbook's cells refer to by number: one stretch of memory, texts from its
/// start and marks from its end, of which only what is used is ever touched.
///
/// A text stands behind its length; one of digits alone takes half a byte for each. Every sixteenth
/// text has a mark, so that a million rows of people fit.
final class SharedStrings {
  private static let block = 16
  /// The longest text of digits that is packed.
  private static let packedDigits = 64

  private let room: UnsafeMutableRawBufferPointer
  private var used = 0
  private(set) var count = 0

  /// No texts yet.
  init() { room = .allocate(byteCount: Limits.sharedStrings, alignment: 16) }

  deinit { room.deallocate() }

  /// Appends the text of a number; false where there is none.
  func append(_ number: Int, to text: inout ContiguousArray<UInt8>) -> Bool {
    guard number >= 0, number < count else { return false }
    var place = mark(number / Self.block)
    for _ in 0..<number % Self.block {
      let (length, isPacked) = head(&place)
      place += isPacked ? (length + 1) / 2 : length
    }
    let (length, isPacked) = head(&place)
    guard isPacked else {
      text.append(contentsOf: room[place..<place + length])
      return true
    }
    for digit in 0..<length {
      let pair = room[place + digit / 2]
      text.append(0x30 + (digit & 1 == 0 ? pair >> 4 : pair & 15))
    }
    return true
  }

  /// Adds a text; false where there is no more room.
  func add(_ text: ContiguousArray<UInt8>) -> Bool {
    let marks = (count / Self.block + 1) * 4
    guard used + text.count + 5 + marks <= room.count else { return false }
    if count % Self.block == 0 {
      room.storeBytes(of: UInt32(used), toByteOffset: room.count - marks, as: UInt32.self)
    }
    count += 1
    let isPacked = text.count <= Self.packedDigits && text.allSatisfy(Bytes.isDigit)
    put(length: text.count, isPacked)
    guard isPacked else {
      text.withUnsafeBytes { room[used...].copyBytes(from: $0) }
      used += text.count
      return true
    }
    for digit in stride(from: 0, to: text.count, by: 2) {
      let low = digit + 1 < text.count ? text[digit + 1] & 15 : 0
      room[used] = text[digit] << 4 | low
      used += 1
    }
    return true
  }

  /// Puts a length down, seven bits a byte, the lowest bit of all telling whether digits follow.
  private func put(length: Int, _ isPacked: Bool) {
    var rest = length << 1 | (isPacked ? 1 : 0)
    while rest > 127 {
      room[used] = UInt8(truncatingIfNeeded: rest) | 128
      (rest, used) = (rest >> 7, used + 1)
    }
    room[used] = UInt8(rest)
    used += 1
  }

  @inline(__always)
  private func head(_ place: inout Int) -> (length: Int, isPacked: Bool) {
    var value = Int(room[place] & 127)
    var shift = 7
    while room[place] > 127 {
      place += 1
      value |= Int(room[place] & 127) << shift
      shift += 7
    }
    place += 1
    return (value >> 1, value & 1 == 1)
  }

  private func mark(_ number: Int) -> Int {
    Int(room.load(fromByteOffset: room.count - 4 * (number + 1), as: UInt32.self))
  }
}

/// Fills the shared strings: runs of rich text are joined, phonetic ones left out.
final class StringsHandler: MarkupHandler {
  /// The texts found.
  let strings = SharedStrings()
  private var item: MarkupName?
  private var run: MarkupName?
  private var phonetic: MarkupName?
  private var text: ContiguousArray<UInt8> = []
  private var (isCollecting, isPhonetic) = (false, false)

  override func learn(_ names: MarkupNames) {
    (item, run, phonetic) = (names["si"], names["t"], names["rPh"])
  }

  override func open(_ name: MarkupName, _ attributes: MarkupAttributes) {
    if name == item {
      text.removeAll(keepingCapacity: true)
    } else if name == phonetic {
      isPhonetic = true
    } else if name == run {
      isCollecting = !isPhonetic
    }
  }

  override func close(_ name: MarkupName) {
    if name == run {
      isCollecting = false
    } else if name == phonetic {
      isPhonetic = false
    } else if name == item {
      EscapedText.decode(&text, from: 0)
      if !strings.add(text) {
        stop(.refused(.tooLarge, "the workbook's shared strings are more than can be held"))
      }
    }
  }

  override func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard isCollecting else { return }
    guard self.text.count + text.count <= Limits.cellText else {
      return stop(.refused(.tooLarge, "a text of more than \(Limits.cellText) bytes"))
    }
    self.text.append(contentsOf: text)
  }
}

/// The escapes of characters that XML cannot hold, as `_x000D_`.
enum EscapedText {
  /// Puts the characters meant in place of the escapes behind a place.
  static func decode(_ text: inout ContiguousArray<UInt8>, from start: Int) {
    guard text.count - start >= 7,
      text[start...].contains(0x5f), let first = firstEscape(text, from: start)
    else { return }
    var (from, to) = (first, first)
    var high: UInt32?
    while from < text.count {
      guard let unit = unit(text, at: from) else {
        (text[to], high) = (text[from], nil)
        (from, to) = (from + 1, to + 1)
        continue
      }
      from += 7
      var code = unit
      if unit >> 10 == 0x36 { high = unit }
      if unit >> 10 == 0x37, let first = high {
        code = 0x10000 + (first & 0x3ff) << 10 + (unit & 0x3ff)
        to -= 3
      }
      if unit >> 10 != 0x36 { high = nil }
      // Half a character is put down as three bytes, to be replaced by the whole.
      let bytes = Unicode.Scalar(code).map { Array(String($0).utf8) } ?? [0xef, 0xbf, 0xbd]
      for byte in bytes { (text[to], to) = (byte, to + 1) }
    }
    text.removeLast(text.count - to)
  }

  private static func firstEscape(_ text: ContiguousArray<UInt8>, from start: Int) -> Int? {
    (start...text.count - 7).first { unit(text, at: $0) != nil }
  }

  /// The code unit of an escape at a place; a NUL is none.
  private static func unit(_ text: ContiguousArray<UInt8>, at place: Int) -> UInt32? {
    guard place + 7 <= text.count, text[place] == 0x5f, text[place + 1] == 0x78,
      text[place + 6] == 0x5f
    else { return nil }
    var value: UInt32 = 0
    for byte in text[place + 2..<place + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value == 0 ? nil : value
  }
}
