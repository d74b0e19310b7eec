internal import Domain
internal import Matcher

/// What a column's values look like.
struct ColumnLook {
  private let name: String
  /// How many of the rows that are looked at have a value.
  private(set) var filled = 0
  /// The words of each row that has a value.
  private(set) var rows: [Set<String>] = []
  /// In how many of the rows a word stands.
  private(set) var words: [String: Int] = [:]
  private var letters = 0
  private var decimals = 0
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
    letters += text.utf8.count
    let found = Set(Self.words(text))
    rows.append(found)
    for word in found { words[word, default: 0] += 1 }
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
    if let last = bytes.lastIndex(where: { $0 == 0x2e || $0 == 0x2c }), last + 3 == bytes.count {
      decimals += 1
    }
    if digits > 0, digits * 2 >= bytes.count, !bytes.contains(0x20) { codes += 1 }
  }

  /// Words of three letters or five digits or more, in lower case; they end where digits begin.
  private static func words(_ text: String) -> [String] {
    var (words, word): ([String], String) = ([], "")
    for letter in text.lowercased() {
      let isPart = letter.isLetter || letter.isNumber
      if !isPart || word.last.map({ $0.isNumber != letter.isNumber }) == true {
        words.append(word)
        word = ""
      }
      if isPart { word.append(letter) }
    }
    return (words + [word]).filter { $0.count > ($0.first?.isNumber == true ? 4 : 2) }
  }

  /// How long a value is on average.
  var length: Double { Double(letters) / Double(max(1, filled)) }

  /// How many words a value has on average.
  var wordCount: Double {
    Double(rows.reduce(0) { $0 + $1.count }) / Double(max(1, rows.count))
  }

  /// Whether the values are dates.
  var isDate: Bool { share(dates) > 0.7 }

  /// Whether the values are sums of money, by their decimals or by the header.
  var isMoney: Bool {
    share(numbers) > 0.8 && !isDate && (share(decimals) > 0.8 || ColumnWords.isAmount(name))
  }

  private func share(_ count: Int) -> Double { Double(count) / Double(max(1, filled)) }

  /// Whether all values are the same.
  var isConstant: Bool { filled > 1 && distinct.count < 2 }

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
    if a.isMoney, b.isMoney, share(\.decimals) > 0.8 { return .amount }
    if ColumnWords.isName(a.name), share(\.numbers) < 0.2 { return .name }
    if a.isCategory, b.isCategory { return .category }
    return share(\.codes) > 0.6 ? .id : .text
  }
}
