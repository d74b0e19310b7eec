public import Domain

/// The jobs that the programme covers, with the spellings that offices use for them.
public struct JobTable: Sendable {
  /// A type of job.
  public struct Job: Sendable {
    /// The name in reports.
    public let name: String
    /// Other spellings and names.
    public let synonyms: [String]
    /// The sector of the tariff.
    public let sector: Tariff.Sector
    /// The first day it was on the programme's list.
    public let legalFrom: CalendarDate
    /// The list that findings name.
    public let law: LawRef

    /// A type of job.
    public init(
      name: String, synonyms: [String], sector: Tariff.Sector, legalFrom: CalendarDate, law: LawRef
    ) {
      (self.name, self.synonyms, self.sector) = (name, synonyms, sector)
      (self.legalFrom, self.law) = (legalFrom, law)
    }
  }

  /// The jobs.
  public let jobs: [Job]
  private let places: [String: Int]
  private let transport: Set<String>

  /// A table; `transport` names jobs of that sector which the programme does not list.
  public init(jobs: [Job] = [], transport: [String] = []) {
    self.jobs = jobs
    places = foldedPlaces(of: jobs.map { [$0.name] + $0.synonyms })
    self.transport = Set(transport.map(foldedKey))
  }

  /// The job a text names, however it is spelled; nil for a job that is not on the list.
  public func job(named text: String) -> Job? { places[foldedKey(text)].map { jobs[$0] } }

  /// The name in reports of the job a text names.
  public func canonicalName(of text: String) -> String? { job(named: text)?.name }

  /// The sector of the job a text names; whatever is unknown is no transport.
  public func sector(of text: String) -> Tariff.Sector {
    if let job = job(named: text) { return job.sector }
    return transport.contains(foldedKey(text)) ? .transport : .other
  }
}

/// A text without what spellings differ in: case, spaces and punctuation.
func foldedKey(_ text: String) -> String {
  let bytes = text.utf8.filter { Bytes.isLetter($0) || Bytes.isDigit($0) }.map(Bytes.lower)
  return String(decoding: bytes, as: UTF8.self)
}

/// Where each spelling leads; the first entry that claims a spelling has it.
func foldedPlaces(of spellings: [[String]]) -> [String: Int] {
  var places: [String: Int] = [:]
  for (place, texts) in spellings.enumerated() {
    for text in texts where places[foldedKey(text)] == nil { places[foldedKey(text)] = place }
  }
  places[""] = nil
  return places
}
