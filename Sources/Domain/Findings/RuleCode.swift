/// The permanent code of a rule, printed as `IUR-05`; never reused.
public struct RuleCode: Hashable, Comparable, Sendable {
  /// The families, in the order of their letters.
  public enum Family: UInt8, CaseIterable, Sendable {
    case dat, idn, iur, keu, klm, kps, prs, sil

    /// The three letters.
    public var letters: StaticString {
      switch self {
      case .dat: "DAT"
      case .idn: "IDN"
      case .iur: "IUR"
      case .keu: "KEU"
      case .klm: "KLM"
      case .kps: "KPS"
      case .prs: "PRS"
      case .sil: "SIL"
      }
    }
  }

  /// The family.
  public let family: Family
  /// The number in the family.
  public let number: UInt8

  /// A code of a family.
  @inlinable public init(_ family: Family, _ number: UInt8) {
    (self.family, self.number) = (family, number)
  }

  /// Reads `IUR-05`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-")
    guard parts.count == 2, parts[1].count == 2, let number = UInt8(parts[1]),
      let family = Family.allCases.first(where: { "\($0.letters)" == parts[0].uppercased() })
    else { return nil }
    self.init(family, number)
  }

  /// The code as printed.
  public var text: String { "\(family.letters)-\(number < 10 ? "0" : "")\(number)" }

  /// Writes the code as printed.
  public func write(to text: inout ContiguousArray<UInt8>) {
    family.letters.withUTF8Buffer { text.append(contentsOf: $0) }
    text.append(0x2d)
    text.append(0x30 + number / 10)
    text.append(0x30 + number % 10)
  }

  @inlinable public static func < (a: Self, b: Self) -> Bool {
    a.family == b.family ? a.number < b.number : a.family.rawValue < b.family.rawValue
  }
}
