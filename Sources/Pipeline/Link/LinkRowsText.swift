internal import Domain
internal import Matcher
internal import Writer

/// `links.csv` of `rekon link`: one row a left key, its level of each comparison.
struct LinkRowsText {
  private static let room = 256 << 10

  private let linker: Linker
  private let result: LinkResult

  init(_ linker: Linker, _ result: LinkResult) { (self.linker, self.result) = (linker, result) }

  /// Hands out the text a piece at a time.
  func write(_ give: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    let names = linker.plan.comparisons.map { "level_\($0.name)" }
    var text = Self.row(["left_key", "right_key", "probability", "tier", "weight"] + names)
    for decision in result.decisions {
      text += Self.row(cells(decision))
      if text.utf8.count > Self.room {
        try Array(text.utf8).withUnsafeBytes { try give($0) }
        text = ""
      }
    }
    try Array(text.utf8).withUnsafeBytes { try give($0) }
  }

  private func cells(_ decision: LinkResult.Decision) -> [String] {
    let best = decision.best
    return [
      CellShield.put(on: linker.left.keys.string(decision.left)),
      CellShield.put(
        on: best.map { decision.isLink ? linker.right.keys.string($0.right) : "" } ?? ""),
      best.map { LinkNumber.written($0.probability, decimals: 6) } ?? "", decision.tier.rawValue,
      best.map { LinkNumber.written($0.weight, decimals: 3) } ?? "",
    ]
      + linker.plan.comparisons.enumerated().map { place, comparison in
        best.flatMap { $0.level(place) }.map { comparison.levels[$0].name }
          ?? (best == nil ? "" : "absent")
      }
  }

  private static func row(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    let mustQuote = cell.utf8.contains { $0 == 0x2c || $0 == 0x22 || $0 == 0x0a || $0 == 0x0d }
    return mustQuote ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
  }
}

/// Numbers with so many decimals, the same on every machine.
enum LinkNumber {
  /// The number rounded half away from zero.
  static func written(_ number: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = Int64((number.magnitude * scale).rounded())
    let digits = "\(rounded)"
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = number < 0 && rounded > 0 ? "-" : ""
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}
