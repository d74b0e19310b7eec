internal import Domain

/// What no probability outweighs where a record is linked to somebody of the city's list.
///
/// A near NIK and an equal birth date are one witness, since the date stands in the NIK, and a twin
/// has both: nobody of another name is the same, and a name that is only near makes nothing sure
/// beside two ids that differ. A name alone identifies nobody, nor does it with a kelurahan, which
/// namesakes share (design: section 6.1).
struct Witnesses {
  /// The comparisons of a residue, by their place.
  enum Field: Int { case name, nik, kpj, birthDate, village }

  /// Whoever is that probable cannot be said to be a stranger.
  static let doubt = 0.05

  /// The comparisons, of which the fields are the places.
  let comparisons: [Comparison]

  /// How sure a decision may be; `isOther` says whether a person's name cannot be the record's.
  func tier(
    of decision: LinkDecisions.Decision, _ isOther: (_ person: UInt32) -> Bool
  ) -> Link.Tier {
    guard let best = decision.best else { return .none }
    let isLinked = decision.tier == .auto || decision.tier == .suggested
    let asked = isLinked ? [best] : [best, decision.second].compactMap(\.self)
    if asked.allSatisfy({ cannotBe($0, isOther) }) { return .none }
    switch decision.tier {
    case .auto: return isSure(best) ? .auto : .suggested
    case .none: return best.probability < Self.doubt ? .none : .ambiguous
    case .suggested, .ambiguous: return decision.tier
    }
  }

  /// Whether the record has a person's own NIK or KPJ.
  func hasEqualID(_ candidate: LinkDecisions.Candidate?) -> Bool {
    level(.nik, of: candidate) == "exact" || level(.kpj, of: candidate) == "exact"
  }

  private func cannotBe(
    _ candidate: LinkDecisions.Candidate, _ isOther: (_ person: UInt32) -> Bool
  ) -> Bool {
    let isNameAlone =
      !isNear(.nik, candidate) && !isNear(.kpj, candidate)
      && level(.birthDate, of: candidate) == "else"
    let isFarName = ["close", "else"].contains(level(.name, of: candidate))
    return isNameAlone || isFarName && isOther(candidate.person)
  }

  private func isSure(_ candidate: LinkDecisions.Candidate) -> Bool {
    if hasEqualID(candidate) { return true }
    let isNameAlone =
      !isNear(.nik, candidate) && !isNear(.kpj, candidate)
      && level(.birthDate, of: candidate) == nil
    let isNearName = ["near", "close", "else"].contains(level(.name, of: candidate))
    return !isNameAlone && !(isNearName && level(.kpj, of: candidate) == "else")
  }

  /// Whether an id is stated by both and no other.
  private func isNear(_ field: Field, _ candidate: LinkDecisions.Candidate) -> Bool {
    level(field, of: candidate).map { $0 != "else" } ?? false
  }

  private func level(_ field: Field, of candidate: LinkDecisions.Candidate?) -> String? {
    candidate?.level(field.rawValue).map { comparisons[field.rawValue].levels[$0].name }
  }
}
