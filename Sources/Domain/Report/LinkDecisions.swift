/// What probability says of those whom exact ids do not name: whom they may be, and why.
public struct LinkDecisions: Sendable {
  /// What was compared, as `birthDate`, and the names of its levels, the surest first.
  public struct Comparison: Sendable {
    /// What was compared.
    public let what: String
    /// What the levels are called.
    public let levels: [String]

    /// A comparison.
    public init(what: String, levels: [String]) { (self.what, self.levels) = (what, levels) }
  }

  /// Somebody whom a record may be of.
  public struct Candidate: Sendable {
    /// The person.
    public let person: UInt32
    /// How probable it is that both are the same, rivals considered.
    public let probability: Double
    /// The levels, four bits a comparison: 0 where one side states nothing, else the place + 1.
    private let pattern: UInt64
    /// What each comparison says for it, in bits.
    public let weights: SIMD8<Double>

    /// Somebody, and how he compares.
    public init(
      person: UInt32, probability: Double, pattern: UInt64, weights: SIMD8<Double>
    ) {
      (self.person, self.probability) = (person, probability)
      (self.pattern, self.weights) = (pattern, weights)
    }

    /// The level of a comparison, by place; nil where one side states nothing.
    public func level(_ place: Int) -> Int? {
      let bits = Int(pattern >> UInt64(4 * place) & 15)
      return bits == 0 ? nil : bits - 1
    }
  }

  /// What was decided on a record.
  public struct Decision: Sendable {
    /// How sure it is.
    public var tier: Link.Tier
    /// The likeliest person.
    public let best: Candidate?
    /// The likeliest of the others.
    public let second: Candidate?

    /// What was decided.
    public init(tier: Link.Tier, best: Candidate?, second: Candidate?) {
      (self.tier, self.best, self.second) = (tier, best, second)
    }

    /// The person that a link names, where it was among the likeliest.
    public func candidate(of link: Link) -> Candidate? {
      guard link.isLinked else { return nil }
      return best?.person == link.person ? best : second?.person == link.person ? second : nil
    }

    /// The person that came second: behind the one linked, or the likeliest where none is.
    public func runnerUp(of link: Link) -> Candidate? {
      let rival = link.isLinked && best?.person == link.person ? second : best
      return rival.flatMap { Probability($0.probability).tenThousandths > 0 ? $0 : nil }
    }
  }

  /// What was compared: eight at most.
  public let comparisons: [Comparison]
  /// What is against anybody before anything is compared, in bits.
  public let prior: Double
  private let decisions: ContiguousArray<Decision>

  /// The decisions, which links name by their number, from 1.
  public init(
    comparisons: [Comparison] = [], prior: Double = 0,
    decisions: ContiguousArray<Decision> = []
  ) {
    (self.comparisons, self.prior, self.decisions) = (comparisons, prior, decisions)
  }

  /// Whether nothing was decided.
  public var isEmpty: Bool { decisions.isEmpty }

  /// What a link rests on, where it rests on a decision.
  public subscript(link: Link) -> Decision? {
    link.decision == 0 ? nil : decisions[Int(link.decision) - 1]
  }
}
