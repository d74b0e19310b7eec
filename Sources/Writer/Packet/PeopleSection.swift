import Domain

/// A section of people with what becomes of each of its cells, the same for every output.
struct PeopleSection {
  static let sections: [StatementSection] = [.peopleByVillage, .peopleByJob]

  /// The parts, those of most people first.
  let parts: [(line: StatementLine, cell: SmallCells.Cell)]
  /// All of them.
  let end: StatementLine
  /// Whether all of them are so few that not even their number is shown.
  let isSmall: Bool
  /// Whether the total tells the cells however many are hidden: then no part is shown.
  let tellsAll: Bool

  init?(_ statement: Statement, _ section: StatementSection) {
    guard let end = statement.end(of: section) else { return nil }
    let lines = statement[section].filter { $0.role == .add }.sorted {
      ($1.count, $0.line) < ($0.count, $1.line)
    }
    let counts = lines.map(\.count)
    let cells = SmallCells.cells(counts)
    self.end = end
    parts = Array(zip(lines, cells))
    isSmall = end.count < SmallCells.limit
    tellsAll = !isSmall && SmallCells.isTight(counts, cells)
  }

  /// The places of the lines that are not shown.
  var hidden: Set<Int> {
    Set(parts.filter { tellsAll || $0.cell != .shown }.map(\.line.line))
  }
}

extension Statement {
  /// The lines as `statement.csv` has them: parts of few people are one line, so that the section
  /// still foots; a section of fewer than five people in all is left out.
  var publishedLines: [StatementLine] {
    var published: [StatementLine] = []
    for section in sections {
      guard PeopleSection.sections.contains(section), let people = PeopleSection(self, section)
      else {
        published += self[section]
        continue
      }
      if !people.isSmall { published += Self.merged(self[section], people.hidden) }
    }
    return published
  }

  /// A section with some lines made one, in the place of the first of them.
  private static func merged(_ lines: [StatementLine], _ hidden: Set<Int>) -> [StatementLine] {
    let own = lines.filter { hidden.contains($0.line) }
    return lines.compactMap { line in
      guard hidden.contains(line.line) else { return line }
      return line.line == own.first?.line ? line.standing(for: own) : nil
    }
  }
}
