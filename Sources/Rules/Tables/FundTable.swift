public import Domain

/// Who pays premiums, and which wadah of BPJamsostek belongs to whom.
public struct FundTable: Sendable {
  /// A payer.
  public struct Fund: Sendable {
    /// The name in reports.
    public let name: String
    /// Other spellings of the same payer.
    public let spellings: [String]

    /// A payer.
    public init(name: String, spellings: [String] = []) {
      (self.name, self.spellings) = (name, spellings)
    }
  }

  /// A group that BPJamsostek bills, by its membership-type code.
  public struct Wadah: Sendable {
    /// The code, as `SG`.
    public let code: String
    /// The names of the funds that may pay for it.
    public let funds: [String]
    /// The row that findings name.
    public let law: LawRef

    /// A group.
    public init(code: String, funds: [String], law: LawRef) {
      (self.code, self.funds, self.law) = (code, funds, law)
    }
  }

  /// The payers.
  public let funds: [Fund]
  /// The groups.
  public let wadahs: [Wadah]
  private let places: [String: Int]

  /// A table.
  public init(funds: [Fund] = [], wadahs: [Wadah] = []) {
    (self.funds, self.wadahs) = (funds, wadahs)
    places = foldedPlaces(of: funds.map { [$0.name] + $0.spellings })
  }

  /// The payer that a text is a spelling of.
  func payer(named text: String) -> Int? { places[foldedKey(text)] }

  /// The kind of a text: the payer whose name or spelling it begins with, the longest of them.
  func kind(of text: String) -> Int? {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    for count in stride(from: words.count, to: 0, by: -1) {
      if let place = places[foldedKey(words[..<count].joined())] { return place }
    }
    return nil
  }

  /// Whether a wadah names a fund at all; of others nothing can be said.
  func isJudged(_ fund: Int) -> Bool {
    wadahs.contains { $0.funds.contains(funds[fund].name) }
  }
}

/// The funds and wadahs of a run by its own numbers.
public struct FundIndex: Sendable {
  private let kinds: ContiguousArray<Int16>
  private let payers: ContiguousArray<Int16>
  private let wadahs: ContiguousArray<(law: LawRef, mask: UInt64)?>
  private let judged: UInt64
  private let registerFunds: ContiguousArray<UInt8>

  /// An index that knows nothing.
  public init() {
    self.init(
      law: LawBook(), funds: SymbolTable(), wadahs: SymbolTable(), registerFunds: [])
  }

  /// Prepares the table for a run; `registerFunds` has the register's fund of each SP2D number.
  public init(
    law: LawBook, funds: SymbolTable, wadahs: SymbolTable, registerFunds: ContiguousArray<UInt8>
  ) {
    let table = law.funds
    let texts = (0..<funds.count).map { funds.string(SymbolTable.Symbol($0)) }
    kinds = ContiguousArray(texts.map { Int16(table.kind(of: $0) ?? -1) })
    payers = FundIndex.payers(of: texts, table)
    var judged: UInt64 = 0
    for place in table.funds.indices.prefix(64) where table.isJudged(place) {
      judged |= 1 << UInt64(place)
    }
    self.judged = judged
    self.wadahs = ContiguousArray(
      (0..<wadahs.count).map { symbol in
        let code = wadahs.string(SymbolTable.Symbol(symbol))
        guard let wadah = table.wadahs.first(where: { $0.code == code }) else { return nil }
        var mask: UInt64 = 0
        for (place, fund) in table.funds.enumerated().prefix(64)
        where wadah.funds.contains(fund.name) {
          mask |= 1 << UInt64(place)
        }
        return (wadah.law, mask)
      })
    self.registerFunds = registerFunds
  }

  /// A number for each payer: spellings of one have the same.
  static func payers(of texts: [String], _ table: FundTable) -> ContiguousArray<Int16> {
    var further: [String: Int] = [:]
    return ContiguousArray(
      texts.map { text in
        if text.isEmpty { return 0 }
        if let place = table.payer(named: text) { return Int16(place + 1) }
        let next = table.funds.count + further.count + 1
        let place = further[foldedKey(text), default: next]
        further[foldedKey(text)] = place
        return Int16(clamping: place)
      })
  }

  /// The law row that a fund breaks under a wadah; nil where it fits or nothing can be said.
  func breach(fund: UInt8, wadah: SymbolTable.Symbol) -> LawRef? {
    guard Int(wadah) < wadahs.count, let group = wadahs[Int(wadah)], Int(fund) < kinds.count,
      case let kind = kinds[Int(fund)], kind >= 0, judged & 1 << UInt64(kind) != 0
    else { return nil }
    return group.mask & 1 << UInt64(kind) == 0 ? group.law : nil
  }

  /// The register's fund of an SP2D where it is another payer than a row's; else zero.
  func otherFund(of sp2d: SymbolTable.Symbol, than fund: UInt8) -> UInt8 {
    guard Int(sp2d) < registerFunds.count, case let other = registerFunds[Int(sp2d)], other != 0,
      other != fund, fund != 0, Int(max(fund, other)) < payers.count
    else { return 0 }
    return payers[Int(fund)] == payers[Int(other)] ? 0 : other
  }
}
