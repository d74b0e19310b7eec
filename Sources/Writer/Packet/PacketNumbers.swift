import Domain

/// Numbers, dates and keys as the page shows them.
enum PacketNumbers {
  static func text(_ write: (inout OutputText) -> Void) -> String {
    var text = OutputText(room: 64)
    write(&text)
    return text.string
  }

  static func count(_ value: Int64) -> String { text { $0.append(grouped: value) } }

  static func rupiah(_ value: Int64) -> String { text { $0.append(rupiah: value) } }

  static func month(_ month: CoverageMonth) -> String {
    text { Message.append(month, to: &$0) }
  }

  static func date(_ date: CalendarDate) -> String { text { Message.append(date, to: &$0) } }

  static func period(_ period: Period) -> String {
    period.from == period.to
      ? month(period.from) : "\(month(period.from))–\(month(period.to))"
  }

  /// A share with one decimal, as `138,9%`, rounded half up.
  static func percent(_ part: Int64, of whole: Int64) -> String {
    let tenths = Int64((Double(part) / Double(whole) * 1_000).rounded())
    return "\(count(tenths / 10)),\(tenths % 10)%"
  }

  /// The count of a statement line.
  static func countFigure(_ line: StatementLine) -> Figure {
    Figure(key: "statement:\(line.section.name):\(line.line):count", text: count(line.count))
  }

  /// The rupiah of a statement line.
  static func amountFigure(_ line: StatementLine) -> Figure {
    Figure(key: "statement:\(line.section.name):\(line.line):amount", text: rupiah(line.amount))
  }

  /// The rupiah of a monthly line.
  static func amountFigure(_ line: MonthlyLine) -> Figure {
    let key = text { text in
      text.append("monthly:")
      if let month = line.month { text.append(month) }
      text.append(":")
      text.append(line.basis.name)
      text.append(text: ":\(line.fund):")
      text.append(line.programme.code)
      text.append(":")
      text.append(line.measure.name)
    }
    return Figure(key: key, text: rupiah(line.value))
  }
}
