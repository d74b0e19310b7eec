public import Domain

extension RuleBook {
  /// The reasons of a rule: the doc comment above its type, as `INDEX.md` repeats it.
  ///
  /// `Scripts/index-rules` makes that file, a test keeps it current, and the build embeds it.
  public static func reasons(of code: RuleCode) -> [String] {
    let index = String(decoding: PackageResources.INDEX_md, as: UTF8.self)
    let lines = index.split(separator: "\n", omittingEmptySubsequences: false)
    guard let head = lines.firstIndex(where: { $0.hasPrefix("## \(code.text) ") }) else {
      return []
    }
    let section = lines[(head + 1)...].prefix { !$0.hasPrefix("## ") }
    return section.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed().map(String.init)
  }

  /// The kind of record at fault, as `subject_kind` names it.
  public static func subject(of code: RuleCode) -> StaticString {
    switch (code.family, code.number) {
    case (.iur, 4): "membership"
    case (.iur, 6), (.iur, 7), (.iur, 8), (.iur, 11), (.keu, _): "disbursement"
    case (.iur, _), (.kps, 1), (.kps, 3): "contribution"
    case (.idn, 3), (.idn, 6), (.kps, 5...7), (.kps, 9): "roster"
    case (.prs, 4): "finding"
    case (.klm, _), (.prs, _), (.sil, 1), (.sil, 3): "claim"
    case (.sil, _): "roster"
    case (.kps, _), (.idn, _): "membership"
    case (.dat, _): "file"
    }
  }
}
