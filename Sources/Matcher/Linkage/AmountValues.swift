internal import Domain
internal import Glibc

/// Amounts of money in any notation, kept in hundredths.
struct AmountValues: ComparedValues {
  private var vocabulary = Vocabulary()
  private var values: ContiguousArray<Int64> = []
  private let tolerance: Double
  /// What is usually between a left and a right amount, in hundredths.
  private var fees: Set<Int> = []

  /// Amounts that may differ by a share.
  init(tolerance: Double?) { self.tolerance = max(tolerance ?? 0.01, 0.000_1) }

  var count: Int { values.count }

  mutating func add(_ text: Span<UInt8>, _ form: ColumnForm) -> UInt32 {
    guard let read = Self.hundredths(text) else { return Vocabulary.absent }
    let value = form.isMirrored ? -read : read
    let (id, isNew) = vocabulary.place(of: ContiguousArray("\(value)".utf8).span)
    if isNew { values.append(value) }
    return id
  }

  /// Reads digits with marks: the last mark with one or two digits behind it starts a fraction.
  static func hundredths(_ text: Span<UInt8>) -> Int64? {
    var (whole, digits, isNegative) = (Int64(0), 0, false)
    var (mark, behind, marks) = (UInt8(0), 0, 0)
    for i in 0..<text.count {
      switch text[i] {
      case 0x30...0x39:
        guard digits < 16 else { return nil }
        whole = whole * 10 + Int64(text[i] - 0x30)
        (digits, behind) = (digits + 1, behind + 1)
      case 0x2c, 0x2e:
        guard digits > 0 || text[i] == 0x2e else { continue }
        if digits > 0 { (mark, behind, marks) = (text[i], 0, marks + 1) }
      case 0x2d, 0x28: isNegative = true
      default: continue
      }
    }
    guard digits > 0 else { return nil }
    let isFraction = mark != 0 && (behind == 1 || behind == 2)
    let value = isFraction ? behind == 1 ? whole * 10 : whole : whole * 100
    return isNegative ? -value : value
  }

  mutating func level(of levels: [ComparisonLevel], _ a: UInt32, _ b: UInt32) -> Int {
    if a == b { return 0 }
    let (left, right) = (values[Int(a)], values[Int(b)])
    for place in levels.indices.dropLast() {
      let holds =
        switch levels[place].test {
        case .opposite: left == -right
        case .fee: fees.contains(Int(right - left))
        case .share(let most):
          Double(abs(left - right)) <= most * Double(max(abs(left), abs(right)))
        case .damerau(let limit, let length): isNear(a, b, limit, from: length)
        default: false
        }
      if holds { return place }
    }
    return levels.count - 1
  }

  func difference(_ a: UInt32, _ b: UInt32) -> Int? { Int(values[Int(b)] - values[Int(a)]) }

  mutating func takeFees(_ fees: Set<Int>) { self.fees = fees }

  private func isNear(_ a: UInt32, _ b: UInt32, _ limit: Int, from length: Int) -> Bool {
    vocabulary.texts.with(Int(a)) { x in
      vocabulary.texts.with(Int(b)) { y in
        min(x.count, y.count) >= length + 2 && Damerau.isNear(x, y, limit: limit)
      }
    }
  }

  func addKeys(_ part: BlockPart.Part, _ id: UInt32, isLeft: Bool, to keys: inout BlockKeys) {
    let value = abs(values[Int(id)])
    guard part == .neighbourhood else { return keys.add(UInt64(value)) }
    let place = Int64(log(Double(max(1, value))) / log(1 + tolerance))
    for near in isLeft ? place...place : place - 1...place + 1 {
      keys.add(UInt64(bitPattern: near))
    }
  }
}

extension LinkPlan {
  /// The plan with amounts turned where one side mostly pays what the other receives.
  func mirrored(_ left: LinkTable, _ right: LinkTable) -> LinkPlan {
    var plan = self
    for (place, comparison) in comparisons.enumerated() where comparison.kind == .amount {
      let negative = [left, right].map { AmountValues.negativeShare($0.columns[place]) }
      if abs(negative[0] - negative[1]) > 0.5 { plan.comparisons[place] = comparison.mirrored() }
    }
    return plan
  }
}

extension AmountValues {
  /// The share of a column's amounts that are negative.
  fileprivate static func negativeShare(_ column: TextColumn) -> Double {
    var (all, negative) = (0, 0)
    for row in 0..<column.count {
      guard let value = column.with(row, { hundredths($0) }), value != 0 else { continue }
      all += 1
      if value < 0 { negative += 1 }
    }
    return Double(negative) / Double(max(1, all))
  }
}

extension TextColumn {
  /// A row's amount without its sign, in hundredths; nil where it is none.
  public func amount(_ row: Int) -> UInt64? {
    with(row) { AmountValues.hundredths($0) }?.magnitude
  }
}
