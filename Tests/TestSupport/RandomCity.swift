public import Foundation

/// Inputs of a small city made from a seed: some people, six months, many things wrong.
public struct RandomCity {
  /// One CSV file.
  public struct File {
    /// The base name.
    public var name: String
    /// The header line.
    public var header: String
    /// The records, one text each.
    public var rows: [String]
  }

  /// The files, payments by month among them.
  public internal(set) var files: [File] = []

  var random: SeededGenerator
  var people: [Person] = []
  var nextPayment = 1

  /// A city of as many people.
  public init(seed: UInt64, people count: Int = 60) {
    random = SeededGenerator(seed: seed)
    people = (0..<count).map { person($0) }
    addRoster()
    addMemberships()
    addPayments()
    addClaims()
  }

  /// Six months that read these files; memberships and claims as XML or CSV.
  static func definition(xml: Bool) -> String {
    """
    rekon: 1
    programme: Kota Acak
    period: {from: 2024-01, to: 2024-06}
    inputs:
      roster:        [{file: peserta.csv}]
      memberships:   [{file: kepesertaan.\(xml ? "xml" : "csv")}]
      contributions: [{file: "iuran-*.csv"}]
      disbursements: [{file: sp2d.csv}]
      claims:        [{file: klaim.\(xml ? "xml" : "csv")}]
    rules: {rejectLimit: 100%}

    """
  }

  /// Writes the files and the definition `kota.yaml` into a folder.
  public func write(to folder: URL, xml: Bool = false) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Self.definition(xml: xml).utf8).write(to: folder.appending(path: "kota.yaml"))
    for file in files {
      if xml, ["kepesertaan.csv", "klaim.csv"].contains(file.name) {
        let name = file.name.replacing(".csv", with: ".xml")
        try Data(Self.document(of: file).utf8).write(to: folder.appending(path: name))
      } else {
        let text = ([file.header] + file.rows).joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: folder.appending(path: file.name))
      }
    }
  }

  /// A file's records as XML, every other one with attributes in place of elements.
  private static func document(of file: File) -> String {
    let names = file.header.split(separator: ",")
    let records = file.rows.enumerated().map { place, row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      let pairs = zip(names, cells)
      if place.isMultiple(of: 2) {
        return "<Data " + pairs.map { "\($0)=\"\($1)\"" }.joined(separator: " ") + "/>"
      }
      return "<Data>" + pairs.map { "<\($0)>\($1)</\($0)>" }.joined() + "</Data>"
    }
    return "<Daftar>\n" + records.joined(separator: "\n") + "\n</Daftar>\n"
  }

  /// The same records, those of each file in another order.
  public func shuffled(seed: UInt64) -> RandomCity {
    var (city, random) = (self, SeededGenerator(seed: seed))
    for i in city.files.indices { city.files[i].rows.shuffle(using: &random) }
    return city
  }

  /// The same records, those of a file in two files.
  public func splitting(_ name: String) -> RandomCity {
    var city = self
    guard let place = files.firstIndex(where: { $0.name == name }) else { return city }
    let file = files[place]
    let middle = file.rows.count / 3
    city.files[place].rows = Array(file.rows[middle...])
    // Its name comes before the other's, and its rows were the last ones' neighbours.
    let other = File(
      name: name.replacing(".csv", with: "-awal.csv"), header: file.header,
      rows: Array(file.rows[..<middle]))
    city.files.append(other)
    return city
  }

  /// The same files with some rows spoiled.
  public func spoiled(seed: UInt64) -> RandomCity {
    var (city, random) = (self, SeededGenerator(seed: seed))
    for i in city.files.indices {
      for j in city.files[i].rows.indices where Int.random(in: 0..<8, using: &random) == 0 {
        city.files[i].rows[j] = Self.spoil(city.files[i].rows[j], &random)
      }
    }
    return city
  }

  private static func spoil(_ row: String, _ random: inout SeededGenerator) -> String {
    var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let cell = Int.random(in: 0..<cells.count, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: cells.removeLast()
    case 1: cells.append("lebih")
    case 2: cells[cell] = ""
    case 3: cells[cell] = "x\"y"
    case 4: cells[cell] = "\"belum ditutup"
    case 5: cells[cell] = "\u{0}"
    case 6: return ""
    case 7: cells[cell] = "\"dua\nbaris\""
    default: cells[cell] = ["2024-13", "9999999999999999999", "(5)", "31/02/2024"][cell % 4]
    }
    return cells.joined(separator: ",")
  }
}
