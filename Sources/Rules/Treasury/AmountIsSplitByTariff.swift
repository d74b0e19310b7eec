public import Domain

/// An SP2D is split between work accidents and deaths as the tariff is.
///
/// The parts stand as 10.000 to 6.800 in the lowest bracket, with and without relief.
///
/// Conflict: the two parts of the register against the tariff of the month.
///
/// No finding: a register that states one part alone; a month of which no rate is known.
public struct AmountIsSplitByTariff: DisbursementRule {
  /// The rule's line in the catalogue.
  public static let entry = RuleEntry(
    RuleCode(.keu, 6), "Pembagian JKK dan JKM salah",
    holds: "An SP2D is split between work accidents and deaths as the tariff is.",
    severity: .medium, legalBasis: "PP 44/2015 Lampiran II", confirmed: true, owner: .bpkad,
    atRisk: "Bagian yang tertukar", needs: [.disbursements], columns: [.jkkAmount, .jkmAmount])

  private let tariff: TariffIndex

  /// A rule for a tariff.
  public init(tariff: TariffIndex) { self.tariff = tariff }

  /// Adds the breaches of one SP2D.
  public func check(_ disbursement: DisbursementCase, _ findings: inout Findings) {
    guard let jkk = disbursement.jkk, let jkm = disbursement.jkm,
      let month = disbursement.month ?? disbursement.issuedOn?.month,
      let parts = tariff.parts(of: month), parts.jkk + parts.jkm > 0
    else { return }
    let left = jkk.multipliedFullWidth(by: parts.jkm)
    guard left != jkm.multipliedFullWidth(by: parts.jkk) else { return }
    let share = Int64(Double(jkk + jkm) * Double(parts.jkk) / Double(parts.jkk + parts.jkm))
    var finding = Finding(
      Self.entry.code, Self.entry.severity, month: disbursement.month, person: nil,
      subject: disbursement.ref, expected: .money(share), found: .money(jkk),
      atRisk: distance(share, jkk))
    finding.law = parts.law
    findings.add(finding)
  }
}
