import Domain

extension ExplainWording {
  /// What findings expect and found without a value of its own, from Indonesian to English.
  static let englishFacts: [String: String] = {
    var facts: [String: String] = [:]
    for phrase in Fact.Phrase.allCases { facts["\(Wording.phrase(phrase))"] = english(phrase) }
    for reason in Reject.Reason.allCases { facts["\(Wording.reason(reason))"] = english(reason) }
    return facts
  }()

  /// The English words before what is expected and before what was found.
  static func connectives(of code: String) -> (String, String) {
    switch code {
    case "IUR-03": ("already paid by", "paid again by")
    case "IUR-05": ("died in", "paid for")
    case "IUR-06": ("due", "paid")
    case "IUR-07": ("paid by the city", "received by BPJamsostek")
    case "IUR-11", "KEU-07": ("fiscal year to", "pays for")
    case "KEU-01": ("register", "list")
    case "KEU-04": ("budget", "sum up to this SP2D")
    case "KEU-08": ("agreed", "received")
    case "KLM-01", "KLM-06": ("by law", "paid")
    case "KLM-04": ("cover starts", "event")
    case "KLM-08": ("to be filed by", "filed")
    case "KPS-03": ("membership ended", "paid for")
    case "PRS-01", "PRS-02": ("to be paid by", "paid")
    case "PRS-03": ("to be reported by", "reported")
    case "PRS-04": ("due", "still open on")
    case "IDN-02": ("in the city's list", "in this record")
    case "DAT-02": ("by the totals row", "by the rows")
    default: ("expected", "found")
    }
  }

  private static func english(_ phrase: Fact.Phrase) -> String {
    switch phrase {
    case .membership: "a membership"
    case .noMembership: "no membership"
    case .cityRecord: "a record of the city"
    case .noCityRecord: "no record of the city"
    case .premium: "a premium"
    case .noPremium: "no premium"
    case .onePremium: "one premium"
    case .repeatedPremium: "a repeated premium"
    case .oneClaim: "one claim"
    case .repeatedClaim: "a repeated claim"
    case .wellFormedNIK: "a well-formed NIK"
    case .illFormedNIK: "an ill-formed NIK"
    case .activeCover: "active cover"
    case .lapsedCover: "cover that lapsed with unpaid premiums"
    case .endedCover: "cover that has ended"
    case .readableRow: "a readable row"
    case .wholeNIKs: "whole NIKs"
    case .oneDateOrder: "one order of day and month"
    case .oneAmountForm: "one form of amounts"
    case .fileGivenOnce: "a file given once"
    case .fileGivenAgain: "the content of another file"
    case .monthWithList: "a list of premiums"
    case .monthWithoutList: "no row of premiums"
    case .oneProgramme: "one programme for one death"
    case .bothProgrammes: "payment under JKM and JKK"
    case .deathClaim: "a claim for the death"
    case .noDeathClaim: "no claim for the death"
    default: englishOfPeople(phrase)
    }
  }

  private static func englishOfPeople(_ phrase: Fact.Phrase) -> String {
    switch phrase {
    case .onePersonPerNIK: "one person under a NIK"
    case .anotherPerson: "the NIK of somebody else"
    case .oneActiveKPJ: "one active KPJ"
    case .furtherKPJ: "another active KPJ"
    case .sameName: "the same name and birth date"
    case .differentName: "a different name or birth date"
    case .livingPerson: "living, in the civil registry"
    case .registeredDead: "dead, in the civil registry"
    case .unknownToRegistry: "unknown to the civil registry"
    case .listedJob: "a job on the list of that day"
    case .cityVillage: "a kelurahan of this city"
    case .oneFamilyMember: "one participant of a family"
    case .furtherFamilyMember: "another participant of the same family"
    case .noAid: "no PKH or BPNT"
    case .getsAid: "PKH or BPNT received"
    case .causeDeath: "taken off the list because of death"
    case .otherCause: "taken off the list for another cause"
    case .noFormalJob: "no active formal job"
    case .formalJob: "an active membership as a formal worker (PU)"
    default: englishOfMoney(phrase)
    }
  }

  private static func englishOfMoney(_ phrase: Fact.Phrase) -> String {
    switch phrase {
    case .fundOfWadah: "the fund of the wadah"
    case .received: "received by BPJamsostek"
    case .notReceived: "not yet received by BPJamsostek"
    case .searchStopped: "not yet paired: the search was stopped at its bound"
    case .cityList: "a list of people"
    case .noCityList: "no list of people"
    case .registerLine: "a line of the SP2D register"
    case .noRegisterLine: "no line of the SP2D register"
    case .paidSP2D: "a paid SP2D"
    case .cancelledSP2D: "an SP2D that was cancelled or sent back"
    case .accountOfPremiums: "an account for these premiums"
    default: ""
    }
  }

  private static func english(_ reason: Reject.Reason) -> String {
    switch reason {
    case .tooFewCells: "too few cells"
    case .tooManyCells: "too many cells"
    case .strayQuote: "a stray quote"
    case .unclosedQuote: "a quote that is not closed"
    case .badEncoding: "bad encoding"
    case .nulByte: "a NUL byte"
    case .blankLine: "a blank line"
    case .repeatedHeader: "a repeated header"
    case .tooLong: "a row that is too long"
    case .lostDigits: "digits lost by Excel"
    case .missingResult: "a formula without its result"
    case .dateOutOfRange: "a date outside the calendar"
    case .repeatedField: "a field that is given twice"
    case .missingValue: "a required value that is empty"
    case .unreadableValue: "a required value that cannot be read"
    case .scientificNotation: "a NIK in scientific notation"
    case .amountTooLarge: "an amount that is too large"
    case .nobody: "no NIK, KPJ and name"
    }
  }
}
