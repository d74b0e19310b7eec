public import Domain

/// The words of `rekon explain`, in Indonesian or English, by the words of a run's files.
public struct ExplainWording: Sendable {
  let language: Language

  /// The words of a language.
  public init(_ language: Language) { self.language = language }

  func either(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  /// A word of an output's column; one without a translation stays.
  public func spoken(_ word: String) -> String {
    either(Self.indonesian[word] ?? word, Self.english[word] ?? word)
  }

  /// A kind of record: outside the kinds there are, a record.
  public func kind(_ word: String?) -> String {
    word.flatMap { Self.kinds[$0] }.map { either($0.indonesian, $0.english) }
      ?? either("catatan", "record")
  }

  /// What a record is to a finding.
  public func role(_ word: String) -> String {
    Self.roles[word].map { either($0.indonesian, $0.english) } ?? word
  }

  /// What a finding expects or found, as its column holds it.
  public func fact(_ plain: String) -> String {
    either(plain, Self.englishFacts[plain] ?? plain)
  }

  /// The title of a finding; a title in English is what should hold.
  public func title(_ title: String?, holds: String?) -> String? {
    language == .indonesian ? title : holds.map { "does not hold: \($0)" }
  }

  /// The sentence of a finding: as the run wrote it, or of its fields.
  public func message(
    _ message: String?, code: String, expected: String?, found: String?, month: String?
  ) -> String? {
    if language == .indonesian { return message }
    let (before, between) = Self.connectives(of: code)
    let facts = [expected.map { "\(before) \(fact($0))" }, found.map { "\(between) \(fact($0))" }]
      .compactMap { $0 }.joined(separator: ", ")
    return facts.isEmpty ? nil : facts + (month.map { " (\($0))" } ?? "")
  }

  /// The rupiah at risk, and how they are computed.
  public func atRisk(_ rupiah: String, how: String?) -> String {
    let how = how.flatMap { language == .indonesian ? $0 : Self.englishAtRisk[$0] }
    return rupiah + (how.map { " (\($0))" } ?? "")
  }

  /// A law row's title, which is in Indonesian.
  public func lawTitle(_ title: String?) -> String? { language == .indonesian ? title : nil }

  /// Whether a legal basis was seen in its own words.
  public func certainty(_ isConfirmed: Bool) -> String {
    isConfirmed
      ? either("sudah dipastikan", "confirmed") : either("belum dipastikan", "not confirmed")
  }

  /// Where a record stands.
  public func place(_ file: String, line: String?) -> String {
    file + (line.map { either(" baris \($0)", " line \($0)") } ?? "")
  }

  /// A law row's first day.
  public func since(_ day: String) -> String {
    either("berlaku sejak \(day)", "in force since \(day)")
  }

  /// The first and the last day of cover.
  public func cover(from: String, until: String?) -> String {
    "\(from) \(either("sampai", "to")) \(until ?? either("kini", "now"))"
  }

  /// How a record was linked to a participant.
  public func link(
    to participant: String, method: String?, probability: String?, tier: String?
  ) -> String {
    let method = method.map(spoken) ?? "-"
    return either(
      "peserta \(participant), lewat \(method)", "participant \(participant), by \(method)")
      + (probability.map { either(", peluang \($0)", ", probability \($0)") } ?? "")
      + (tier.map(spoken).map { either(", tingkat \($0)", ", tier \($0)") } ?? "")
  }

  /// A record that was linked to nobody in the city's list.
  public var unlinked: String {
    either(
      "tidak tertaut ke peserta mana pun pada daftar kota", "linked to nobody in the city's list")
  }

  /// The next best participant.
  public func runnerUp(_ participant: String, probability: String?) -> String {
    either("peserta \(participant)", "participant \(participant)")
      + (probability.map { either(", peluang \($0)", ", probability \($0)") } ?? "")
  }

  /// An outcome of cover and its month.
  public func coverage(_ outcome: String, month: String?) -> String {
    spoken(outcome) + (month.map { either(" untuk bulan \($0)", " for \($0)") } ?? "")
  }

  /// What is in no file of the run.
  public func absent(from file: String) -> String {
    either("tidak tercatat di \(file)", "not listed in \(file)")
  }

  /// How many findings follow.
  public func findings(_ count: Int) -> String {
    count == 0
      ? either("Tidak ada temuan.", "No findings.")
      : either("\(count) temuan:", count == 1 ? "1 finding:" : "\(count) findings:")
  }

  /// How many claims follow.
  public func claims(_ count: Int) -> String {
    either("\(count) klaim:", count == 1 ? "1 claim:" : "\(count) claims:")
  }

  /// The rows of a claim's file that became no record.
  public func rejected(_ lines: [String], of file: String) -> String {
    let lines = lines.joined(separator: ", ")
    return either(
      "\(file) baris \(lines) tidak terbaca dan tidak dihitung; bila salah satunya milik klaim "
        + "ini, jumlahnya kurang (lihat rejects.csv)",
      "\(file) line \(lines) could not be read and is not counted; if one of them belongs to this "
        + "claim, its sum is short (see rejects.csv)")
  }

  /// The cell for which a row was rejected: its column, place and shape.
  public func cell(column: String, number: String?, shape: String?) -> String {
    either("kolom \(column)", "column \(column)")
      + (number.map { either(", sel ke-\($0)", ", cell \($0)") } ?? "")
      + (shape.map { either(", bentuk isi \($0)", ", shape \($0)") } ?? "")
  }

  /// The first line of what is explained.
  public func heading(_ subject: Subject, _ key: String) -> String {
    let (indonesian, english) = subject.words
    return "\(either(indonesian, english)) \(key)"
  }

  /// What stands in front of a fact.
  public func label(_ label: Label) -> String { either(label.words.0, label.words.1) }
}
