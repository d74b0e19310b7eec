public import Domain

/// Scholarships follow three years of contributions and stay within children and levels.
///
/// A death that work did not cause gives scholarships only after three years; a work accident gives
/// them at once. They are paid year by year, for two children at most. The files say neither a
/// child's age nor its school: what the dearest school grants one child, and what all schools
/// together grant, bounds each payment, the sums of a child and those of all children.
///
/// Conflict: scholarship rows against the months of cover, the number of recipients, or the most
/// that the law grants a child and all children, in a year and in all.
///
/// No finding: a scholarship every year, long after cover has ended; scholarships after a work
/// accident; an event before there were such scholarships.
public struct ScholarshipKeepsItsLimits: ClaimRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.klm, 7), "Beasiswa tidak memenuhi syarat",
    holds: """
      Scholarships follow three years of contributions and stay within children and levels.
      """,
    severity: .high, legalBasis: "PP 82/2019; Permenaker 5/2021", confirmed: false,
    owner: .bpjamsostek, atRisk: "Beasiswa yang dibayar", needs: [.claims, .memberships])

  private let benefits: BenefitSchedule

  /// A rule for a schedule of benefits.
  public init(benefits: BenefitSchedule) { self.benefits = benefits }

  /// Adds the breaches of one claim.
  public func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings) {
    guard !claim.scholarships.isEmpty,
      let grant = benefits.scholarship(on: claim.incidentOn),
      let (expected, found) = breach(claim, of: person, grant)
    else { return }
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: claim.incidentOn.month, person: person.person,
      subject: claim.ref, expected: expected, found: found,
      atRisk: claim.scholarships.reduce(0) { $0 &+ $1.amount })
    finding.support = person.lastStartRef(at: claim.incidentOn)
    (finding.law, finding.programme) = (grant.law, claim.programme)
    finding.status = person.statusByCover(of: claim)
    findings.add(finding)
  }

  /// What is wrong with a claim's scholarships, the first that is.
  private func breach(
    _ claim: ClaimCase, of person: PersonCase, _ grant: ScholarshipGrant
  ) -> (Fact, Fact)? {
    if needsYears(claim, of: person), person.lastStart(at: claim.incidentOn) != nil {
      let months = person.monthsOfCover(until: claim.incidentOn)
      if months < grant.months {
        return (.span(Int64(grant.months), .months), .span(Int64(months), .months))
      }
    }
    return excess(claim, of: person, grant)
  }

  /// Whether the scholarships follow from a death that work did not cause.
  private func needsYears(_ claim: ClaimCase, of person: PersonCase) -> Bool {
    if claim.programme == .workAccident { return false }
    return claim.programme == .death
      || !person.claims.contains { $0.programme == .workAccident }
  }

  /// What is too much, counted over the person's claims up to this one.
  private func excess(
    _ claim: ClaimCase, of person: PersonCase, _ grant: ScholarshipGrant
  ) -> (Fact, Fact)? {
    var (children, total, years) = ([Int: Int64](), Int64(0), [Int: Int64]())
    for other in person.claims {
      for paid in other.scholarships {
        if paid.payee != 0 { children[paid.payee, default: 0] &+= paid.amount }
        total &+= paid.amount
        if let year = paid.year { years[year, default: 0] &+= paid.amount }
      }
      if other.firstRow == claim.firstRow { break }
    }
    if children.count > grant.children {
      return (.span(Int64(grant.children), .people), .span(Int64(children.count), .people))
    }
    let own = claim.scholarships
    let limits = [
      (grant.mostOfChildInYear, own.map(\.amount).max()),
      (grant.mostInYear, own.compactMap { $0.year.flatMap { years[$0] } }.max()),
      (grant.mostOfChild, own.compactMap { children[$0.payee] }.max()), (grant.most, total),
    ]
    return limits.lazy.compactMap { most, found in
      found.flatMap { $0 > most ? (.money(most), .money($0)) : nil }
    }.first
  }
}
