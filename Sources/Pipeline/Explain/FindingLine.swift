/// A JSON value that is shown as text, whatever its type; absent is empty.
struct Shown: Decodable {
  let text: String

  init(_ text: String) { self.text = text }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      text = ""
    } else if let string = try? value.decode(String.self) {
      text = string
    } else if let number = try? value.decode(Int64.self) {
      text = "\(number)"
    } else {
      text = try value.decode(Bool.self) ? "true" : "false"
    }
  }
}

/// A line of `coverage.jsonl`.
struct CoverLine: Decodable {
  let claimNumber: Shown
  let evidence: [FindingLine.Evidence]
  /// Whose claim it is; absent in a run of an older version.
  let person: Shown?
  /// What the claim is; absent in a run of an older version.
  let programme, incidentOn, paid: Shown?
}

/// A line of `findings.jsonl`: what of it is told.
struct FindingLine: Decodable {
  struct Evidence: Decodable {
    let kind, key, file, line, role: Shown?
  }

  struct Law: Decodable {
    let id, title, source, confirmed: Shown?
    let valid_from: Shown?
  }

  struct Rule: Decodable {
    let title, holds, confirmed: Shown?
    let legal_basis, at_risk_how: Shown?
  }

  let id, code: Shown
  let severity, status, month, person, nik, programme, expected, found: Shown?
  let amount_at_risk, subject_kind, subject_key, subject_file, subject_line: Shown?
  let other_kind, other_key, other_file, other_line, owner, due, first_seen, message: Shown?
  let evidence: [Evidence]?
  let law: Law?
  let rule: Rule?

  /// The kind and key of its record in `links.csv`; nil for a record that is never linked.
  var linkKey: (kind: String, key: String)? {
    guard let kind = subject_kind?.text, let key = subject_key.nonEmpty,
      ["claim", "contribution", "membership"].contains(kind)
    else { return nil }
    // A month of a membership has the month in its key.
    return (kind, key.split(separator: "|").first.map(String.init) ?? key)
  }

  /// Whether it waits for a date or a fact.
  var isPending: Bool { status?.text == "pending" }

  /// The rupiah at risk.
  var rupiah: Int64 { amount_at_risk.flatMap { Int64($0.text) } ?? 0 }

  /// Whether a record of this key is at fault, in conflict or evidence.
  func concerns(_ key: String) -> Bool {
    let keys = [subject_key, other_key] + (evidence ?? []).map(\.key)
    return keys.contains { $0?.text == key || $0?.text.hasPrefix("\(key)|") == true }
  }
}
