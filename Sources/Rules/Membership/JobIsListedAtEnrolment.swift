public import Domain

/// A participant's job is on the programme's list at enrolment.
///
/// The day of enrolment is the start on the city's list, else that of the membership. The lists
/// of 6, 11 and 21 jobs hold from their days, which are unconfirmed; a definition may state the
/// jobs instead.
///
/// Conflict: the job of the city's list, else of the membership, against the list in force.
///
/// No finding: another spelling or a synonym of a listed job; an empty job; a person enrolled
/// before the first list, of which that one counts.
public struct JobIsListedAtEnrolment: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.kps, 5), "Jenis pekerjaan tidak sah pada tanggal itu",
    holds: "A participant's job is on the programme's list at enrolment.",
    severity: .medium, legalBasis: "Perwal 19B/2022 dan Perwal 19/2023", confirmed: false,
    owner: .dinperinaker,
    atRisk: "Tarif x bulan yang dibayar", needs: [], columns: [.job])

  private let tariff: TariffIndex
  private let jobs: JobIndex
  private let city: CityMembership

  /// A rule for a run's jobs and the city's memberships.
  public init(tariff: TariffIndex, jobs: JobIndex, city: CityMembership) {
    (self.tariff, self.jobs, self.city) = (tariff, jobs, city)
  }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    let member = city.first(of: person)
    let listed = person.roster.first
    let started = member.flatMap { person.memberships[$0].from.value }
    guard let day = listed?.from.value ?? started else { return }
    if let job = listed?.job, job != 0 {
      check(job, on: day, of: person, person.rosterRef, &findings)
    } else if let member {
      let job = person.memberships[member].job
      check(job, on: day, of: person, person.membershipRef(member), &findings)
    }
  }

  private func check(
    _ job: SymbolTable.Symbol, on day: CalendarDate, of person: PersonCase, _ subject: RecordRef,
    _ findings: inout Findings
  ) {
    guard !jobs.isListed(job, on: day) else { return }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: nil, person: person.person, subject: subject,
      expected: .phrase(.listedJob), found: .written(.job, job),
      atRisk: tariff.expectedSum(of: person))
    finding.law = jobs.law(of: job)
    findings.add(finding)
  }
}
