#if arch(x86_64)
  internal import _Builtin_intrinsics.intel
#endif

/// The marks among 64 bytes, as bits: the lowest bit is the first byte.
struct ByteWindow {
  /// Where separators stand.
  let separators: UInt64
  /// Where lines end, by LF or CR.
  let newlines: UInt64
  /// Where quotes stand.
  let quotes: UInt64
  /// Whether there is a NUL or a byte beyond ASCII.
  let isSuspect: Bool
}

#if arch(x86_64)
  extension ByteWindow {
    /// Looks at the 64 bytes from a place.
    @inline(__always)
    init(at place: UnsafePointer<UInt8>, separator: UInt8, quote: UInt8) {
      let bytes = UnsafeRawPointer(place)
      let parts = (
        bytes.loadUnaligned(as: __m128i.self),
        bytes.loadUnaligned(fromByteOffset: 16, as: __m128i.self),
        bytes.loadUnaligned(fromByteOffset: 32, as: __m128i.self),
        bytes.loadUnaligned(fromByteOffset: 48, as: __m128i.self)
      )
      separators = Self.bits(parts, equal: separator)
      newlines = Self.lineEnds(parts)
      quotes = Self.bits(parts, equal: quote)
      let odd = _mm_or_si128(
        _mm_or_si128(Self.odd(parts.0), Self.odd(parts.1)),
        _mm_or_si128(Self.odd(parts.2), Self.odd(parts.3)))
      isSuspect = _mm_movemask_epi8(odd) != 0
    }

    private typealias Parts = (__m128i, __m128i, __m128i, __m128i)

    /// A NUL less one is 0xff: the top bit tells both it and what is beyond ASCII.
    @inline(__always)
    private static func odd(_ part: __m128i) -> __m128i {
      _mm_or_si128(part, _mm_sub_epi8(part, _mm_set1_epi8(1)))
    }

    @inline(__always)
    private static func bits(_ parts: Parts, equal byte: UInt8) -> UInt64 {
      let wanted = _mm_set1_epi8(CChar(bitPattern: byte))
      let low = bits(parts.0, wanted) | bits(parts.1, wanted) << 16
      return low | bits(parts.2, wanted) << 32 | bits(parts.3, wanted) << 48
    }

    @inline(__always)
    private static func lineEnds(_ parts: Parts) -> UInt64 {
      let low = lineEnds(parts.0) | lineEnds(parts.1) << 16
      return low | lineEnds(parts.2) << 32 | lineEnds(parts.3) << 48
    }

    @inline(__always)
    private static func lineEnds(_ part: __m128i) -> UInt64 {
      let feeds = _mm_cmpeq_epi8(part, _mm_set1_epi8(0x0a))
      let returns = _mm_cmpeq_epi8(part, _mm_set1_epi8(0x0d))
      return UInt64(UInt32(bitPattern: _mm_movemask_epi8(_mm_or_si128(feeds, returns))))
    }

    @inline(__always)
    private static func bits(_ part: __m128i, _ wanted: __m128i) -> UInt64 {
      UInt64(UInt32(bitPattern: _mm_movemask_epi8(_mm_cmpeq_epi8(part, wanted))))
    }
  }
#else
  extension ByteWindow {
    /// Looks at the 64 bytes from a place, eight at a time.
    @inline(__always)
    init(at place: UnsafePointer<UInt8>, separator: UInt8, quote: UInt8) {
      let bytes = UnsafeRawPointer(place)
      var (separators, newlines, quotes) = (UInt64(0), UInt64(0), UInt64(0))
      var odd: UInt64 = 0
      for i in 0..<8 {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * i, as: UInt64.self))
        separators |= Self.bits(word, equal: separator) << UInt64(8 * i)
        newlines |= (Self.bits(word, equal: 0x0a) | Self.bits(word, equal: 0x0d)) << UInt64(8 * i)
        quotes |= Self.bits(word, equal: quote) << UInt64(8 * i)
        odd |= word | (word &- Self.ones)
      }
      (self.separators, self.newlines, self.quotes) = (separators, newlines, quotes)
      // A word that has a NUL borrows: some top bit is set as it is for what is beyond ASCII.
      isSuspect = odd & (Self.ones << 7) != 0
    }

    private static var ones: UInt64 { 0x0101_0101_0101_0101 }

    /// The bytes of a word that are a byte, as eight bits.
    @inline(__always)
    private static func bits(_ word: UInt64, equal byte: UInt8) -> UInt64 {
      let low = Self.ones &* 0x7f
      let rest = word ^ (Self.ones &* UInt64(byte))
      let equal = ~(((rest & low) &+ low) | rest | low)
      return ((equal >> 7) &* 0x0102_0408_1020_4080) >> 56
    }
  }
#endif
