internal import Domain

/// Reads statements out of what stands in their elements, one child after the other.
struct CamtStatement {
  /// One entry's cells, in the order of the columns of a bank account.
  struct Entry {
    let line: Int
    let byte: Int
    let cells: [String]
    /// Whether its amount, where it has one, is a decimal as the standard has it.
    let hasReadableAmount: Bool

    /// What is said of an entry whose amount is none.
    var fault: RowFault {
      let column = InputKind.bank.columns.firstIndex(of: .amount) ?? 0
      return RowFault(
        .unreadableValue, line: UInt32(clamping: line), column: UInt32(column + 1), byte: byte)
    }
  }

  /// What the statements say of themselves so far.
  private(set) var balances: [StatementBalance] = []
  private var account = ""
  private var accountCurrency = ""
  private var hasOpening = false

  /// Takes a child of a statement; an entry comes back as a row.
  mutating func take(_ part: CamtPart) -> Entry? {
    while balances.count < part.statement { begin() }
    guard let place = balances.indices.last else { return nil }
    switch part.name {
    case "Id": balances[place].statement = part.text()
    case "Acct":
      account = part.first(["Id", "IBAN"], ["Id", "Othr", "Id"])
      accountCurrency = part.text("Ccy")
    case "Bal": takeBalance(part, place)
    case "TxsSummry":
      balances[place].statedEntries = Int(part.text("TtlNtries", "NbOfNtries"))
    case "Ntry":
      add(part, place)
      return entry(part, statement: balances[place].statement)
    default: break
    }
    return nil
  }

  private mutating func begin() {
    balances.append(StatementBalance(statement: ""))
    (account, accountCurrency, hasOpening) = ("", "", false)
  }

  private mutating func takeBalance(_ part: CamtPart, _ place: Int) {
    let amount = part.signedAmount
    switch part.text("Tp", "CdOrPrtry", "Cd") {
    case "OPBD":
      (balances[place].opening, hasOpening) = (amount, true)
    case "PRCD" where !hasOpening: balances[place].opening = amount
    case "CLBD": balances[place].closing = amount
    default: return
    }
    balances[place].currency = part.text("Amt", "Ccy")
  }

  private mutating func add(_ part: CamtPart, _ place: Int) {
    balances[place].entries += 1
    let status = part.first(["Sts", "Cd"], ["Sts"])
    guard status.isEmpty || status == "BOOK" else { return }
    guard let booked = balances[place].booked, let amount = part.signedAmount else {
      balances[place].booked = nil
      return
    }
    balances[place].booked = ExactAmount.sum(booked, amount)
  }

  private func entry(_ part: CamtPart, statement: String) -> Entry {
    let direction = part.text("CdtDbtInd")
    let detail = part.onlyDetail
    let other = direction == "CRDT" ? "Dbtr" : "Cdtr"
    let currency = part.text("Amt", "Ccy")
    let counterparty =
      detail?.first(
        ["RltdPties", other, "Nm"], ["RltdPties", other, "Pty", "Nm"],
        ["RltdPties", "Ultmt\(other)", "Nm"], ["RltdPties", "Ultmt\(other)", "Pty", "Nm"]) ?? ""
    let cells = [
      statement, account, part.text("Amt"), currency.isEmpty ? accountCurrency : currency,
      direction, part.day("BookgDt"), part.day("ValDt"), reference(part, detail), counterparty,
      remittance(part, detail),
    ]
    return Entry(
      line: part.line, byte: part.byte, cells: cells, hasReadableAmount: part.hasReadableAmount)
  }

  private func reference(_ part: CamtPart, _ detail: CamtPart?) -> String {
    let own = part.first(["NtryRef"], ["AcctSvcrRef"])
    guard own.isEmpty, let detail else { return own }
    let refs = detail.first(["Refs", "AcctSvcrRef"], ["Refs", "EndToEndId"], ["Refs", "TxId"])
    return refs == "NOTPROVIDED" ? "" : refs
  }

  private func remittance(_ part: CamtPart, _ detail: CamtPart?) -> String {
    let lines = detail?.all("RmtInf", "Ustrd") ?? []
    if !lines.isEmpty { return lines.joined(separator: " ") }
    let stated = detail?.text("RmtInf", "Strd", "CdtrRefInf", "Ref") ?? ""
    return stated.isEmpty ? part.text("AddtlNtryInf") : stated
  }
}

