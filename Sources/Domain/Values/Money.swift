/// An amount of money in whole rupiah.
public struct Money: Hashable, Comparable, Sendable {
  /// The amount in whole rupiah; negative for a reversal.
  public let rupiah: Int64

  /// Wraps whole rupiah.
  @inlinable public init(_ rupiah: Int64) { self.rupiah = rupiah }

  /// No money.
  public static let zero = Money(0)

  @inlinable public static func < (a: Self, b: Self) -> Bool { a.rupiah < b.rupiah }
}

/// A sum that remembers whether it ever overflowed, so that no input can trap the process.
public struct MoneySum: Hashable, Sendable {
  /// The sum in whole rupiah; meaningless once `overflowed`.
  public private(set) var rupiah: Int64 = 0
  /// Whether a term did not fit.
  public private(set) var overflowed = false

  /// An empty sum.
  @inlinable public init() {}

  /// Adds whole rupiah.
  public mutating func add(_ amount: Int64) {
    let (sum, overflow) = rupiah.addingReportingOverflow(amount)
    rupiah = sum
    overflowed = overflowed || overflow
  }

  /// Adds another sum.
  public mutating func add(_ other: MoneySum) {
    add(other.rupiah)
    overflowed = overflowed || other.overflowed
  }
}
