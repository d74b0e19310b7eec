public import Domain

/// What probability says of somebody whom exact ids do not name.
public struct LateDecision: Sendable {
  /// A person of the list who was looked at.
  public struct Candidate: Sendable {
    /// The person.
    public let person: UInt32
    /// How probable it is that both are the same, rivals considered.
    public let probability: Double
    /// What each comparison says.
    public let compared: [DecidedLink.Compared]

    fileprivate func level(of what: String) -> String? {
      compared.first { $0.what == what }?.level
    }
  }

  /// How sure it is.
  public private(set) var tier: Link.Tier
  /// The likeliest people, the likeliest first.
  public let candidates: [Candidate]
  /// What is against any of them before anything is compared, in bits.
  public let prior: Double

  init(
    _ decision: LinkResult.Decision, _ engine: Linker, _ model: LinkModel
  ) {
    tier = Link.Tier(decision.tier)
    prior = engine.priorWeight(model)
    candidates = [decision.best, decision.runnerUp].compactMap { $0 }.map { candidate in
      let weights = engine.weights(candidate, model)
      return Candidate(
        person: UInt32(engine.right.places[candidate.right]), probability: candidate.probability,
        compared: engine.plan.comparisons.enumerated().map { place, comparison in
          let level = candidate.level(place).map { comparison.levels[$0].name }
          return DecidedLink.Compared(
            what: comparison.name, level: level, weight: weights[place])
        })
    }
  }

  /// Takes back what another name speaks against.
  ///
  /// A near NIK and an equal birth date are one witness, since the date stands in the NIK, and a
  /// twin has both: nobody of another name is the same, and a name that is only near makes nothing
  /// sure beside two ids that differ (design: section 6.1).
  mutating func heedNames(_ isOther: (_ person: UInt32) -> Bool) {
    guard tier != .none, let best = candidates.first else { return }
    let asked = tier == .ambiguous ? candidates[...] : candidates.prefix(1)
    let isRefused = asked.allSatisfy { candidate in
      ["close", "else"].contains(candidate.level(of: "name")) && isOther(candidate.person)
    }
    if isRefused {
      tier = .none
    } else if tier == .auto, best.level(of: "kpj") == "else", !restsOnEqualID,
      ["near", "close", "else"].contains(best.level(of: "name"))
    {
      tier = .suggested
    }
  }

  /// Whether the likeliest person has the record's own NIK or KPJ.
  private var restsOnEqualID: Bool {
    candidates.first.map { $0.level(of: "nik") == "exact" || $0.level(of: "kpj") == "exact" }
      ?? false
  }

  /// The link of a record whose NIK has the name against it: its own unless another is likelier.
  func link(doubting link: Link) -> Link {
    guard tier == .auto || tier == .suggested, let best = candidates.first,
      best.person != link.person
    else { return link }
    var late = link
    (late.person, late.method, late.tier) = (best.person, .probabilistic, tier)
    late.contradicted = true
    return late
  }

  /// The link of a record that belonged to a person outside the list.
  ///
  /// Only a sure or a suggested one leads into the list, and none to somebody whose equal id was
  /// refused (design: section 6.1).
  func link(replacing link: Link, decision: UInt32) -> Link {
    var late = link
    (late.tier, late.decision) = (restsOnEqualID ? .none : tier, decision)
    if late.isLinked, let best = candidates.first {
      (late.person, late.method) = (best.person, .probabilistic)
    }
    return late
  }
}

extension Link.Tier {
  fileprivate init(_ tier: LinkResult.Tier) {
    switch tier {
    case .auto: self = .auto
    case .suggested: self = .suggested
    case .ambiguous: self = .ambiguous
    case .none: self = .none
    }
  }
}
