internal import Domain

/// What a number format makes of a number.
enum NumberForm: UInt8 {
  case number, date, duration
}

/// Tells what the number formats of a workbook's cells make of numbers.
final class StylesHandler: MarkupHandler {
  /// What each cell style makes of a number, by its place.
  private(set) var forms: ContiguousArray<NumberForm> = []
  private var custom: [Int: NumberForm] = [:]
  private var isInCellStyles = false
  private var (format, styles, style): (MarkupName?, MarkupName?, MarkupName?)
  private var (id, code): (MarkupName?, MarkupName?)

  override func learn(_ names: MarkupNames) {
    (format, styles, style) = (names["numFmt"], names["cellXfs"], names["xf"])
    (id, code) = (names["numFmtId"], names["formatCode"])
  }

  override func open(_ name: MarkupName, _ attributes: MarkupAttributes) {
    if name == styles {
      isInCellStyles = true
    } else if name == style, isInCellStyles {
      guard forms.count < Limits.styles else {
        return stop(.refused(.tooLarge, "the workbook has too many styles"))
      }
      let id = attributes.text(of: id).flatMap { Int($0) } ?? 0
      forms.append(custom[id] ?? Self.builtIn(id))
    } else if name == format, let id = attributes.text(of: id).flatMap({ Int($0) }),
      let code = attributes.text(of: code), custom.count < Limits.styles
    {
      custom[id] = NumberForm(code: code)
    }
  }

  override func close(_ name: MarkupName) {
    if name == styles { isInCellStyles = false }
  }

  /// What the formats that every workbook has make of a number.
  private static func builtIn(_ id: Int) -> NumberForm {
    switch id {
    case 14...22, 27...36, 45, 47, 50...58: .date
    case 46: .duration
    default: .number
    }
  }
}

extension NumberForm {
  /// What a format's code makes of a number: its first section decides.
  ///
  /// Text in quotes and behind a backslash is no code, nor are colours and locales in brackets.
  init(code: String) {
    var rest = Substring(code).utf8
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: ";"):
        self = .number
        return
      case UInt8(ascii: "\""): rest = rest.drop { $0 != byte }.dropFirst()
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): _ = rest.popFirst()
      case UInt8(ascii: "["):
        let inner = rest.prefix { $0 != UInt8(ascii: "]") }
        rest = rest.dropFirst(inner.count + 1)
        if Self.isElapsed(inner) {
          self = .duration
          return
        }
      case _ where "dmhys".utf8.contains(Bytes.lower(byte)):
        self = Self.hasElapsed(rest) ? .duration : .date
        return
      default: break
      }
    }
    self = .number
  }

  /// Whether brackets hold hours, minutes or seconds that go on above a day.
  private static func isElapsed(_ inner: Substring.UTF8View) -> Bool {
    guard let first = inner.first, "hms".utf8.contains(Bytes.lower(first)) else { return false }
    return inner.allSatisfy { Bytes.lower($0) == Bytes.lower(first) }
  }

  private static func hasElapsed(_ rest: Substring.UTF8View) -> Bool {
    let section = String(Substring(rest)).lowercased().prefix { $0 != ";" }
    return ["[h]", "[hh]", "[m]", "[mm]", "[s]", "[ss]"].contains { section.contains($0) }
  }
}
