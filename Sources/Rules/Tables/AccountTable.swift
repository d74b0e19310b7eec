public import Domain

/// The budget accounts from which premiums may be paid.
public struct AccountTable: Sendable {
  /// An account, with all accounts below it.
  public struct Account: Sendable {
    /// The code with dots.
    public let code: String
    /// The row that findings name.
    public let law: LawRef

    /// An account.
    public init(code: String, law: LawRef) { (self.code, self.law) = (code, law) }
  }

  /// The accounts.
  public let accounts: [Account]

  /// A table.
  public init(accounts: [Account] = []) { self.accounts = accounts }

  /// Whether every account that a text names is one of the table's or stands above one.
  ///
  /// A text that names no account of a budget, such as a bank's, says nothing.
  public func allows(_ text: String) -> Bool {
    accounts.isEmpty || named(in: text).allSatisfy(isAllowed)
  }

  /// The digits of the accounts in a text: of expenditure, so they begin with a five.
  private func named(in text: String) -> [String] {
    text.split { !$0.isNumber && $0 != "." }.compactMap { word in
      let digits = word.filter(\.isNumber)
      let hasLevels = word.filter { $0 == "." }.count >= 2
      return digits.first == "5" && (hasLevels || digits.count == 12) ? String(digits) : nil
    }
  }

  private func isAllowed(_ digits: String) -> Bool {
    accounts.contains { account in
      let code = account.code.filter(\.isNumber)
      return digits.hasPrefix(code) || code.hasPrefix(digits)
    }
  }
}

/// The accounts of a run by its own numbers.
public struct AccountIndex: Sendable {
  private let isWrong: ContiguousArray<Bool>
  /// The row that findings name.
  let law: LawRef

  /// An index that knows nothing.
  public init() { (isWrong, law) = ([], .none) }

  /// Prepares the table for a run.
  public init(law: LawBook, accounts: SymbolTable) {
    isWrong = ContiguousArray(
      (0..<accounts.count).map { !law.accounts.allows(accounts.string(SymbolTable.Symbol($0))) })
    self.law = law.accounts.accounts.first?.law ?? .none
  }

  /// Whether a text names an account that premiums are not paid from.
  func isWrong(_ account: SymbolTable.Symbol) -> Bool {
    Int(account) < isWrong.count && isWrong[Int(account)]
  }
}
