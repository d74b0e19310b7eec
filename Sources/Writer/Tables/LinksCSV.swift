public import Domain

/// Renders `links.csv`: which record is which participant, how sure, and the runner-up.
public enum LinksCSV {
  static let header: StaticString =
    "kind,key,participant,method,probability,tier,runner_up,runner_up_probability,file,line"

  /// Some rows; the header stands before the first.
  public static func render(_ report: RunReport, rows: Range<Int>) -> OutputText {
    var text = OutputText(room: 256 + rows.count * 112)
    if rows.lowerBound == 0 { text.append(header: header) }
    for place in rows {
      let row = report.links[place]
      text.cell(row.kind.name)
      text.cell(row.key, in: report.arena)
      text.cell(row.participant, in: report.arena)
      text.cell(name(row.link.method))
      appendProbability(row.probability, to: &text)
      text.cell(name(row.link.tier))
      text.cell(row.runnerUp, in: report.arena)
      appendProbability(row.runnerUpProbability, to: &text)
      text.cell { $0.append(text: report.files[Int(row.file)]) }
      text.cell(number: Int64(row.line))
      text.endRow()
    }
    return text
  }

  private static func appendProbability(_ value: Probability?, to text: inout OutputText) {
    text.cell { text in if let value { text.append(value) } }
  }

  private static func name(_ method: Link.Method) -> StaticString {
    switch method {
    case .none: "none"
    case .nik: "nik"
    case .kpj: "kpj"
    case .probabilistic: "probabilistic"
    case .decision: "decision"
    }
  }

  static func name(_ tier: Link.Tier) -> StaticString {
    switch tier {
    case .none: "none"
    case .ambiguous: "ambiguous"
    case .suggested: "suggested"
    case .auto: "auto"
    }
  }
}
