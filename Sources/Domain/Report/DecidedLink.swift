/// What probability said of a record: the people it may be, and what spoke for and against each.
public struct DecidedLink: Sendable {
  /// What a comparison said.
  public struct Compared: Sendable {
    /// What was compared, as `birthDate`.
    public let what: String
    /// The level of agreement; nil where one side states nothing.
    public let level: String?
    /// What it says for a match, in bits.
    public let weight: Double

    /// What a comparison said.
    public init(what: String, level: String?, weight: Double) {
      (self.what, self.level, self.weight) = (what, level, weight)
    }
  }

  /// A participant the record may be.
  public struct Candidate: Sendable {
    /// The participant's key.
    public let participant: Text
    /// How probable it is, rivals considered.
    public let probability: Double
    /// What each comparison said.
    public let compared: [Compared]

    /// A participant the record may be.
    public init(participant: Text, probability: Double, compared: [Compared]) {
      (self.participant, self.probability, self.compared) = (participant, probability, compared)
    }
  }

  /// The participant that came second: behind the one linked, or the likeliest where none is.
  public func runnerUp(of link: Link) -> Candidate? {
    let rival = candidates.dropFirst(link.isLinked ? 1 : 0).first
    return rival.flatMap { Probability($0.probability).tenThousandths > 0 ? $0 : nil }
  }

  /// What is against any of them before anything is compared, in bits.
  public let prior: Double
  /// The likeliest participants, the likeliest first.
  public let candidates: [Candidate]

  /// What was said of a record.
  public init(prior: Double, candidates: [Candidate]) {
    (self.prior, self.candidates) = (prior, candidates)
  }
}
