internal import Domain
internal import Matcher

/// Proposes what to compare from the headers of two files and from what stands below them.
struct LinkProposal {
  private let left: LinkFile
  private let right: LinkFile
  private let looks: (left: [ColumnLook], right: [ColumnLook])
  private var found: [LinkDefinition.Stated] = []
  private var used: (left: Set<Int>, right: Set<Int>) = ([], [])

  init(_ left: LinkFile, _ right: LinkFile) {
    (self.left, self.right) = (left, right)
    looks = (Self.looks(left), Self.looks(right))
    if let key = left.keyColumn { used.left.insert(key) }
    if let key = right.keyColumn { used.right.insert(key) }
  }

  private static func looks(_ file: LinkFile) -> [ColumnLook] {
    zip(file.columns, file.names).map { ColumnLook($0, $1) }
  }

  /// The comparisons: columns that mean the same on both sides, the most telling kinds first.
  mutating func comparisons() -> [LinkDefinition.Stated] {
    pairByHeader()
    joinNames()
    pairAmounts()
    pairDates()
    pairByWords()
    let hasAmount = found.contains { $0.kind == .amount }
    for place in found.indices where found[place].kind == .date && hasAmount {
      if !ColumnWords.isBirth(found[place].name) { found[place].window = 30 }
    }
    let order: [Comparison.Kind] = [.id, .name, .date, .amount, .text, .category]
    let ranked = order.flatMap { kind in found.filter { $0.kind == kind } }
    let kept = Set(ranked.prefix(LinkPlan.mostComparisons).map(\.name))
    return found.filter { kept.contains($0.name) }
  }

  private mutating func take(_ here: [Int], _ there: [Int], _ kind: Comparison.Kind) {
    let (own, other) = (here.map { left.names[$0] }, there.map { right.names[$0] })
    found.append(
      LinkDefinition.Stated(
        name: own.joined(separator: "_"), left: own, right: other, kind: kind))
    used.left.formUnion(here)
    used.right.formUnion(there)
  }

  private func free(_ file: LinkFile, _ used: Set<Int>) -> [Int] {
    file.names.indices.filter { !used.contains($0) }
  }

  /// Pairs columns of the same name, then those of the same meaning.
  private mutating func pairByHeader() {
    for (place, name) in left.names.enumerated() where !used.left.contains(place) {
      let folded = ColumnWords.folded(name)
      let same = free(right, used.right).first { ColumnWords.folded(right.names[$0]) == folded }
      if let same { pair(place, same) }
    }
    for (place, name) in left.names.enumerated() where !used.left.contains(place) {
      guard let meaning = ColumnWords.meaning(name) else { continue }
      let other = free(right, used.right).first { ColumnWords.meaning(right.names[$0]) == meaning }
      guard let other else { continue }
      let isText = ColumnLook.kind(looks.left[place], looks.right[other]) == .text
      if isText, sharedWords(place, other) < Self.leastShared { continue }
      pair(place, other)
    }
  }

  private mutating func pair(_ place: Int, _ other: Int) {
    let (a, b) = (looks.left[place], looks.right[other])
    guard !a.isConstant, !b.isConstant, let kind = ColumnLook.kind(a, b) else { return }
    take([place], [other], kind)
  }

  /// Joins given name and surname where the other side has them in one column.
  private mutating func joinNames() {
    let (here, there) = (nameParts(left, used.left), nameParts(right, used.right))
    let whole = (wholeName(left, used.left), wholeName(right, used.right))
    if let place = whole.0, there.count == 2 {
      take([place], there, .name)
    } else if let place = whole.1, here.count == 2 {
      take(here, [place], .name)
    }
  }

  private func nameParts(_ file: LinkFile, _ used: Set<Int>) -> [Int] {
    let places = free(file, used)
    return [ColumnWords.isGivenName, ColumnWords.isSurname].compactMap { isOne in
      places.first { isOne(file.names[$0]) }
    }
  }

  private func wholeName(_ file: LinkFile, _ used: Set<Int>) -> Int? {
    free(file, used).first {
      ColumnWords.isName(file.names[$0]) && !ColumnWords.isGivenName(file.names[$0])
        && !ColumnWords.isSurname(file.names[$0])
    }
  }

  /// Pairs the columns of amounts that have most amounts in common, where none are paired.
  private mutating func pairAmounts() {
    guard !found.contains(where: { $0.kind == .amount }) else { return }
    var best: (share: Double, left: Int, right: Int)?
    for place in free(left, used.left) where looks.left[place].isMoney {
      let amounts = Set((0..<left.rows).compactMap { left.columns[place].amount($0) })
      for other in free(right, used.right) where looks.right[other].isMoney {
        let rows = (0..<right.rows).compactMap { right.columns[other].amount($0) }
        let share = Double(rows.count { amounts.contains($0) }) / Double(max(1, rows.count))
        if share > max(0.05, best?.share ?? 0) { best = (share, place, other) }
      }
    }
    if let best { take([best.left], [best.right], .amount) }
  }

  /// Pairs the first columns of dates, where none are paired.
  private mutating func pairDates() {
    guard !found.contains(where: { $0.kind == .date }) else { return }
    guard let place = free(left, used.left).first(where: { looks.left[$0].isDate }),
      let other = free(right, used.right).first(where: { looks.right[$0].isDate })
    else { return }
    take([place], [other], .date)
  }

  private static let leastShared = 0.1

  /// Two columns that may mean the same, and how much speaks for it.
  private struct Likeness {
    var score: Double
    var left, right: Int
    /// Whether the right column is longer, as a memo that may have the words of several columns.
    var isMemo: Bool
  }

  /// Pairs what is left with the right columns that have most of its words or of its header.
  private mutating func pairByWords() {
    let texts = Set(found.filter { $0.kind == .text }.flatMap(\.right))
    let others = right.names.indices.filter {
      (!used.right.contains($0) || texts.contains(right.names[$0])) && isOpen(looks.right[$0])
    }
    var likenesses: [Likeness] = []
    for place in free(left, used.left) where isOpen(looks.left[place]) {
      likenesses += others.compactMap { likeness(place, $0) }
    }
    likenesses.sort { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
    for likeness in likenesses where !used.left.contains(likeness.left) {
      let isTaken = used.right.contains(likeness.right)
      let kind = ColumnLook.kind(looks.left[likeness.left], looks.right[likeness.right]) ?? .text
      if !isTaken || likeness.isMemo {
        take([likeness.left], [likeness.right], likeness.isMemo ? .text : kind)
      }
    }
  }

  private func isOpen(_ look: ColumnLook) -> Bool {
    !look.isConstant && !look.isDate && !look.isMoney
  }

  private func likeness(_ place: Int, _ other: Int) -> Likeness? {
    let shared = sharedWords(place, other)
    let isNamedAlike = ColumnWords.areAlike(left.names[place], right.names[other])
    guard shared >= Self.leastShared || isNamedAlike else { return nil }
    return Likeness(
      score: shared + (isNamedAlike ? 1 : 0), left: place, right: other,
      isMemo: looks.right[other].length > 1.5 * looks.left[place].length
        && looks.right[other].wordCount > 1.5)
  }

  /// The share of left rows with a word, not a frequent one, that stands in the right column.
  private func sharedWords(_ place: Int, _ other: Int) -> Double {
    let words = looks.right[other].words
    let rows = looks.left[place].rows
    let most = max(2, looks.right[other].filled / 5)
    let shared = rows.count { $0.contains { (words[$0] ?? most) < most } }
    return Double(shared) / Double(max(1, rows.count))
  }
}
