internal import Domain

extension LinkDecisions.Decision {
  /// What a linkage decided on a left row.
  init(_ decision: LinkResult.Decision, _ engine: Linker, _ scorer: PairScorer) {
    let candidate = { (candidate: LinkResult.Candidate) in
      var weights = SIMD8<Double>()
      for place in engine.plan.comparisons.indices {
        weights[place] = scorer.weight(candidate.pair, place, engine.values)
      }
      return LinkDecisions.Candidate(
        person: UInt32(engine.right.places[candidate.right]),
        probability: candidate.probability, pattern: candidate.pair.pattern, weights: weights)
    }
    self.init(
      tier: Link.Tier(decision.tier), best: decision.best.map(candidate),
      second: decision.runnerUp.map(candidate))
  }

  /// The link of a record whose NIK has the name against it: its own unless another is likelier,
  /// and no surer than probability is.
  func link(doubting link: Link) -> Link {
    guard tier != .none, let best else { return link }
    var late = link
    if tier == .ambiguous || best.person == link.person {
      late.tier = tier == .auto ? .auto : .suggested
      return late
    }
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
    (late.tier, late.decision) = (Residue.witnesses.hasEqualID(best) ? .none : tier, decision)
    if late.isLinked, let best { (late.person, late.method) = (best.person, .probabilistic) }
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
