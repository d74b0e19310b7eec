internal import Writer

extension Teller {
  /// An SP2D: what register, list and BPJamsostek say of it, then its findings.
  func sp2d(_ number: String, _ findings: [FindingLine]) throws -> [String]? {
    let rows = (try? run.rows(of: "sp2d.csv", mentioning: [number])) ?? []
    guard let row = rows.first(where: { $0["sp2d"] == number }) else { return nil }
    let own = findings.filter { $0.concerns(number) }
    return [words.heading(.sp2d, number)] + facts(sp2dFacts(row)) + all(own)
  }

  /// For an SP2D with one side alone: what the nearest of the other side says, by month and rupiah.
  private func runnerUp(_ row: [String: String]) -> String? {
    let sides = ["register-only": "list", "list-only": "register"]
    guard let side = row["status"].flatMap({ sides[$0] }),
      let amount = row.number("\(side == "list" ? "register" : "list")_amount")
    else { return nil }
    let rank = { (other: [String: String]) -> (Int, UInt64) in
      let isOther = row.text("month") != nil && row["month"] != other["month"]
      let distance = (other.number("\(side)_amount") ?? 0).subtractingReportingOverflow(amount)
      return (isOther ? 1 : 0, distance.partialValue.magnitude)
    }
    // The rows are in order of number: the first of equal ones is always the same.
    return ((try? run.rows(of: "sp2d.csv", mentioning: ["\(side)-only"])) ?? [])
      .filter { $0["status"] == "\(side)-only" }.min { rank($0) < rank($1) }.map(line)
  }

  private func sp2dFacts(_ row: [String: String]) -> [Told] {
    let (register, list) = (row.number("register_amount"), row.number("list_amount"))
    return [
      Told(.month, row.text("month")), Told(.fund, row.text("fund")),
      Told(.status, row.text("status").map(words.spoken)),
      Told(.fiscalYear, row.text("fiscal_year")), Told(.issuedOn, row.text("issued_on")),
      Told(.cashedOn, row.text("cashed_on")), Told(.paidOn, row.text("last_paid_on")),
      Told(.register, registered(row) ?? words.missing),
      Told(.list, listed(row) ?? words.missing), Told(.listPlace, places(row)),
      Told(.difference, register.flatMap { a in list.map { difference(a &- $0, row) } }),
      Told(.billingCodes, row.text("billing_codes")?.replacing(";", with: ", ")),
      Told(.received, received(row) ?? words.notGiven),
      Told(.bank, withdrawn(row) ?? words.noBank), Told(.runnerUp, runnerUp(row)),
    ]
  }

  /// What left the city's account: how much and when, by which entries, where the first stands.
  private func withdrawn(_ row: [String: String]) -> String? {
    guard let amount = row.number("bank_amount") else { return nil }
    let stopped = row.text("bank_search") == nil ? "" : words.searchStopped
    guard let entries = row.text("bank_entries") else { return words.rupiah(amount) + stopped }
    let how = words.bankEntries(
      entries.replacing(";", with: ", "), bookedOn: row.text("bank_booked_on"),
      byNumber: row.text("bank_match") == "number")
    return words.rupiah(amount) + how + (place(row, "bank").map { " (\($0))" } ?? "") + stopped
  }

  /// How the register differs from the list, in rupiah and in people.
  private func difference(_ amount: Int64, _ row: [String: String]) -> String {
    guard let stated = row.number("register_people"), let listed = row.number("list_people"),
      stated != listed
    else { return words.difference(amount) }
    let heads = "\(words.people(stated)) ≠ \(words.people(listed))"
    return amount == 0 ? heads : "\(words.difference(amount)); \(heads)"
  }

  private func registered(_ row: [String: String]) -> String? {
    guard let amount = row.number("register_amount") else { return nil }
    let people = row.number("register_people").map { ", \(words.people($0))" } ?? ""
    return words.rupiah(amount) + people + (place(row, "register").map { " (\($0))" } ?? "")
  }

  private func listed(_ row: [String: String]) -> String? {
    guard let amount = row.number("list_amount"), let rows = row.number("list_rows") else {
      return nil
    }
    let people = row.number("list_people").map { ", \(words.people($0))" } ?? ""
    let months = row.text("list_from").map { from in
      ", " + words.months(from: from, until: row.text("list_until") ?? from)
    }
    return "\(words.rupiah(amount)), \(words.rows(rows))\(people)\(months ?? "")"
  }

  /// Where the first and the last row of the list stand.
  private func places(_ row: [String: String]) -> String? {
    guard let first = place(row, "list"), let last = place(row, "list_end") else { return nil }
    return first == last ? first : "\(first) \(words.until) \(last)"
  }

  private func received(_ row: [String: String]) -> String? {
    let stopped = row.text("received_search") == nil ? "" : words.searchStopped
    return row.number("received_amount").map {
      words.rupiah($0) + (place(row, "received").map { " (\($0))" } ?? "") + stopped
    }
  }

  private func place(_ row: [String: String], _ side: String) -> String? {
    row.text("\(side)_file").map { words.place($0, line: row.text("\(side)_line")) }
  }

  /// An SP2D in one line, for a month's list.
  func line(ofSP2D row: [String: String]) -> String {
    let sides: [(ExplainWording.Label, String?)] = [
      (.register, row.number("register_amount").map(words.rupiah)),
      (.list, listed(row)), (.received, row.number("received_amount").map(words.rupiah)),
      (.bank, row.number("bank_amount").map(words.rupiah)),
      (.open, row.text("findings")?.replacing(";", with: ", ")),
    ]
    let told = sides.compactMap { label, text in text.map { words.side(label, $0) } }
    return "\(row["sp2d"] ?? ""): \(told.joined(separator: "; "))"
  }
}
