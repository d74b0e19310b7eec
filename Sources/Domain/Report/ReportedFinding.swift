/// A finding with the keys and places that its reports show.
public struct ReportedFinding: Sendable {
  /// The finding.
  public var finding: Finding
  /// The first eight bytes of the SHA-256 of `code|subject_key|month`, big-endian.
  public var id: UInt64
  /// The person's keyed pseudonym.
  public var person = Text.absent
  /// The person's identity number; Writer masks it.
  public var nik = NIK.absent
  /// The key of the record at fault, without month: Writer adds it where `monthInKey` is set.
  public var subjectKey = Text.absent
  /// The file the record at fault stands in.
  public var subjectFile: FileID?
  /// Its line, from 1; zero where there is none.
  public var subjectLine: UInt32 = 0
  /// The key of the first record it conflicts with.
  public var otherKey = Text.absent
  /// The file that record stands in.
  public var otherFile: FileID?
  /// Its line, from 1; zero where there is none.
  public var otherLine: UInt32 = 0
  /// The NIK that stands in the subject's row: what `Fact.nikInRow` means.
  public var foundNIK = NIK.absent
  /// The day by which its owner has to act.
  public var due: CalendarDate?
  /// The day it was first found; nil is the as-of date.
  public var firstSeen: CalendarDate?
  /// Its stretch of `RunReport.evidence`: the subject first, then the other, then the rest.
  public var evidence: Range<Int> = 0..<0

  /// A finding under its id.
  public init(_ finding: Finding, id: UInt64) { (self.finding, self.id) = (finding, id) }
}

/// One record that a finding rests on.
public struct EvidenceRow: Sendable {
  /// What the record is to the finding.
  public enum Role: UInt8, Sendable {
    case subject, other, support

    /// The word in outputs.
    public var name: StaticString {
      switch self {
      case .subject: "subject"
      case .other: "other"
      case .support: "support"
      }
    }
  }

  /// What kind of record.
  public let kind: RecordRef.Kind
  /// Its key.
  public let key: Text
  /// The file it stands in.
  public let file: FileID?
  /// Its line, from 1; zero where there is none.
  public let line: UInt32
  /// What it is to the finding.
  public let role: Role

  /// A record that a finding rests on.
  public init(_ role: Role, kind: RecordRef.Kind, key: Text, file: FileID?, line: UInt32) {
    (self.role, self.kind, self.key) = (role, kind, key)
    (self.file, self.line) = (file, line)
  }
}
