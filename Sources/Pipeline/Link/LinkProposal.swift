internal import Domain
internal import Matcher

/// Proposes what to compare from the headers of two files and from what stands below them.
struct LinkProposal {
  private let left: LinkFile
  private let right: LinkFile

  init(_ left: LinkFile, _ right: LinkFile) { (self.left, self.right) = (left, right) }

  /// The comparisons: columns that mean the same on both sides, the most telling kinds first.
  func comparisons() -> [LinkDefinition.Stated] {
    var found: [LinkDefinition.Stated] = []
    var used: Set<Int> = []
    for (place, name) in left.names.enumerated() where place != left.keyColumn {
      guard let other = partner(of: name, used) else { continue }
      let looks = (
        ColumnLook(left.columns[place], name), ColumnLook(right.columns[other], right.names[other])
      )
      guard !looks.0.isConstant, !looks.1.isConstant,
        let kind = ColumnLook.kind(looks.0, looks.1)
      else { continue }
      used.insert(other)
      found.append(
        LinkDefinition.Stated(name: name, left: [name], right: [right.names[other]], kind: kind))
    }
    let hasAmount = found.contains { $0.kind == .amount }
    for place in found.indices where found[place].kind == .date && hasAmount {
      if !ColumnWords.isBirth(found[place].name) { found[place].window = 30 }
    }
    let order: [Comparison.Kind] = [.id, .name, .date, .amount, .text, .category]
    let ranked = order.flatMap { kind in found.filter { $0.kind == kind } }
    let kept = Set(ranked.prefix(LinkPlan.mostComparisons).map(\.name))
    return found.filter { kept.contains($0.name) }
  }

  /// The right column of the same name, else of the same meaning.
  private func partner(of name: String, _ used: Set<Int>) -> Int? {
    let free = right.names.indices.filter { !used.contains($0) && $0 != right.keyColumn }
    let folded = ColumnWords.folded(name)
    if let same = free.first(where: { ColumnWords.folded(right.names[$0]) == folded }) {
      return same
    }
    guard let meaning = ColumnWords.meaning(name) else { return nil }
    return free.first { ColumnWords.meaning(right.names[$0]) == meaning }
  }
}

/// What headers mean, as far as their words tell.
enum ColumnWords {
  private static let meanings: [[String]] = [
    ["nama", "name", "fullname", "namalengkap", "namapeserta"],
    ["nik", "noktp", "ktp", "nonik"],
    ["kpj", "nokpj", "nopeserta", "nokartu"],
    ["tgllahir", "tanggallahir", "dob", "dateofbirth", "birthdate", "born", "birthday"],
    ["jeniskelamin", "sex", "gender", "jk", "kelamin"],
    ["kelurahan", "desa", "village"],
    ["amount", "jumlah", "nominal", "nilai", "total", "value"],
    ["date", "tanggal", "tgl", "transactiondate", "bookedon", "valueon", "invoicedate"],
    ["memo", "keterangan", "description", "remittance", "narration", "details", "uraian"],
    ["counterparty", "vendor", "customer", "payee", "payer", "supplier"],
  ]

  /// A header without case and without anything but letters and digits.
  static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// What a header means, as a number that is equal for headers of one meaning.
  static func meaning(_ name: String) -> Int? {
    meanings.firstIndex { $0.contains(folded(name)) }
  }

  /// Whether a header speaks of people's names.
  static func isName(_ name: String) -> Bool {
    let folded = folded(name)
    return ["name", "nama"].contains { folded.hasSuffix($0) || folded.hasPrefix($0) }
      && !["file", "user", "company"].contains { folded.contains($0) }
  }

  /// Whether a header speaks of money.
  static func isAmount(_ name: String) -> Bool {
    meaning(name) == 6
      || ["amount", "jumlah", "price", "harga"].contains { folded(name).contains($0) }
  }

  /// Whether a header speaks of a birth.
  static func isBirth(_ name: String) -> Bool {
    meaning(name) == 3 || ["birth", "lahir"].contains { folded(name).contains($0) }
  }
}

/// What a column's values look like.
struct ColumnLook {
  private let name: String
  private var filled = 0
  private var dates = 0
  private var codes = 0
  private var numbers = 0
  private var distinct: Set<String> = []

  /// How many rows are looked at.
  private static let looked = 2000

  init(_ column: TextColumn, _ name: String) {
    self.name = name
    for i in 0..<min(column.count, Self.looked) {
      let text = column.string(i * column.count / min(column.count, Self.looked))
      if !text.isEmpty { look(text) }
    }
  }

  private mutating func look(_ text: String) {
    filled += 1
    distinct.insert(text)
    let bytes = ContiguousArray(text.utf8)
    let digits = bytes.count(where: Bytes.isDigit)
    let letters = bytes.count(where: Bytes.isLetter)
    let isDate =
      CalendarDate(plain: bytes.span) != nil
      || digits > 3 && CalendarDate.readings(bytes.span).dayFirst != nil
      || digits > 3 && CalendarDate.readings(bytes.span).monthFirst != nil
    if isDate { dates += 1 }
    if letters == 0, digits > 0 { numbers += 1 }
    if digits > 0, digits * 2 >= bytes.count, !bytes.contains(0x20) { codes += 1 }
  }

  /// Whether all values are the same.
  var isConstant: Bool { distinct.count < 2 }

  private var isCategory: Bool { distinct.count <= 40 && distinct.count * 10 <= filled }

  /// How two columns are compared that mean the same; nil where nothing fits.
  static func kind(_ a: ColumnLook, _ b: ColumnLook) -> Comparison.Kind? {
    let share = { (count: KeyPath<ColumnLook, Int>) in
      min(
        Double(a[keyPath: count]) / Double(max(1, a.filled)),
        Double(b[keyPath: count]) / Double(max(1, b.filled)))
    }
    if share(\.dates) > 0.7 { return .date }
    if ColumnWords.isAmount(a.name), share(\.numbers) > 0.5 { return .amount }
    if ColumnWords.isName(a.name), share(\.numbers) < 0.2 { return .name }
    if a.isCategory, b.isCategory { return .category }
    return share(\.codes) > 0.6 ? .id : .text
  }
}
