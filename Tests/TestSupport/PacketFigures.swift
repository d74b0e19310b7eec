/// The figures of a packet, and the numbers of the two tables that they must stand in.
public enum PacketFigures {
  /// Key and text of each element of a page that carries `data-figure`.
  public static func shown(on page: String) -> [(key: String, text: String)] {
    page.matches(of: /data-figure="([^"]*)">([^<]*)</).map { (String($0.1), String($0.2)) }
  }

  /// The number of a figure's text, without currency and marks of thousands.
  public static func digits(of text: String) -> String {
    text.filter { $0 != "." }.replacing("Rp", with: "")
  }

  /// Every figure by its key, read back from `monthly.csv` and `statement.csv`.
  public static func values(monthly: String, statement: String) -> [String: String] {
    var values: [String: String] = [:]
    for row in rows(monthly) {
      values["monthly:" + row.dropLast().joined(separator: ":")] = row.last
    }
    for row in rows(statement) {
      values["statement:\(row[0]):\(row[1]):count"] = row[row.count - 2]
      values["statement:\(row[0]):\(row[1]):amount"] = row[row.count - 1]
    }
    return values
  }

  private static func rows(_ csv: String) -> [[String]] {
    csv.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
