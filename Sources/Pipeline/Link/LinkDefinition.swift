internal import Matcher

/// How two files are linked, as `link.yaml` states it or as it is proposed from their headers.
struct LinkDefinition {
  /// One of the two files.
  struct Side {
    /// Where it lies, seen from the definition's folder.
    var file: String
    /// The column that names a row; nil for the first one with a different value in each row.
    var key: String?
    /// The sheet of a workbook.
    var sheet: String?
    /// The row of the header, where it is stated.
    var header: Int?
  }

  /// A comparison as it is stated.
  struct Stated {
    /// What it is called.
    var name: String
    /// The columns of the left file, joined by spaces where there are several.
    var left: [String]
    /// The columns of the right file.
    var right: [String]
    /// How the values are compared.
    var kind: Comparison.Kind
    /// The share by which amounts may differ.
    var tolerance: Double?
    /// How many days dates may lie apart.
    var window: Int?
    /// Which date comes first, where that is known.
    var direction = Direction.any
  }

  /// Which of two dates comes first.
  enum Direction: String, CaseIterable {
    case any
    case rightNotBeforeLeft = "right-not-before-left"
    case leftNotBeforeRight = "left-not-before-right"
  }

  /// The left file.
  var left: Side
  /// The right file.
  var right: Side
  /// What a link excludes.
  var cardinality = LinkPlan.Cardinality.oneToOne
  /// What is compared.
  var comparisons: [Stated]
  /// The blocks, each the names of comparisons or of their columns; empty for proposed ones.
  var blocks: [[String]] = []
  /// The folder from which the files are seen.
  var folder = "."
}

extension LinkDefinition.Stated {
  /// The comparison with its levels.
  var comparison: Comparison {
    var tuning = ComparisonLevel.Tuning()
    (tuning.tolerance, tuning.window) = (tolerance, dateWindow)
    return Comparison(name: name, kind: kind, tuning)
  }

  /// The days by which the right date may differ; nil for dates that should agree.
  var dateWindow: ClosedRange<Int>? {
    guard kind == .date, window != nil || direction != .any else { return nil }
    let days = window ?? 30
    return switch direction {
    case .any: -days...days
    case .rightNotBeforeLeft: 0...days
    case .leftNotBeforeRight: -days...0
    }
  }
}

extension LinkDefinition {
  /// The definition as it can be saved and stated again.
  var yaml: String {
    var lines = [
      "left:  {file: \(Self.quoted(left.file))\(Self.key(left))}",
      "right: {file: \(Self.quoted(right.file))\(Self.key(right))}",
      "cardinality: \(cardinality.rawValue)", "compare:",
    ]
    for stated in comparisons {
      let columns =
        stated.left == stated.right
        ? "column: \(Self.list(stated.left))"
        : "left: \(Self.list(stated.left)), right: \(Self.list(stated.right))"
      var line = "  - {\(columns), as: \(stated.kind.rawValue)"
      if let tolerance = stated.tolerance { line += ", tolerance: \(tolerance)" }
      if let window = stated.window { line += ", window: \(window)d" }
      if stated.direction != .any { line += ", direction: \(stated.direction.rawValue)" }
      lines.append(line + "}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func key(_ side: Side) -> String {
    side.key.map { ", key: \(quoted($0))" } ?? ""
  }

  private static func list(_ names: [String]) -> String {
    names.count == 1 ? quoted(names[0]) : "[\(names.map(quoted).joined(separator: ", "))]"
  }

  private static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || "_-./".unicodeScalars.contains($0)
    }
    if isPlain, let first = text.first, first.isLetter || first == "/" || first == "_" {
      return text
    }
    return "'\(text.replacing("'", with: "''"))'"
  }
}
