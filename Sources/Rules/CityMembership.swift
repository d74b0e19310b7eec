public import Domain

/// Which memberships are the city's programme.
public struct CityMembership: Sendable {
  private let wadahSG: SymbolTable.Symbol?

  /// Memberships of wadah SG, where any record has it, or of none.
  public init(wadahSG: SymbolTable.Symbol? = nil) { self.wadahSG = wadahSG }

  /// Whether a membership is the city's: of a person it lists, or of its wadah, and not an
  /// employer's.
  func includes(_ membership: MembershipRecord, of person: PersonCase) -> Bool {
    guard membership.segment != .formal else { return false }
    return person.isOnCityList || membership.wadah == 0 || membership.wadah == wadahSG
  }

  /// The first of a person's memberships that is the city's.
  func first(of person: PersonCase) -> Int? {
    person.memberships.indices.first { includes(person.memberships[$0], of: person) }
  }
}
