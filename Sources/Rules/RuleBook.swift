public import Domain

/// All rules with their parameters: the hand-written catalogue.
public struct RuleBook: Sendable {
  /// What a definition decides about rules.
  public struct Parameters: Sendable {
    /// The day of the following month until which a premium may be paid.
    public var dueDay: Int
    /// The symbol of wadah SG, where any membership has it.
    public var wadahSG: SymbolTable.Symbol?
    /// The day the run looks from.
    public var asOf = CalendarDate(day: 0)
    /// The time of grace of a rule, in the unit that its catalogue entry counts.
    public var grace: [RuleCode: Int] = [:]
    /// The ages at enrolment: from, and below.
    public var age = 18..<65
    /// The rupiah of the budget by fiscal year.
    public var budget: [Int: Int64] = [:]
    /// The run's jobs.
    public var jobs = JobIndex()
    /// The run's kelurahan.
    public var villages = VillageIndex()
    /// The run's funds and wadahs.
    public var funds = FundIndex()
    /// The run's budget accounts.
    public var accounts = AccountIndex()

    /// The parameters of a definition.
    public init(dueDay: Int = 15, wadahSG: SymbolTable.Symbol? = nil) {
      (self.dueDay, self.wadahSG) = (dueDay, wadahSG)
    }

    /// The time of grace of a rule: the definition's, else its usual one.
    func grace(of code: RuleCode) -> Int { grace[code] ?? Self.usualGrace[code] ?? 0 }

    /// The rules that know a time of grace: months for KLM-05, days for SIL-02 and IUR-08.
    public static let usualGrace: [RuleCode: Int] = [
      PaymentIsPosted.entry.code: 14,
      EventLiesInActiveCover.entry.code: 3, DeathLeadsToAClaim.entry.code: 30,
    ]
  }

  /// What deaths are worth.
  public let benefits: BenefitSchedule
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
  /// The rule over a file that was given twice.
  public let repeatedFileRule: any RepeatedFileRule
  /// The rule over the months given.
  public let calendarRule: any CalendarRule
  /// The rule over a rejected row.
  public let rejectRule: any RejectRule

  /// The rules for a run.
  public init(law: LawBook, tariff: TariffIndex, parameters: Parameters) {
    let benefits = law.benefits
    self.benefits = benefits
    personRules =
      [
        NIKIsWellFormed(tariff: tariff),
        NIKIsTheSameOnBothSides(tariff: tariff),
        PaidPersonIsMember(),
        MemberIsOnCityList(tariff: tariff, wadahSG: parameters.wadahSG),
        PremiumEqualsTariff(tariff: tariff),
        MonthIsPaidOnce(tariff: tariff),
        MonthHasOneFund(tariff: tariff),
        CoveredMonthIsPaid(tariff: tariff, benefits: benefits),
        PremiumStopsAtDeath(),
        DeathLeadsToAClaim(
          benefits: benefits, wadahSG: parameters.wadahSG, asOf: parameters.asOf,
          days: parameters.grace(of: DeathLeadsToAClaim.entry.code)),
      ]
      + Self.personRules(tariff, benefits, parameters)
    claimRules = Self.claimRules(law, parameters)
    disbursementRules =
      [
        PremiumIsPaidOnTime(benefits: benefits, dueDay: parameters.dueDay),
        SP2DEqualsItsList(),
      ]
      + Self.disbursementRules(tariff, parameters)
    repeatedFileRule = EveryFileIsGivenOnce()
    calendarRule = EveryMonthHasPayments()
    rejectRule = EveryRowIsReadable()
  }

  private static func personRules(
    _ tariff: TariffIndex, _ benefits: BenefitSchedule, _ parameters: Parameters
  ) -> [any PersonRule] {
    let city = CityMembership(wadahSG: parameters.wadahSG)
    return [
      NIKBelongsToOnePerson(tariff: tariff),
      PersonHasOneActiveKPJ(tariff: tariff),
      NameAndBirthDateAgree(),
      RegistryKnowsPersonAlive(tariff: tariff),
      FundFitsWadahAndSP2D(funds: parameters.funds),
      ReliefFollowsTheFund(tariff: tariff),
      PaidMonthLiesInMembership(),
      AgeFitsAtEnrolment(tariff: tariff, age: parameters.age, city: city),
      JobIsListedAtEnrolment(tariff: tariff, jobs: parameters.jobs, city: city),
      PersonLivesInTheCity(tariff: tariff, villages: parameters.villages, city: city),
      FamilyHasOneParticipant(tariff: tariff),
      DeathIsNoOtherRemoval(benefits: benefits),
      VillageKeepsItsQuota(tariff: tariff),
      ParticipantIsNoFormalWorker(tariff: tariff, city: city),
    ]
  }

  private static func disbursementRules(
    _ tariff: TariffIndex, _ parameters: Parameters
  ) -> [any DisbursementRule] {
    [
      ReceivedEqualsPaid(),
      PaymentIsPosted(
        asOf: parameters.asOf, days: parameters.grace(of: PaymentIsPosted.entry.code)),
      AdvanceStaysInFiscalYear(),
      SP2DHasItsList(),
      ListedSP2DIsPaid(),
      BudgetCoversPayments(budget: parameters.budget),
      AccountIsForPremiums(accounts: parameters.accounts),
      AmountIsSplitByTariff(tariff: tariff),
      MonthLiesInFiscalYear(),
      AgreedRefundIsReceived(),
    ]
  }

