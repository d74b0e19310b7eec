public import Domain

/// All rules with their parameters: the hand-written catalogue.
public struct RuleBook: Sendable {
  /// What a definition decides about rules.
  public struct Parameters: Sendable {
    /// The day of the following month until which a premium may be paid.
    public var dueDay: Int
    /// The symbol of wadah SG, where any membership has it.
    public var wadahSG: SymbolTable.Symbol?

    /// The parameters of a definition.
    public init(dueDay: Int = 15, wadahSG: SymbolTable.Symbol? = nil) {
      (self.dueDay, self.wadahSG) = (dueDay, wadahSG)
    }
  }

  /// The rules over a person.
  public let personRules: [any PersonRule]
  /// The rules over a claim; its coverage must have been judged.
  public let claimRules: [any ClaimRule]
  /// The rules over an SP2D.
  public let disbursementRules: [any DisbursementRule]
  /// The rules over a file.
  public let fileRules: [any FileRule] = [
    ControlTotalEqualsRows(), NIKHasAllItsDigits(), FormatIsUnambiguous(),
  ]
  /// The rule over a rejected row.
  public let rejectRule: any RejectRule

  /// The rules for a run.
  public init(law: LawBook, tariff: TariffIndex, parameters: Parameters) {
    let benefits = law.benefits
    personRules = [
      NIKIsWellFormed(tariff: tariff),
      NIKIsTheSameOnBothSides(tariff: tariff),
      PaidPersonIsMember(),
      MemberIsOnCityList(tariff: tariff, wadahSG: parameters.wadahSG),
      PremiumEqualsTariff(tariff: tariff),
      MonthIsPaidOnce(tariff: tariff),
      MonthHasOneFund(tariff: tariff),
      CoveredMonthIsPaid(tariff: tariff, benefits: benefits),
      PremiumStopsAtDeath(),
    ]
    claimRules = [
      ClaimEqualsBenefit(benefits: benefits),
      EventIsPaidOnce(benefits: benefits),
      EventFollowsCoverStart(benefits: benefits),
      EventLiesInActiveCover(benefits: benefits),
      EventMonthIsPaid(benefits: benefits),
      ClaimantIsOnCityList(),
    ]
    disbursementRules = [
      PremiumIsPaidOnTime(benefits: benefits, dueDay: parameters.dueDay),
      SP2DEqualsItsList(),
    ]
    rejectRule = EveryRowIsReadable()
  }

  /// Every rule's type, by code.
  public static let types: [any Rule.Type] = [
    ControlTotalEqualsRows.self,
    EveryRowIsReadable.self,
    NIKHasAllItsDigits.self,
    FormatIsUnambiguous.self,
    NIKIsWellFormed.self,
    NIKIsTheSameOnBothSides.self,
    PremiumEqualsTariff.self,
    MonthIsPaidOnce.self,
    MonthHasOneFund.self,
    CoveredMonthIsPaid.self,
    PremiumStopsAtDeath.self,
    PremiumIsPaidOnTime.self,
    SP2DEqualsItsList.self,
    ClaimEqualsBenefit.self,
    EventIsPaidOnce.self,
    EventFollowsCoverStart.self,
    EventLiesInActiveCover.self,
    PaidPersonIsMember.self,
    MemberIsOnCityList.self,
    EventMonthIsPaid.self,
    ClaimantIsOnCityList.self,
  ]

  /// Every rule's entry, by code.
  public static var entries: [RuleEntry] { types.map { $0.entry } }

  /// Where a rule's doc comment stands, from the project's root.
  public static func file(of type: any Rule.Type) -> String {
    "Sources/Rules/\(folder(of: type.entry.code.family))/\(type).swift"
  }

  /// The entries that a run cannot check for want of a kind of input.
  public static func notChecked(given: GivenKinds) -> [RuleEntry] {
    entries.filter { entry in
      let lacksCityList =
        entry.code == MemberIsOnCityList.entry.code
        && given.isDisjoint(with: [.roster, .contributions])
      return lacksCityList || !entry.needs.allSatisfy { given.contains(GivenKinds($0)) }
    }
  }

  private static func folder(of family: RuleCode.Family) -> String {
    switch family {
    case .dat: "Files"
    case .idn: "Identity"
    case .kps: "Membership"
    case .iur: "Premium"
    case .klm: "Claim"
    case .sil: "CrossSide"
    case .keu: "Treasury"
    case .prs: "Process"
    }
  }
}