/// An element of a statement and what stands in it.
struct CamtPart {
  /// The line of its start tag.
  let line: Int
  /// The first byte of its start tag.
  let byte: Int
  /// The number of the statement it stands in, from 1.
  let statement: Int

  private let nodes: ArraySlice<XMLItems.Node>
  private let names: [String]
  private let bytes: ContiguousArray<UInt8>
  private let root: Int

  /// An item of a document.
  init(_ item: XMLItems.Item, of items: XMLItems) {
    self.init(
      line: item.line, byte: item.byte, statement: item.parent,
      nodes: Array(items.nodes[item.nodes])[...],
      names: items.names, bytes: items.bytes, root: 0)
  }

  private init(
    line: Int, byte: Int, statement: Int, nodes: ArraySlice<XMLItems.Node>, names: [String],
    bytes: ContiguousArray<UInt8>, root: Int
  ) {
    (self.line, self.byte, self.statement) = (line, byte, statement)
    (self.nodes, self.names, self.bytes, self.root) = (nodes, names, bytes, root)
  }

  /// The element's name.
  var name: String { names[nodes[root].name] }

  /// The text at the end of a path of first children; empty where there is none.
  func text(_ path: String...) -> String { text(at: path) }

  /// The first text among several paths that is not empty.
  func first(_ paths: [String]...) -> String {
    paths.lazy.map { text(at: $0) }.first { !$0.isEmpty } ?? ""
  }

  /// All texts of one name in the first child of another.
  func all(_ parent: String, _ name: String) -> [String] {
    guard let place = child(of: root, parent) else { return [] }
    return nodes.indices.filter { nodes[$0].parent == place && names[nodes[$0].name] == name }
      .map(text(of:)).filter { !$0.isEmpty }
  }

  /// The one transaction of an entry; nil where a batch has several.
  var onlyDetail: CamtPart? {
    let details = nodes.indices.filter {
      let parent = nodes[$0].parent
      return names[nodes[$0].name] == "TxDtls" && parent >= 0
        && names[nodes[parent].name] == "NtryDtls"
    }
    guard details.count == 1, let place = details.first else { return nil }
    return CamtPart(
      line: line, byte: byte, statement: statement, nodes: nodes, names: names, bytes: bytes,
      root: place)
  }

  /// A date, or the day of a time.
  func day(_ name: String) -> String { String(first([name, "Dt"], [name, "DtTm"]).prefix(10)) }

  /// The amount, negative where the account pays; nil where it cannot be read.
  var signedAmount: ExactAmount? {
    guard let amount = ExactAmount(decimal: Array(text("Amt").utf8).span) else { return nil }
    return text("CdtDbtInd") == "DBIT" ? ExactAmount(units: -amount.units) : amount
  }

  /// Whether the amount is one of the standard, or there is none: digits, a point and at most five
  /// decimals, no sign but a plus.
  var hasReadableAmount: Bool {
    guard child(of: root, "Amt") != nil else { return true }
    var text = Substring(text("Amt"))
    if text.first == "+" { text.removeFirst() }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? Array(parts[1].utf8) : []
    return parts.count < 3 && parts.contains { !$0.isEmpty }
      && parts.allSatisfy { $0.utf8.allSatisfy(Bytes.isDigit) }
      && decimals.dropFirst(5).allSatisfy { $0 == 0x30 }
  }

  private func text(at path: [String]) -> String {
    guard nodes.count > 1 || path.isEmpty else { return "" }
    var place: Int? = root
    for name in path { place = place.flatMap { child(of: $0, name) } }
    return place.map(text(of:)) ?? ""
  }

  private func child(of parent: Int, _ name: String) -> Int? {
    nodes.indices.first { nodes[$0].parent == parent && names[nodes[$0].name] == name }
  }

  /// A node's text without white space around it.
  private func text(of place: Int) -> String {
    let text = nodes[place].text
    let inner = Bytes.trimmed(bytes.span.extracting(text))
    let range = text.lowerBound + inner.lowerBound..<text.lowerBound + inner.upperBound
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
