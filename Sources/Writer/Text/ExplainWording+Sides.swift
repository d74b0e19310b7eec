extension ExplainWording {
  /// Whole rupiah, with dots.
  public func rupiah(_ amount: Int64) -> String {
    var text = OutputText()
    text.append(rupiah: amount)
    return text.string
  }

  /// A count, with dots.
  public func count(_ number: Int64) -> String {
    var text = OutputText()
    text.append(grouped: number)
    return text.string
  }

  /// How many people.
  public func people(_ number: Int64) -> String {
    "\(count(number)) \(either("orang", number == 1 ? "person" : "people"))"
  }

  /// How many rows.
  public func rows(_ number: Int64) -> String {
    "\(count(number)) \(either("baris", number == 1 ? "row" : "rows"))"
  }

  /// A span of months.
  public func months(from: String, until: String) -> String {
    from == until
      ? either("bulan \(from)", "month \(from)")
      : either("bulan \(from) sampai \(until)", "months \(from) to \(until)")
  }

  /// What separates the ends of a list's places.
  public var until: String { either("sampai", "to") }

  /// What one side does not have.
  public var missing: String { either("tidak ada", "none") }

  /// A side that no input gives.
  public var notGiven: String {
    either(
      "tidak diperiksa, penerimaan tidak diberikan atau SP2D tidak dibayar",
      "not checked: no receipts are given, or the SP2D is not paid")
  }

  /// Bank statements that no input gives.
  public var noBank: String {
    either(
      "tidak diperiksa, rekening koran tidak diberikan atau SP2D tidak dibayar",
      "not checked: no bank statements are given, or the SP2D is not paid")
  }

  /// The bank entries of an SP2D, by their references, and how they were found.
  public func bankEntries(_ entries: String, bookedOn: String?, byNumber: Bool) -> String {
    let day = bookedOn.map { either(" pada \($0)", " on \($0)") } ?? ""
    return day
      + either(
        ", mutasi \(entries), menurut \(byNumber ? "nomor SP2D" : "nominal dan tanggal")",
        ", entries \(entries), by \(byNumber ? "the SP2D's number" : "amount and date")")
  }

  /// A search for receipts that was stopped at its bound.
  public var searchStopped: String {
    either("; pencarian pasangan dihentikan pada batasnya", "; the search for a match was stopped")
  }

  /// How the register and the list compare, in rupiah: above zero the register has more.
  public func difference(_ amount: Int64) -> String {
    if amount == 0 { return either("tidak ada", "none") }
    let rupiah = rupiah(Int64(clamping: amount.magnitude))
    return amount > 0
      ? either("register lebih besar \(rupiah)", "the register is \(rupiah) above the list")
      : either("daftar lebih besar \(rupiah)", "the list is \(rupiah) above the register")
  }

  /// A register's, list's or receipts' figure in a line of an SP2D.
  public func side(_ label: Label, _ text: String) -> String {
    "\(self.label(label).lowercased()) \(text)"
  }

  /// That a statement is of more months than one.
  public func statementPeriod(from: String, to: String) -> String {
    either(
      "statement.csv menyangkut \(from) sampai \(to) seluruhnya, tidak per bulan",
      "statement.csv is of \(from) to \(to) as a whole, not of a month")
  }

  /// A line of the statement.
  public func statement(
    _ section: String, _ line: String, label: String, count: Int64, amount: Int64
  ) -> String {
    "\(section) \(line) · \(label): \(self.count(count)), \(rupiah(amount))"
  }

  /// A line of the month's figures; `value` is rupiah where the measure is.
  public func figure(
    basis: String, fund: String, programme: String, measure: String, value: Int64
  ) -> String {
    let isRupiah = ["premium_amount", "premium_expected", "benefit_amount", "amount_at_risk"]
      .contains(measure)
    let parts = [basis, fund, programme, measure].filter { !$0.isEmpty }.map(spoken)
    return "\(parts.joined(separator: " · ")): \(isRupiah ? rupiah(value) : count(value))"
  }

  /// A sum of findings and their rupiah at risk.
  public func tally(_ number: Int, _ amount: Int64) -> String {
    either("\(number) temuan", number == 1 ? "1 finding" : "\(number) findings")
      + ", \(rupiah(amount))"
  }
}
