import CCrypto

/// A SHA-256 value: 32 bytes in four words, so that hashing allocates nothing.
public struct Digest: Hashable, Sendable {
  private let a, b, c, d: UInt64

  /// Ends a hash and keeps its value.
  fileprivate init(finishing context: inout SHA256_CTX) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    withUnsafeMutableBytes(of: &words) { buffer in
      _ = SHA256_Final(buffer.bindMemory(to: UInt8.self).baseAddress, &context)
    }
    (a, b) = (UInt64(bigEndian: words.0), UInt64(bigEndian: words.1))
    (c, d) = (UInt64(bigEndian: words.2), UInt64(bigEndian: words.3))
  }

  /// The SHA-256 of some bytes.
  public static func sha256(_ bytes: UnsafeRawBufferPointer) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// The SHA-256 of some bytes.
  public static func sha256(_ bytes: Span<UInt8>) -> Digest {
    bytes.withUnsafeBytes { sha256($0) }
  }

  /// The SHA-256 of some bytes.
  public static func sha256(_ bytes: [UInt8]) -> Digest { bytes.withUnsafeBytes { sha256($0) } }

  /// The first eight bytes as a number, the first byte highest.
  public var prefix64: UInt64 { a }

  /// The byte at a place from 0 to 31.
  public func byte(_ place: Int) -> UInt8 {
    let word = place < 16 ? (place < 8 ? a : b) : (place < 24 ? c : d)
    return UInt8(truncatingIfNeeded: word >> UInt64(56 - place % 8 * 8))
  }

  /// All 64 hexadecimal digits.
  public var hex: String { hex(digits: 64) }

  /// The first hexadecimal digits.
  public func hex(digits count: Int) -> String {
    String(unsafeUninitializedCapacity: 64) { buffer in
      for (place, word) in [a, b, c, d].enumerated() {
        for digit in 0..<16 {
          let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - digit * 4)) & 15
          buffer[place * 16 + digit] = value < 10 ? 0x30 + value : 0x57 + value
        }
      }
      return min(count, 64)
    }
  }
}

/// A SHA-256 under way.
public struct SHA256 {
  private var context = SHA256_CTX()

  /// A hash of no bytes yet.
  public init() { SHA256_Init(&context) }

  /// Adds bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    SHA256_Update(&context, base, bytes.count)
  }

  /// The value of what was added; the hash is of no use afterwards.
  public mutating func finish() -> Digest { Digest(finishing: &context) }
}

/// HMAC-SHA-256 under one key whose two pads are hashed once.
public struct HMAC: Sendable {
  private let inner: SHA256State
  private let outer: SHA256State

  /// The function of a key.
  public init(key: [UInt8]) {
    var block = key
    if block.count > 64 {
      let digest = Digest.sha256(key)
      block = (0..<32).map { digest.byte($0) }
    }
    block += [UInt8](repeating: 0, count: 64 - block.count)
    inner = SHA256State(absorbing: block.map { $0 ^ 0x36 })
    outer = SHA256State(absorbing: block.map { $0 ^ 0x5c })
  }

  /// The code of a message.
  public func code(of message: UnsafeRawBufferPointer) -> Digest {
    var hash = inner.context
    if let base = message.baseAddress { SHA256_Update(&hash, base, message.count) }
    var digest: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var last = outer.context
    withUnsafeMutableBytes(of: &digest) { buffer in
      _ = SHA256_Final(buffer.bindMemory(to: UInt8.self).baseAddress, &hash)
      SHA256_Update(&last, buffer.baseAddress, buffer.count)
    }
    return Digest(finishing: &last)
  }

  /// The code of a message.
  public func code(of message: Span<UInt8>) -> Digest {
    message.withUnsafeBytes { code(of: $0) }
  }
}

/// A hash's state after some bytes, to be copied and gone on with; the C struct is plain values.
private struct SHA256State: @unchecked Sendable {
  let context: SHA256_CTX

  init(absorbing bytes: [UInt8]) {
    var context = SHA256_CTX()
    SHA256_Init(&context)
    bytes.withUnsafeBytes { _ = SHA256_Update(&context, $0.baseAddress, $0.count) }
    self.context = context
  }
}
