internal import Domain

/// The parts of a workbook's archive: which there are and how they belong together.
struct WorkbookPackage {
  /// A sheet with rows: its name, and the part it stands in.
  struct Sheet {
    let name: String
    let part: String
  }

  /// The sheets, in the workbook's order, hidden ones too.
  let sheets: [Sheet]
  /// Whether days are counted from 1904.
  let is1904: Bool
  /// The part of the shared strings, and that of the number formats.
  let strings: String?
  let styles: String?

  private let archive: ZipArchive

  /// Finds the parts of a workbook.
  ///
  /// Throws where the archive is none, or is one that is refused.
  init(_ archive: ZipArchive) throws(ReadError) {
    self.archive = archive
    let main = try Self.mainPart(archive)
    let handler = WorkbookHandler()
    try archive.parse(main, handler)
    guard handler.isWorkbook else {
      throw .refused(.notAWorkbook, "the archive holds no workbook")
    }
    let relations = try Self.relations(of: main, archive)
    sheets = try Self.sheets(handler.sheets, relations, archive)
    is1904 = handler.is1904
    strings = Self.part(relations, "/sharedstrings", "xl/sharedstrings.xml", archive)
    styles = Self.part(relations, "/styles", "xl/styles.xml", archive)
  }

  private static func sheets(
    _ found: [(name: String, relation: String)], _ relations: [Relation], _ archive: ZipArchive
  ) throws(ReadError) -> [Sheet] {
    var sheets: [Sheet] = []
    for sheet in found {
      guard let relation = relations.first(where: { $0.id == sheet.relation }) else {
        throw .refused(.damagedArchive, "a sheet of the workbook has no part")
      }
      guard relation.type.hasSuffix("/worksheet") else { continue }
      guard archive.entry(relation.target) != nil else {
        throw .refused(.damagedArchive, "a sheet's part is missing")
      }
      sheets.append(Sheet(name: sheet.name, part: relation.target))
    }
    guard !sheets.isEmpty else {
      throw .refused(.notAWorkbook, "the workbook has no sheet with rows")
    }
    return sheets
  }

  /// The workbook's part; throws where there is none or where it may hold macros.
  private static func mainPart(_ archive: ZipArchive) throws(ReadError) -> String {
    var main = "xl/workbook.xml"
    if archive.entry("_rels/.rels") != nil {
      let relations = try Self.relations(of: "", archive)
      main = relations.first { $0.type.hasSuffix("/officedocument") }?.target ?? main
    }
    var isMacro = archive.names.contains { $0.split(separator: "/").last == "vbaproject.bin" }
    if archive.entry("[content_types].xml") != nil {
      let types = ElementsHandler()
      try archive.parse("[content_types].xml", types)
      isMacro =
        isMacro || types.elements.contains { $0["ContentType"]?.contains("macroEnabled") ?? false }
    }
    guard !isMacro else {
      throw .refused(.macro, "the workbook may hold macros: save it as .xlsx without them")
    }
    guard archive.entry(main) != nil, main.hasSuffix(".xml") else {
      throw .refused(.notAWorkbook, "the archive holds no workbook")
    }
    return main
  }

  private static func part(
    _ relations: [Relation], _ type: String, _ usual: String, _ archive: ZipArchive
  ) -> String? {
    let part = relations.first { $0.type.hasSuffix(type) }?.target ?? usual
    return archive.entry(part) == nil ? nil : part
  }
}

extension WorkbookPackage {
  /// How one part refers to another: names are in lower case.
  private struct Relation {
    let id: String
    let type: String
    let target: String
  }

