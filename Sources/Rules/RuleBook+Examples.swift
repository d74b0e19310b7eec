public import Domain

extension RuleBook {
  /// A breach of a rule as it may stand in the files; a test asks for one of every rule.
  public static func example(of code: RuleCode) -> StaticString {
    switch code.family {
    case .dat: fileExample(code.number)
    case .idn: identityExample(code.number)
    case .iur: premiumExample(code.number)
    case .keu: treasuryExample(code.number)
    case .klm: claimExample(code.number)
    case .kps: membershipExample(code.number)
    case .prs: processExample(code.number)
    case .sil: sideExample(code.number)
    }
  }

  private static func fileExample(_ number: UInt8) -> StaticString {
    switch number {
    case 1: "iuran-2024-05 (1).csv has the bytes of iuran-2024-05.csv: its rows count once."
    case 2: "The totals row says Rp1.680.000, the 99 rows above it add up to Rp1.663.200."
    case 3: "A payment row has `2O24-05` as its month, with a letter O."
    case 4: "Of 40 NIKs 38 end in 0, or one is written 3,37501E+15."
    case 5: "A column holds 03/04/2024 and 05/06/2024 and no day above 12."
    case 6: "There are lists of 2024-03 and 2024-05, and no row of 2024-04."
    default: ""
    }
  }

  private static func identityExample(_ number: UInt8) -> StaticString {
    switch number {
    case 1: "The month of birth in a NIK, its ninth and tenth digits, is 13."
    case 2: "The city's list has a NIK that ends in 0001; the member of the same KPJ, in 0011."
    case 3: "SITI AMINAH, born 1980, and JOKO SUSILO, born 1975, stand under one NIK."
    case 4: "A NIK has two KPJs, active since 2023-01-01 and since 2023-06-01, neither ended."
    case 5: "P00017 is SLAMET RIYADI on the city's list, the membership of its NIK is BUDI UTOMO."
    case 6: "Dukcapil says MENINGGAL on 2024-02-10; the city still pays for 2024-05."
    default: ""
    }
  }

  private static func premiumExample(_ number: UInt8) -> StaticString {
    switch number {
    case 1: "A row of 2024-03 is Rp15.000; the tariff is Rp16.800."
    case 2: "APBD pays B0007 and B0912 for one person's 2024-03: B0912 is the finding."
    case 3: "APBD pays B0007 and Baznas B0912 for one person's 2024-03: B0912 is the finding."
    case 4: "Cover runs since 2023-01-01; of 2023-08 there is no payment row, of 2023-09 there is."
    case 5: "A participant died on 2023-11-20; the city pays Rp16.800 for 2024-01."
    case 6: "An SP2D for 2024-05 is paid on 2024-06-18, three days after the 15th."
    case 7: "The city pays Rp16.800.000, BPJamsostek receives Rp16.783.200 under its billing code."
    case 8: "An SP2D is paid on 2024-05-10; on 2024-05-30 no receipt of it is there."
    case 9: "The register books an SP2D on APBD, a row of its list names Baznas."
    case 10: "CSR pays Rp16.800 for 2026-02, where PP 50/2025 asks Rp8.400 of it."
    case 11: "An SP2D of fiscal year 2024 pays for 2025-01."
    default: ""
    }
  }

  private static func treasuryExample(_ number: UInt8) -> StaticString {
    switch number {
    case 1: "The register says Rp7.644.000 for 455 people, the list has 454 rows: Rp7.627.200."
    case 2: "The register has an SP2D of Rp1.680.000 that no payment row names."
    case 3: "The register says RETUR, and 100 payment rows still name the number."
    case 4: "The budget of 2024 is Rp201.600.000; with this SP2D Rp203.280.000 are paid."
    case 5: "An SP2D is booked on an account of office supplies."
    case 6: "An SP2D of Rp1.680.000 says JKK Rp680.000 and JKM Rp1.000.000, the wrong way round."
    case 7: "An SP2D of fiscal year 2024 pays for 2023-12."
    case 8: "A refund of Rp504.000 was agreed, Rp168.000 came back."
    default: ""
    }
  }

  private static func claimExample(_ number: UInt8) -> StaticString {
    switch number {
    case 1: "A JKM claim of 2024 pays Rp40.000.000; the law gives Rp42.000.000."
    case 2: "K-7 and K-9 are JKM claims of one person for 2024-02-03: K-9 is the finding."
    case 3: "A death is paid by the JKM claim K-7 and, with its day of death, by the JKK claim K-8."
    case 4: "A death on 2023-03-02; cover starts on 2023-04-01."
    case 5: "A death on 2024-05-20; cover ended on 2023-12-31."
    case 6: "A death on 2025-05-01, five weeks after cover began, pays Rp42.000.000."
    case 7: "A scholarship after two years of contributions, for a death that work did not cause."
    case 8: "An accident on 2020-01-10 is claimed on 2025-03-01."
    case 9: "Cover starts on 2024-02-01, the participant dies on 2024-02-12."
    default: ""
    }
  }

  private static func membershipExample(_ number: UInt8) -> StaticString {
    switch number {
    case 1: "The city pays B0044 for a NIK that stands in no membership."
    case 2: "A member of the wadah SG is in neither the city's list nor its payments."
    case 3: "A membership ended on 2023-12-31; the city pays its holder's 2024-02."
    case 4: "Somebody born on 1950-05-01 is enrolled on 2023-01-01, at 72."
    case 5: "The city's list says PILOT, enrolled on 2023-03-01."
    case 6: "The city's list says kelurahan GAMBIR, which is in Jakarta."
    case 7: "P0007 and P0012 stand on one family card: P0012 is the finding."
    case 8: "BPJamsostek took a member off for PINDAH on 2024-03-31, who died on 2024-03-10."
    case 9: "The quota of Medono is 40, and 41 of its people are listed at one time."
    case 10: "A member of the wadah SG is active in the segment PU as well."
    default: ""
    }
  }

  private static func processExample(_ number: UInt8) -> StaticString {
    switch number {
    case 1: "A JKM claim is complete on Monday 2024-07-01 and paid on 2024-07-08."
    case 2: "A JKK claim is complete on Monday 2024-07-01 and paid on 2024-07-15."
    case 3: "An accident on 2024-07-01 is reported on 2024-07-05."
    case 4: "A finding was due on 2024-06-30 and is still open on 2024-07-15."
    default: ""
    }
  }

  private static func sideExample(_ number: UInt8) -> StaticString {
    switch number {
    case 1: "A death on 2024-05-14 in active cover, and no payment row for 2024-05."
    case 2: "The city's list says `meninggal 2024-02-10`; by 2024-07-15 there is no claim."
    case 3: "A claim's NIK, KPJ and name stand in neither the city's list nor its payments."
    default: ""
    }
  }
}
