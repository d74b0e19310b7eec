/// Bounds of what a cell may hold; reaching one is a reject with its reason.
enum Limits {
  /// Ten trillion rupiah: no single row of any city is above it.
  static let amount: UInt64 = 10_000_000_000_000
  /// What one premium row may pay, so that it fits in four bytes.
  static let premium = UInt64(Int32.max)
  /// The longest shape that is shown.
  static let shape = 40
}
