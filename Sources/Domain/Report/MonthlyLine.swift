/// A line of `monthly.csv`: one figure of a month, basis, fund, programme and measure.
///
/// Premium figures have a fund and no programme (`.none`); claim figures a programme and no fund
/// (`""`). No line is both a total and a part of one.
public struct MonthlyLine: Hashable, Comparable, Sendable {
  /// Which date puts a figure into its month.
  public enum Basis: UInt8, CaseIterable, Sendable {
    case coverage, cash, event, filed, paid

    /// The word in outputs.
    public var name: StaticString {
      switch self {
      case .coverage: "coverage"
      case .cash: "cash"
      case .event: "event"
      case .filed: "filed"
      case .paid: "paid"
      }
    }
  }

  /// What is counted.
  public enum Measure: UInt8, CaseIterable, Sendable {
    case participants, premiumRows, premiumAmount, premiumExpected, claimRows, claimCases
    case claimPersons, benefitAmount, findingsOpen, amountAtRisk

    /// The word in outputs.
    public var name: StaticString {
      switch self {
      case .participants: "participants"
      case .premiumRows: "premium_rows"
      case .premiumAmount: "premium_amount"
      case .premiumExpected: "premium_expected"
      case .claimRows: "claim_rows"
      case .claimCases: "claim_cases"
      case .claimPersons: "claim_persons"
      case .benefitAmount: "benefit_amount"
      case .findingsOpen: "findings_open"
      case .amountAtRisk: "amount_at_risk"
      }
    }
  }

  /// The month; nil where the figure belongs to none.
  public var month: CoverageMonth?
  /// Which date decides the month.
  public var basis: Basis
  /// Who paid; empty where it does not matter.
  public var fund: String
  /// The programme; none where it does not matter.
  public var programme: Programme
  /// What is counted.
  public var measure: Measure
  /// The count, or the whole rupiah.
  public var value: Int64

  /// A figure.
  public init(
    _ month: CoverageMonth?, _ basis: Basis, fund: String = "", programme: Programme = .none,
    _ measure: Measure, _ value: Int64
  ) {
    (self.month, self.basis, self.fund) = (month, basis, fund)
    (self.programme, self.measure, self.value) = (programme, measure, value)
  }

  /// The order of `monthly.csv`: month, basis, fund, programme, measure.
  public static func < (a: Self, b: Self) -> Bool {
    if a.month != b.month { return a.monthRank < b.monthRank }
    if a.basis != b.basis { return a.basis.rawValue < b.basis.rawValue }
    if a.fund != b.fund { return a.fund.utf8.lexicographicallyPrecedes(b.fund.utf8) }
    if a.programme != b.programme { return a.programme.rawValue < b.programme.rawValue }
    return a.measure.rawValue < b.measure.rawValue
  }

  private var monthRank: Int { month.map { Int($0.index) } ?? -1 }
}

extension [MonthlyLine] {
  /// The lines of a measure on a basis, of one month where one is given.
  public func lines(
    _ basis: MonthlyLine.Basis, _ measure: MonthlyLine.Measure, month: CoverageMonth? = nil
  ) -> [MonthlyLine] {
    filter {
      $0.basis == basis && $0.measure == measure && (month == nil || $0.month == month)
    }
  }

  /// The sum of a measure on a basis, of one month where one is given.
  public func sum(
    _ basis: MonthlyLine.Basis, _ measure: MonthlyLine.Measure, month: CoverageMonth? = nil
  ) -> Int64 {
    lines(basis, measure, month: month).reduce(0) { $0 + $1.value }
  }
}
