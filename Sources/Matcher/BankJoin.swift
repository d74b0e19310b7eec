public import Domain

/// Brings together what SP2Ds paid and what left the city's account: by the SP2D's number in the
/// reference or the remittance text, else by amount and date.
public struct BankJoin {
  /// How many days before the SP2D was cashed or issued and after it an entry may be its own.
  static let window = (before: Int32(3), after: Int32(14))
  /// An account pays many other things: few entries are added up, and none that is short is taken.
  private static let reach = PaymentJoin.Reach(mostAmounts: 10, takesWhatIsLeft: false)

  private let disbursements: [DisbursementCase]
  private let entries: [BankRecord]

  /// The disbursements with the entries of each.
  ///
  /// Entries that came in, or in another currency than rupiah, are none's.
  public static func join(
    _ disbursements: [DisbursementCase], _ records: RunRecords
  ) -> [DisbursementCase] {
    let places = records.bank.indices.filter { records.bank[$0].mayPayInRupiah(records.texts) }
    let join = BankJoin(
      disbursements: disbursements, entries: places.map { records.bank[$0] })
    let index = NumberIndex(records.sp2ds)
    let named = join.entries.map { entry in
      index.numbers(in: records.texts.string(entry.reference)).union(
        index.numbers(in: records.texts.string(entry.remittance)))
    }
    let known = named.reduce(into: Set<SymbolTable.Symbol>()) { $0.formUnion($1) }
    let matches = PaymentJoin.join(
      disbursements.map { $0.paid(known) },
      zip(join.entries, named).map { PaymentJoin.Entry(amount: $0.amount.roundedUp, keys: $1) },
      reach: reach, isNear: join.isNear)
    return zip(disbursements, matches).map { disbursement, match in
      guard let match else { return disbursement }
      var joined = disbursement
      joined.bank = BankMatch(
        paid: match.amount, rows: match.entries.map { UInt32(places[$0]) },
        isNamed: known.contains(disbursement.sp2d), searchStopped: match.searchStopped)
      return joined
    }
  }

  /// Whether an entry that names no SP2D may be one's by its day and amount.
  private func isNear(_ entry: Int, _ place: Int) -> Bool {
    let disbursement = disbursements[place]
    guard let left = disbursement.leftOn else { return false }
    let booked = entries[entry].bookedOn
    return booked.isPresent && booked.day >= left.day - Self.window.before
      && booked.day <= left.day + Self.window.after
  }
}

extension BankRecord {
  /// Whether it may be a payment in rupiah: one that states neither way nor currency may.
  fileprivate func mayPayInRupiah(_ texts: TextArena) -> Bool {
    guard direction != .credit else { return false }
    return !currency.isPresent || texts.string(currency).uppercased() == "IDR"
  }
}

extension DisbursementCase {
  /// The day the money should have left: as the register says, else the list.
  fileprivate var leftOn: CalendarDate? { cashedOn ?? issuedOn ?? list.lastPaidOn }

  /// What it paid, as the account names it.
  fileprivate func paid(_ known: Set<SymbolTable.Symbol>) -> PaymentJoin.Paid {
    PaymentJoin.Paid(
      amount: cityPaid, day: leftOn?.day ?? .max, keys: known.contains(sp2d) ? [sp2d] : [],
      isExpected: isPaidOut)
  }
}

/// The SP2D numbers of a run, to be found in what is written with a payment.
///
/// A number is its words of letters and digits in their order, whatever stands between them. A
/// short one, as `12`, counts only where it is all there is or stands behind `SP2D` or `No.`.
struct NumberIndex {
  /// The fewest letters and digits of a number that is found among any other words.
  private static let shortest = 4
  private static let announcing: Set = ["SP2D", "NO", "NOMOR"]

  private struct Number {
    let words: [String]
    let symbol: SymbolTable.Symbol

    var isShort: Bool { words.reduce(0) { $0 + $1.utf8.count } < NumberIndex.shortest }
  }

  private var numbers: [String: [Number]] = [:]

  init(_ table: SymbolTable) {
    for symbol in 1..<SymbolTable.Symbol(max(table.count, 1)) {
      let words = Self.words(of: table.string(symbol))
      guard let first = words.first else { continue }
      numbers[first, default: []].append(Number(words: words, symbol: symbol))
    }
    for first in numbers.keys { numbers[first]?.sort { $0.words.count > $1.words.count } }
  }

  /// The SP2Ds that a text names; of numbers that begin alike the longest.
  func numbers(in text: String) -> Set<SymbolTable.Symbol> {
    let words = Self.words(of: text)
    var (found, place): (Set<SymbolTable.Symbol>, Int) = ([], 0)
    while place < words.count {
      let rest = words[place...]
      let isAnnounced = place > 0 && Self.announcing.contains(words[place - 1])
      let number = numbers[words[place]]?.first { number in
        rest.starts(with: number.words)
          && (!number.isShort || isAnnounced || number.words.count == words.count)
      }
      // Numbers that differ in their marks alone are all named.
      for other in numbers[words[place]] ?? [] where other.words == number?.words {
        found.insert(other.symbol)
      }
      place += number?.words.count ?? 1
    }
    return found
  }

  private static func words(of text: String) -> [String] {
    text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
