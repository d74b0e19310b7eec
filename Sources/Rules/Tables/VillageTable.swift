public import Domain

/// The city's kelurahan by name, spelling, old name and official code.
public struct VillageTable: Sendable {
  /// A kelurahan.
  public struct Village: Sendable {
    /// The name in reports.
    public let name: String
    /// The kecamatan it lies in.
    public let district: String
    /// The Kemendagri code, with dots.
    public let code: String
    /// Other spellings, the names before the merger and the BPS code.
    public let spellings: [String]
    /// The row that findings name.
    public let law: LawRef

    /// A kelurahan.
    public init(name: String, district: String, code: String, spellings: [String], law: LawRef) {
      (self.name, self.district, self.code) = (name, district, code)
      (self.spellings, self.law) = (spellings, law)
    }
  }

  /// The kelurahan, in the order of their codes.
  public let villages: [Village]
  private let places: [String: Int]
  private let statisticsCodes: [String]

  /// A table; a name of today goes before another kelurahan's old one.
  ///
  /// `statisticsCodes` are the BPS codes of the kecamatan: those of their kelurahan begin with one.
  public init(villages: [Village] = [], statisticsCodes: [String] = []) {
    (self.villages, self.statisticsCodes) = (villages, statisticsCodes)
    let today = foldedPlaces(of: villages.map { [$0.name, $0.code] })
    places = foldedPlaces(of: villages.map(\.spellings)).merging(today) { $1 }
  }

  /// The kelurahan a text names, with or without the word before it; nil for one elsewhere.
  public func village(named text: String) -> Village? {
    let key = foldedKey(text)
    let bare = ["kelurahan", "kel", "desa", "ds"].first { key.hasPrefix($0) }.map {
      key.dropFirst($0.count)
    }
    return (places[key] ?? bare.flatMap { places[String($0)] }).map { villages[$0] }
  }

  /// Whether a text names a kelurahan of the city, if only by a code of statistics.
  public func contains(_ text: String) -> Bool {
    if village(named: text) != nil { return true }
    let key = foldedKey(text)
    return key.count == 10 && statisticsCodes.contains { key.hasPrefix($0) }
  }

  /// The name in reports of the kelurahan a text names.
  public func canonicalName(of text: String) -> String? { village(named: text)?.name }
}
