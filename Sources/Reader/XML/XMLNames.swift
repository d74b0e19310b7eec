internal import Domain

/// Which column an element's or attribute's name stands for, by the name's address.
///
/// libxml2 stores each name once, so that an address met before needs no comparison.
struct XMLNames {
  /// Names met, as far as they are kept for messages.
  private(set) var met: [String] = []

  /// Whether there are more different names than a document may have.
  var areTooMany: Bool { different.count > Limits.differentNames }

  private let aliases: HeaderAliases
  private let places: ColumnMap
  private var slots: ContiguousArray<(name: UnsafePointer<UInt8>?, place: Int)>
  private var different: Set<UnsafePointer<UInt8>> = []

  /// A cache over the spellings of a kind; columns are told by their place.
  init(_ aliases: HeaderAliases, columns: [Column]) {
    self.aliases = aliases
    places = ColumnMap(placesIn: columns)
    slots = ContiguousArray(repeating: (nil, -1), count: 256)
  }

  /// Keeps the name of an element outside the records, for messages.
  mutating func note(_ name: UnsafePointer<UInt8>) { _ = place(of: name) }

  /// The place of the column a name stands for; -1 for none.
  mutating func place(of name: UnsafePointer<UInt8>) -> Int {
    let slot = Int(bitPattern: name) >> 2 & 255
    if slots[slot].name == name { return slots[slot].place }
    different.insert(name)
    let text = String(cString: name)
    let place = aliases.column(of: text).flatMap { places[$0] } ?? -1
    if met.count < Limits.names, !met.contains(text) { met.append(text) }
    slots[slot] = (name, place)
    return place
  }

  /// Why a document of too many names is refused: each is kept as long as it is read.
  static func tooMany(_ position: XMLPosition) -> ReadError {
    .tooLarge(
      line: position.line, what: "more than \(Limits.differentNames) different names of elements")
  }
}
