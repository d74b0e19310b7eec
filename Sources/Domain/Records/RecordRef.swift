/// A record as findings name it: its kind and its place among the run's records of that kind.
public struct RecordRef: Hashable, Sendable {
  /// What kind of record; the name is the one of `subject_kind`.
  public enum Kind: UInt8, Sendable {
    case none, participant, membership, contribution, disbursement, claim, registry, refund
    /// A rejected row, by its place among the rejects.
    case file
    /// What a file shows as a whole, by its place among the files that were checked.
    case source
    /// A whole input file, by its `FileID`.
    case input
    /// All files of a kind, by the kind's raw value.
    case inputKind
    /// Another finding, by its place in the report.
    case finding
    /// A billing code, by its place among the run's billing codes.
    case receipt

    /// The name in outputs.
    public var name: StaticString {
      switch self {
      case .none: ""
      case .participant: "roster"
      case .membership: "membership"
      case .contribution: "contribution"
      case .disbursement: "disbursement"
      case .claim: "claim"
      case .file, .source, .input, .inputKind: "file"
      case .finding: "finding"
      case .receipt: "receipt"
      case .registry: "registry"
      case .refund: "refund"
      }
    }
  }

  /// What kind of record.
  public let kind: Kind
  /// Its place among the records of its kind; for a contribution its row number.
  public let index: UInt32

  /// A record.
  @inlinable public init(_ kind: Kind, _ index: UInt32) { (self.kind, self.index) = (kind, index) }

  /// No record.
  public static let none = RecordRef(.none, 0)
}