  private static func relations(
    of part: String, _ archive: ZipArchive
  ) throws(ReadError) -> [Relation] {
    let path = part.split(separator: "/").map(String.init)
    let folder = path.dropLast()
    let name = (folder + ["_rels", (path.last ?? "") + ".rels"]).joined(separator: "/")
    guard archive.entry(name) != nil else { return [] }
    let handler = ElementsHandler()
    try archive.parse(name, handler)
    return handler.elements.compactMap { element in
      guard let id = element["Id"], let type = element["Type"], let target = element["Target"],
        element["TargetMode"] != "External"
      else { return nil }
      return Relation(
        id: id, type: type.lowercased(), target: resolve(target, from: Array(folder)))
    }
  }

  /// A target as a part's name: only ever compared with the names of the archive.
  private static func resolve(_ target: String, from folder: [String]) -> String {
    let target = target.lowercased().split(separator: "\\").joined(separator: "/")
    var path = target.hasPrefix("/") ? [] : folder
    for step in decoded(target).split(separator: "/") where step != "." {
      if step == ".." { _ = path.popLast() } else { path.append(String(step)) }
    }
    return path.joined(separator: "/")
  }

  /// A target without `%20` and the like.
  private static func decoded(_ target: String) -> String {
    guard target.contains("%") else { return target }
    var bytes: [UInt8] = []
    var rest = Substring(target).utf8
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == 0x25, digits.count == 2, let value = UInt8(String(Substring(digits)), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ZipArchive {
  /// Parses a whole part.
  func parse(_ part: String, _ handler: MarkupHandler) throws(ReadError) {
    let reader = try PartReader(self, part, handler)
    while try reader.advance() {}
  }
}

/// Parses one part of an archive a piece at a time.
final class PartReader {
  private let part: ZipPart
  private let parser: MarkupParser
  private let chunk: UnsafeMutableRawBufferPointer
  private var isAtEnd = false

  /// Opens a part for a handler.
  init(_ archive: ZipArchive, _ name: String, _ handler: MarkupHandler) throws(ReadError) {
    guard let entry = archive.entry(name) else {
      throw .refused(.damagedArchive, "a part of the workbook is missing")
    }
    part = try archive.open(entry)
    parser = try MarkupParser(handler)
    chunk = .allocate(byteCount: Limits.partPiece, alignment: 16)
  }

  deinit { chunk.deallocate() }

  /// Parses the next piece; false when there are no more.
  func advance() throws(ReadError) -> Bool {
    guard !isAtEnd else { return false }
    let count = try part.read(into: chunk)
    isAtEnd = count == 0
    try parser.parse(UnsafeRawBufferPointer(rebasing: chunk[..<count]), isLast: isAtEnd)
    return true
  }
}

/// Collects the attributes of a small part's elements.
private final class ElementsHandler: MarkupHandler {
  private(set) var elements: [[String: String]] = []

  override func open(_ name: MarkupName, _ attributes: MarkupAttributes) {
    guard attributes.count > 0 else { return }
    guard elements.count < Limits.relations else {
      return stop(.refused(.tooLarge, "the workbook has too many parts"))
    }
    var element: [String: String] = [:]
    for place in 0..<attributes.count {
      guard let name = attributes.name(place) else { continue }
      element[String(cString: name)] = attributes.text(of: name)
    }
    elements.append(element)
  }
}

/// Finds the sheets of a workbook.
private final class WorkbookHandler: MarkupHandler {
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var is1904 = false
  private(set) var isWorkbook = false
  private var names: MarkupNames?

  override func learn(_ names: MarkupNames) { self.names = names }

  override func open(_ name: MarkupName, _ attributes: MarkupAttributes) {
    guard let names else { return }
    if depth == 1 { isWorkbook = name == names["workbook"] }
    if name == names["workbookPr"], let text = attributes.text(of: names["date1904"]) {
      is1904 = text == "1" || text == "true" || text == "on"
    }
    guard name == names["sheet"], sheets.count < Limits.relations else { return }
    // A sheet that refers to nothing stands for what other programs keep: it has no rows.
    if let relation = attributes.text(of: names["id"]), !relation.isEmpty {
      sheets.append((attributes.text(of: names["name"]) ?? "", relation))
    }
  }
}