  private static func claimRules(_ law: LawBook, _ parameters: Parameters) -> [any ClaimRule] {
    let (benefits, limits, calendar) = (law.benefits, law.limits, law.workingDays)
    return [
      ClaimEqualsBenefit(benefits: benefits),
      EventIsPaidOnce(benefits: benefits),
      DeathHasOneProgramme(benefits: benefits),
      EventFollowsCoverStart(benefits: benefits),
      EventLiesInActiveCover(
        benefits: benefits, monthsOfGrace: parameters.grace(of: EventLiesInActiveCover.entry.code)),
      BenefitFollowsTenure(benefits: benefits),
      ScholarshipKeepsItsLimits(benefits: benefits),
      AccidentIsClaimedInTime(limits: limits, benefits: benefits),
      DeathComesLongAfterEnrolment(limits: limits, benefits: benefits),
      EventMonthIsPaid(benefits: benefits),
      ClaimantIsOnCityList(),
      DeathBenefitIsPaidInTime(limits: limits, calendar: calendar, benefits: benefits),
      AccidentBenefitIsPaidInTime(limits: limits, calendar: calendar, benefits: benefits),
      AccidentIsReportedInTime(limits: limits),
    ]
  }

  /// Every rule's type, by code.
  public static let types: [any Rule.Type] = [
    EveryFileIsGivenOnce.self,
    ControlTotalEqualsRows.self,
    EveryRowIsReadable.self,
    NIKHasAllItsDigits.self,
    FormatIsUnambiguous.self,
    EveryMonthHasPayments.self,
    NIKIsWellFormed.self,
    NIKIsTheSameOnBothSides.self,
    NIKBelongsToOnePerson.self,
    PersonHasOneActiveKPJ.self,
    NameAndBirthDateAgree.self,
    RegistryKnowsPersonAlive.self,
    PremiumEqualsTariff.self,
    MonthIsPaidOnce.self,
    MonthHasOneFund.self,
    CoveredMonthIsPaid.self,
    PremiumStopsAtDeath.self,
    PremiumIsPaidOnTime.self,
    ReceivedEqualsPaid.self,
    PaymentIsPosted.self,
    FundFitsWadahAndSP2D.self,
    ReliefFollowsTheFund.self,
    AdvanceStaysInFiscalYear.self,
    SP2DEqualsItsList.self,
    SP2DHasItsList.self,
    ListedSP2DIsPaid.self,
    BudgetCoversPayments.self,
    AccountIsForPremiums.self,
    AmountIsSplitByTariff.self,
    MonthLiesInFiscalYear.self,
    AgreedRefundIsReceived.self,
    ClaimEqualsBenefit.self,
    EventIsPaidOnce.self,
    DeathHasOneProgramme.self,
    EventFollowsCoverStart.self,
    EventLiesInActiveCover.self,
    BenefitFollowsTenure.self,
    ScholarshipKeepsItsLimits.self,
    AccidentIsClaimedInTime.self,
    DeathComesLongAfterEnrolment.self,
    PaidPersonIsMember.self,
    MemberIsOnCityList.self,
    PaidMonthLiesInMembership.self,
    AgeFitsAtEnrolment.self,
    JobIsListedAtEnrolment.self,
    PersonLivesInTheCity.self,
    FamilyHasOneParticipant.self,
    DeathIsNoOtherRemoval.self,
    VillageKeepsItsQuota.self,
    ParticipantIsNoFormalWorker.self,
    DeathBenefitIsPaidInTime.self,
    AccidentBenefitIsPaidInTime.self,
    AccidentIsReportedInTime.self,
    FindingIsSettledInTime.self,
    EventMonthIsPaid.self,
    DeathLeadsToAClaim.self,
    ClaimantIsOnCityList.self,
  ]

  /// The rules whose rupiah at risk are the difference of two amounts: one may be tolerated.
  public static let differences: [RuleCode] = [
    PremiumEqualsTariff.entry.code, ReceivedEqualsPaid.entry.code, SP2DEqualsItsList.entry.code,
    ClaimEqualsBenefit.entry.code,
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
        [MemberIsOnCityList.entry.code, ClaimantIsOnCityList.entry.code].contains(entry.code)
        && given.isDisjoint(with: [.roster, .contributions])
      let lacksDeaths =
        entry.code == DeathLeadsToAClaim.entry.code
        && given.isDisjoint(with: [.roster, .memberships])
      let lacksSP2D =
        [ReceivedEqualsPaid.entry.code, PaymentIsPosted.entry.code].contains(entry.code)
        && given.isDisjoint(with: [.disbursements, .contributions])
      return lacksCityList || lacksDeaths || lacksSP2D
        || !entry.needs.allSatisfy { given.contains(GivenKinds($0)) }
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
