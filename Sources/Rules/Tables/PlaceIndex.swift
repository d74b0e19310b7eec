public import Domain

/// The jobs of a run by its own numbers: from which day each is on the programme's list.
public struct JobIndex: Sendable {
  private let from: ContiguousArray<CalendarDate?>
  private let laws: ContiguousArray<LawRef>
  private let first: CalendarDate?
  private let table: LawRef
  private let isKnown: Bool

  /// An index that knows no job.
  public init() { self.init(law: LawBook(), jobs: SymbolTable(), stated: nil) }

  /// Prepares the table for a run; `stated` are the jobs of the definition, whatever the day.
  public init(law: LawBook, jobs: SymbolTable, stated: [String]?) {
    first = law.jobs.jobs.map(\.legalFrom).min()
    let texts = (0..<jobs.count).map { jobs.string(SymbolTable.Symbol($0)) }
    isKnown = stated != nil || !law.jobs.jobs.isEmpty
    table = stated == nil ? law.jobs.jobs.max { $0.legalFrom < $1.legalFrom }?.law ?? .none : .none
    guard let stated else {
      from = ContiguousArray(texts.map { law.jobs.job(named: $0)?.legalFrom })
      laws = ContiguousArray(texts.map { law.jobs.job(named: $0)?.law ?? .none })
      return
    }
    let known = Set(stated.map { law.jobs.canonicalName(of: $0) ?? foldedKey($0) })
    let folded = Set(stated.map(foldedKey))
    let always = CalendarDate(day: .min)
    from = ContiguousArray(
      texts.map { text in
        let name = law.jobs.canonicalName(of: text)
        return folded.contains(foldedKey(text)) || name.map(known.contains) ?? false
          ? always : nil
      })
    laws = ContiguousArray(repeating: .none, count: texts.count)
  }

  /// Whether a job was on the list on a day; before the first list, on that one.
  func isListed(_ job: SymbolTable.Symbol, on day: CalendarDate) -> Bool {
    guard isKnown, job != 0, Int(job) < from.count else { return true }
    guard let start = from[Int(job)] else { return false }
    return start <= max(day, first ?? day)
  }

  /// The row that decides about a job: the list that has it, else the latest.
  func law(of job: SymbolTable.Symbol) -> LawRef {
    guard Int(job) < laws.count, laws[Int(job)] != .none else { return table }
    return laws[Int(job)]
  }
}

/// The kelurahan of a run by its own numbers: whether each lies in the city.
public struct VillageIndex: Sendable {
  private let isElsewhere: ContiguousArray<Bool>
  /// The row that findings name.
  let law: LawRef

  /// An index that knows nothing.
  public init() { (isElsewhere, law) = ([], .none) }

  /// Prepares the table for a run.
  public init(law: LawBook, villages: SymbolTable) {
    let table = law.villages
    isElsewhere = ContiguousArray(
      (0..<villages.count).map { symbol in
        symbol != 0 && !table.villages.isEmpty
          && !table.contains(villages.string(SymbolTable.Symbol(symbol)))
      })
    self.law = table.villages.first?.law ?? .none
  }

  /// Whether a text names a place outside the city; an empty one says nothing.
  func isElsewhere(_ village: SymbolTable.Symbol) -> Bool {
    Int(village) < isElsewhere.count && isElsewhere[Int(village)]
  }
}
