public import Domain

/// A participant's age is within the limits at enrolment.
///
/// Every membership of the city's wadah that continues no earlier one is an enrolment; the first
/// may have begun with the city's list. Who was young enough then may keep paying.
///
/// Conflict: the birth date against the day of enrolment and the limits of the definition.
///
/// No finding: a birthday beyond the limit while enrolled; a membership that follows another
/// without a gap; a person without a birth date.
public struct AgeFitsAtEnrolment: PersonRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.kps, 4), "Usia di luar batas saat pendaftaran",
    holds: "A participant's age is within the limits at enrolment.",
    severity: .high, legalBasis: "Perwal 19/2023 (18 sampai 65 tahun)", confirmed: false,
    owner: .dinperinaker,
    atRisk: "Tarif x bulan yang dibayar", needs: [.memberships])

  private let tariff: TariffIndex
  private let age: Range<Int>
  private let city: CityMembership

  /// A rule for the ages of a definition and the city's memberships.
  public init(tariff: TariffIndex, age: Range<Int>, city: CityMembership) {
    (self.tariff, self.age, self.city) = (tariff, age, city)
  }

  /// Adds the breaches of one person.
  public func check(_ person: PersonCase, _ findings: inout Findings) {
    let listed = person.roster.first?.birthDate.value
    for place in person.memberships.indices {
      let membership = person.memberships[place]
      guard city.includes(membership, of: person), let birth = listed ?? membership.birthDate.value,
        let day = enrolment(of: person, place)
      else { continue }
      if isSurelyInside(birth, day) { continue }
      let years = birth.years(until: day)
      guard !age.contains(years) else { continue }
      let limit = years < age.lowerBound ? age.lowerBound : age.upperBound - 1
      var finding = Finding(
        Self.entry.code, Self.entry.severity, month: nil, person: person.person,
        subject: person.membershipRef(place), other: person.rosterRef,
        expected: .count(Int64(limit)), found: .count(Int64(years)),
        atRisk: tariff.expectedSum(of: person))
      finding.status = person.statusByLink(ofMembership: place)
      findings.add(finding)
    }
  }

  /// Whether the days alone say that the age is inside: no calendar is asked for most people.
  private func isSurelyInside(_ birth: CalendarDate, _ day: CalendarDate) -> Bool {
    let days = Int(day.day) - Int(birth.day)
    return days > age.lowerBound * 366 + 1 && days < age.upperBound * 365
  }

  /// The day a membership began as an enrolment; nil where it continues an earlier one.
  private func enrolment(of person: PersonCase, _ place: Int) -> CalendarDate? {
    guard let start = person.memberships[place].from.value else { return nil }
    let continues = (0..<place).contains { earlier in
      let end = person.memberships[earlier].ends ?? start
      return city.includes(person.memberships[earlier], of: person) && start <= end.adding(days: 1)
    }
    if continues { return nil }
    return place == 0 ? min(start, person.roster.first?.from.value ?? start) : start
  }
}
