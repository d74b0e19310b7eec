extension ExplainWording {
  /// What may be explained.
  public enum Subject: Sendable {
    case finding, claim, person, record, month, sp2d

    var words: (indonesian: String, english: String) {
      switch self {
      case .finding: ("Temuan", "Finding")
      case .claim: ("Klaim", "Claim")
      case .person: ("Orang", "Person")
      case .record: ("Catatan", "Record")
      case .month: ("Bulan", "Month")
      case .sp2d: ("SP2D", "SP2D")
      }
    }
  }

  /// What stands in front of a fact.
  public enum Label: CaseIterable, Sendable {
    case message, expected, found, atRisk, person, month, programme, rule, legalBasis, law
    case severity, status, owner, due, firstSeen, cell, evidence, place, link, runnerUp
    case coverage, coverPeriod, payments, rejected, incidentOn, benefit
    case fund, fiscalYear, issuedOn, cashedOn, paidOn, register, list, listPlace, difference
    case billingCodes, received, bank, figures, statement, disbursements, open, pending, gravest
    case candidates

    var words: (indonesian: String, english: String) {
      switch self {
      case .message: ("Keterangan", "What is wrong")
      case .expected: ("Seharusnya", "Expected")
      case .found: ("Ditemukan", "Found")
      case .atRisk: ("Rupiah berisiko", "Rupiah at risk")
      case .person: ("Orang", "Person")
      case .month: ("Bulan", "Month")
      case .programme: ("Program", "Programme")
      case .rule: ("Aturan", "Rule")
      case .legalBasis: ("Dasar hukum", "Legal basis")
      case .law: ("Tabel hukum", "Law row")
      case .severity: ("Tingkat", "Severity")
      case .status: ("Status", "Status")
      case .owner: ("Penanggung jawab", "Who acts")
      case .due: ("Tenggat", "Due")
      case .firstSeen: ("Pertama terlihat", "First seen")
      case .cell: ("Sel yang ditolak", "Rejected cell")
      case .evidence: ("Bukti", "Evidence")
      case .place: ("Berkas", "File")
      case .link: ("Tautan", "Link")
      case .runnerUp: ("Calon berikutnya", "Runner-up")
      case .coverage: ("Perlindungan", "Cover")
      case .coverPeriod: ("Masa perlindungan", "Period of cover")
      case .payments: ("Iuran pendukung", "Premiums behind")
      case .rejected: ("Baris ditolak", "Rejected rows")
      default: sideWords
      }
    }

    private var sideWords: (indonesian: String, english: String) {
      switch self {
      case .incidentOn: ("Tanggal kejadian", "Event on")
      case .benefit: ("Dibayar", "Paid")
      case .fund: ("Sumber dana", "Fund")
      case .fiscalYear: ("Tahun anggaran", "Fiscal year")
      case .issuedOn: ("Tanggal SP2D", "Issued on")
      case .cashedOn: ("Tanggal cair", "Cashed on")
      case .paidOn: ("Bayar terakhir", "Last paid on")
      case .register: ("Register", "Register")
      case .list: ("Daftar peserta", "List of people")
      case .listPlace: ("Berkas daftar", "List's file")
      case .difference: ("Selisih", "Difference")
      case .billingCodes: ("Kode billing", "Billing codes")
      case .received: ("Diterima", "Received")
      case .bank: ("Keluar rekening", "Left the account")
      case .figures: ("Angka (monthly.csv)", "Figures (monthly.csv)")
      case .statement: ("Neraca (statement.csv)", "Statement (statement.csv)")
      case .disbursements: ("SP2D (sp2d.csv)", "SP2Ds (sp2d.csv)")
      case .open: ("Temuan", "Findings")
      case .pending: ("Menunggu", "Pending")
      case .gravest: ("Paling berat", "Gravest")
      case .candidates: ("Calon (links.jsonl)", "Candidates (links.jsonl)")
      default: ("", "")
      }
    }
  }

  static let indonesian = [
    "critical": "kritis", "high": "tinggi", "medium": "sedang", "low": "rendah",
    "new": "baru", "open": "terbuka", "in-clarification": "dalam klarifikasi",
    "resolved": "selesai", "accepted": "diterima", "reopened": "dibuka kembali",
    "pending": "menunggu, belum menjadi temuan",
    "nik": "NIK", "kpj": "KPJ", "probabilistic": "kemiripan data",
    "decision": "keputusan petugas", "none": "tidak ada",
    "auto": "pasti", "suggested": "usulan", "ambiguous": "meragukan",
    "covered": "terlindungi", "covered-late": "terlindungi, iuran terlambat",
    "healed": "terlindungi, iuran dilunasi kemudian",
    "paid-in-advance": "terlindungi, iuran dibayar di muka",
    "aligned-start": "terlindungi sejak awal kepesertaan menurut perjanjian",
    "not-covered": "tidak terlindungi", "not-checked": "tidak diperiksa",
    "sender": "pengirim", "DIN": "Dinperinaker (DIN)", "BPJS": "BPJamsostek (BPJS)",
    "BPKAD": "BPKAD", "KEL": "kelurahan (KEL)", "DUK": "Disdukcapil (DUK)",
    "INS": "Inspektorat (INS)",
    "paired": "ada di register dan daftar", "register-only": "hanya di register",
    "list-only": "hanya di daftar peserta", "cancelled": "dibatalkan atau retur",
    "refund-only": "hanya pada pengembalian iuran",
    "coverage": "bulan iuran", "cash": "bulan bayar iuran", "event": "bulan kejadian",
    "filed": "bulan pengajuan klaim", "paid": "bulan bayar klaim",
    "participants": "peserta", "premium_rows": "baris iuran", "premium_amount": "iuran",
    "premium_expected": "iuran menurut tarif", "claim_rows": "baris klaim",
    "claim_cases": "klaim", "claim_persons": "orang dengan klaim", "benefit_amount": "manfaat",
    "findings_open": "temuan terbuka", "amount_at_risk": "rupiah berisiko",
  ]

  static let english = [
    "in-clarification": "in clarification", "pending": "pending, not yet a finding",
    "nik": "NIK", "kpj": "KPJ", "probabilistic": "resemblance",
    "decision": "an officer's decision", "auto": "certain",
    "covered-late": "covered, paid late", "healed": "covered, paid up later",
    "paid-in-advance": "covered, paid in advance",
    "aligned-start": "covered from its start by agreement", "not-covered": "not covered",
    "not-checked": "not checked", "pengirim": "sender", "DIN": "Dinperinaker (DIN)",
    "BPJS": "BPJamsostek (BPJS)", "KEL": "kelurahan (KEL)", "DUK": "Disdukcapil (DUK)",
    "INS": "Inspektorat (INS)",
    "paired": "in register and list", "register-only": "in the register alone",
    "list-only": "in the list of people alone", "cancelled": "cancelled or sent back",
    "refund-only": "in the refunds alone",
    "coverage": "month of premium", "cash": "month of payment", "event": "month of event",
    "filed": "month of filing", "paid": "month of benefit's payment",
    "premium_rows": "premium rows", "premium_amount": "premiums",
    "premium_expected": "premiums by tariff", "claim_rows": "claim rows", "claim_cases": "claims",
    "claim_persons": "people with claims", "benefit_amount": "benefits",
    "findings_open": "open findings", "amount_at_risk": "rupiah at risk",
  ]

  static let kinds: [String: (indonesian: String, english: String)] = [
    "roster": ("peserta", "participant"), "membership": ("kepesertaan", "membership"),
    "contribution": ("iuran", "premium"), "disbursement": ("SP2D", "SP2D"),
    "claim": ("klaim", "claim"), "file": ("berkas", "file"), "finding": ("temuan", "finding"),
    "receipt": ("penerimaan", "receipt"), "registry": ("data Dukcapil", "registry row"),
    "refund": ("pengembalian iuran", "refund"),
  ]

  static let roles: [String: (indonesian: String, english: String)] = [
    "subject": ("yang dipersoalkan", "at fault"), "other": ("yang bertentangan", "in conflict"),
    "support": ("pendukung", "support"),
  ]
}
