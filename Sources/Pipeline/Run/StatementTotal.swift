internal import Domain

extension FileCase.Total {
  /// What a bank statement states and its entries do not add up to; nil where it holds.
  ///
  /// The amounts are cut to whole units of the currency, what lies between them is rounded up.
  init?(_ statement: StatementBalance) {
    if let difference = statement.difference, difference.units != 0,
      let closing = statement.closing, let opening = statement.opening,
      let booked = statement.booked, let sum = ExactAmount.sum(opening, booked)
    {
      self.init(
        line: 0, stated: .money(closing.whole), counted: .money(sum.whole),
        difference: difference.magnitude.roundedUp)
    } else if let stated = statement.statedEntries, stated != statement.entries {
      self.init(
        line: 0, stated: .count(Int64(stated)), counted: .count(Int64(statement.entries)),
        difference: 0)
    } else {
      return nil
    }
  }
}
