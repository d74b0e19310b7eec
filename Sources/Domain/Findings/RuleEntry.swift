/// What the catalogue says of a rule; the doc comment of the rule tells the reasons.
public struct RuleEntry: Sendable {
  /// The permanent code.
  public let code: RuleCode
  /// The finding's title in Indonesian.
  public let title: StaticString
  /// The sentence that should hold, in English: the first sentence of the rule's doc comment.
  public let holds: StaticString
  /// How grave a breach is, unless the rule or the definition says otherwise.
  public let severity: Severity
  /// The law or agreement it rests on.
  public let legalBasis: StaticString
  /// Whether that basis was seen in its own words.
  public let confirmed: Bool
  /// Who acts.
  public let owner: Owner
  /// How the rupiah at risk are computed.
  public let atRisk: StaticString
  /// The kinds of input without which it is not checked.
  public let needs: [InputKind]
  /// The columns of which each must stand in some file, or else it is not checked.
  public let columns: [Column]
  /// The key of the definition's rules without which it is not checked.
  public let parameter: StaticString?

  /// A catalogue entry.
  public init(
    _ code: RuleCode, _ title: StaticString, holds: StaticString, severity: Severity,
    legalBasis: StaticString, confirmed: Bool, owner: Owner, atRisk: StaticString,
    needs: [InputKind], columns: [Column] = [], parameter: StaticString? = nil
  ) {
    (self.code, self.title, self.holds, self.severity) = (code, title, holds, severity)
    (self.legalBasis, self.confirmed, self.owner) = (legalBasis, confirmed, owner)
    (self.atRisk, self.needs) = (atRisk, needs)
    (self.columns, self.parameter) = (columns, parameter)
  }
}

/// How grave a finding is.
public enum Severity: UInt8, Comparable, CaseIterable, Sendable {
  case low, medium, high, critical

  /// The word in definitions and outputs.
  public var name: StaticString {
    switch self {
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .critical: "critical"
    }
  }

  /// How many days an owner has to act.
  public var dueDays: Int {
    switch self {
    case .critical: 7
    case .high: 30
    case .medium: 60
    case .low: 90
    }
  }

  /// Whether a finding is less grave than another.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Who acts on a finding.
public enum Owner: UInt8, Sendable {
  case sender, dinperinaker, bpjamsostek, bpkad, kelurahan, disdukcapil, inspektorat

  /// The short name in outputs.
  public var name: StaticString {
    switch self {
    case .sender: "pengirim"
    case .dinperinaker: "DIN"
    case .bpjamsostek: "BPJS"
    case .bpkad: "BPKAD"
    case .kelurahan: "KEL"
    case .disdukcapil: "DUK"
    case .inspektorat: "INS"
    }
  }
}
