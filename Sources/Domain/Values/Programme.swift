/// A social-insurance programme of BPJamsostek.
public enum Programme: UInt8, CaseIterable, Sendable {
  case none, death, workAccident, scholarship, oldAge, pension, jobLoss

  /// The official abbreviation.
  public var code: StaticString {
    switch self {
    case .none: ""
    case .death: "JKM"
    case .workAccident: "JKK"
    case .scholarship: "BEASISWA"
    case .oldAge: "JHT"
    case .pension: "JP"
    case .jobLoss: "JKP"
    }
  }

  /// Reads an abbreviation or the programme's name; nil for anything else.
  public init?(parsing text: Span<UInt8>) {
    for programme in Programme.allCases.dropFirst() {
      if Bytes.equal(text, word: programme.code) {
        self = programme
        return
      }
    }
    if Bytes.contains(text, word: "KEMATIAN") {
      self = .death
    } else if Bytes.contains(text, word: "KECELAKAAN") {
      self = .workAccident
    } else if Bytes.contains(text, word: "BEASISWA") {
      self = .scholarship
    } else if Bytes.contains(text, word: "HARI TUA") {
      self = .oldAge
    } else if Bytes.contains(text, word: "PENSIUN") {
      self = .pension
    } else {
      return nil
    }
  }
}
