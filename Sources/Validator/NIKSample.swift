internal import Domain

/// The different NIKs of a file, each counted once however many rows repeat it.
///
/// Of very many only those are kept whose hash has some bits clear: a sample that is the same
/// whatever their order, so that a file of millions costs no more than a small one.
struct NIKSample: Sendable {
  /// The most that are kept; up to as many the counts are exact.
  static let most = 4096

  private var kept: Set<UInt64> = []
  private var clear: UInt64 = 0
  private var last: UInt64 = 0

  /// How many are kept.
  var count: Int { kept.count }
  /// How many of those end in 0.
  var zeros: Int { kept.count { NIK(raw: $0).endsInZero } }

  /// Notes a NIK.
  @inline(__always)
  mutating func note(_ nik: NIK) {
    guard nik.raw != last else { return }
    last = nik.raw
    if Self.hash(last) & clear == 0 { keep(last) }
  }

  private mutating func keep(_ nik: UInt64) {
    kept.insert(nik)
    while kept.count > Self.most {
      clear = clear << 1 | 1
      kept = kept.filter { Self.hash($0) & clear == 0 }
    }
  }

  /// Mixes all digits into the low bits, so that the sample does not choose by the last one.
  @inline(__always)
  private static func hash(_ nik: UInt64) -> UInt64 {
    let once = (nik ^ nik >> 29) &* 0x9E37_79B9_7F4A_7C15
    let twice = (once ^ once >> 32) &* 0xBF58_476D_1CE4_E5B9
    return twice ^ twice >> 29
  }
}
