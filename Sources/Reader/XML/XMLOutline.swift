internal import CLibXML2
internal import Domain

/// What the first bytes of a document tell: which element is the record, and whose it is.
struct XMLOutline {
  /// All elements of one name in those of another, as a path.
  struct Path {
    let name: String
    let parent: Int
    let depth: Int
    /// How many stood in one parent at most, and stand in the open one.
    var most = 0
    var current = 0
    var count = 0
    /// The names of its attributes and of its elements that have none themselves.
    var fields: Set<String> = []
    /// The known columns among them.
    var columns: Set<Column> = []
    var hasElements = false
  }

  /// The name of the record's element; nil where none was met.
  private(set) var record: String?
  /// The first namespace of a message about a bank account that an element is of.
  private(set) var statementNamespace: String?

  private let context: xmlParserCtxtPtr?
  private let aliases: HeaderAliases?
  private var paths: [Path] = []
  private var places: [Int: [UnsafePointer<UInt8>: Int]] = [:]
  private var open: [Int] = []

  /// Looks through the first bytes of a document; `aliases` tell the columns wanted.
  init(_ head: FileHead, aliases: HeaderAliases?) {
    (self.aliases, context) = (aliases, nil)
    let scan = UnsafeMutablePointer<XMLOutline>.allocate(capacity: 1)
    defer { scan.deallocate() }
    var handler = Self.handler
    rekon_silence_libxml2()
    guard let parser = xmlCreatePushParserCtxt(&handler, scan, nil, 0, nil) else { return }
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    XMLDeclaration(head).forced?.force(on: parser)
    scan.initialize(to: XMLOutline(parser, aliases))
    head.bytes.withUnsafeBytes { bytes in
      _ = xmlParseChunk(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0)
    }
    xmlFreeParserCtxt(parser)
    let seen = scan.move()
    statementNamespace = seen.statementNamespace
    record = (aliases == nil ? seen.repeated() : seen.known()).map { seen.paths[$0].name }
  }

  private init(_ context: xmlParserCtxtPtr, _ aliases: HeaderAliases?) {
    (self.context, self.aliases) = (context, aliases)
  }
}

extension XMLOutline {
  fileprivate mutating func open(
    _ name: UnsafePointer<UInt8>, _ uri: UnsafePointer<UInt8>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard open.count < Limits.depth, count <= Limits.attributes, paths.count < Limits.paths else {
      if let context { xmlStopParser(context) }
      return
    }
    if let uri, statementNamespace == nil {
      let text = String(cString: uri)
      if CamtVersion.isOfAccount(text) { statementNamespace = text }
    }
    let place = path(of: name)
    if let parent = open.last { paths[parent].hasElements = true }
    open.append(place)
    paths[place].count += 1
    paths[place].current += 1
    paths[place].most = max(paths[place].most, paths[place].current)
    for child in places[place, default: [:]].values { paths[child].current = 0 }
    for i in 0..<count {
      if let name = attributes?[5 * i] { note(String(cString: name), in: place) }
    }
  }

  fileprivate mutating func close() {
    guard let place = open.popLast() else { return }
    let isLeaf = !paths[place].hasElements && (aliases != nil || paths[place].fields.isEmpty)
    if let parent = open.last, isLeaf {
      note(paths[place].name, in: parent)
    }
  }

  private mutating func path(of name: UnsafePointer<UInt8>) -> Int {
    let parent = open.last ?? -1
    if let place = places[parent]?[name] { return place }
    paths.append(Path(name: String(cString: name), parent: parent, depth: open.count))
    places[parent, default: [:]][name] = paths.count - 1
    return paths.count - 1
  }

  private mutating func note(_ field: String, in place: Int) {
    guard paths[place].fields.insert(field).inserted else { return }
    if let column = aliases?.column(of: field) { paths[place].columns.insert(column) }
  }

  fileprivate mutating func stop() { if let context { xmlStopParser(context) } }
}

extension XMLOutline {
  /// The columns of each path and of all that stands in it.
  private func columnsUnder() -> [Set<Column>] {
    var under = paths.map(\.columns)
    for place in paths.indices.reversed() where paths[place].parent >= 0 {
      under[paths[place].parent].formUnion(under[place])
    }
    return under
  }

  private func isIn(_ place: Int, _ ancestor: Int) -> Bool {
    var place = paths[place].parent
    while place > ancestor { place = paths[place].parent }
    return place == ancestor
  }

  /// The record by the columns wanted: the innermost element that has most of them, but a part of
  /// it that is repeated and has more of them than the rest: then it is a group of records.
  fileprivate func known() -> Int? {
    let under = columnsUnder()
    let inner = paths.indices.dropFirst().filter { under[$0].count >= 2 }
    guard
      var best = inner.max(by: {
        (under[$0].count, paths[$0].depth) < (under[$1].count, paths[$1].depth)
      })
    else { return (paths.first?.columns.count ?? 0) >= 2 ? 0 : nil }
    while let part = inner.first(where: {
      isIn($0, best) && paths[$0].most > 1
        && under[best].subtracting(under[$0]).count < under[$0].count
    }) {
      best = part
    }
    return best
  }

  /// The record by form alone: the outermost element with fields that is repeated, but a repeated
  /// part of it that has more fields than itself; else one that is there once.
  fileprivate func repeated() -> Int? {
    let inner = paths.indices.dropFirst().filter { !paths[$0].fields.isEmpty }
    let several = inner.filter { paths[$0].most > 1 }
    guard
      var best = several.min(by: {
        (paths[$0].depth, -paths[$0].count) < (paths[$1].depth, -paths[$1].count)
      })
    else { return single(inner) }
    while let part = several.first(where: {
      isIn($0, best) && paths[$0].fields.count > paths[best].fields.count
    }) {
      best = part
    }
    return best
  }

  private func single(_ inner: [Int]) -> Int? {
    let most = inner.max { paths[$0].fields.count < paths[$1].fields.count }
    let root = paths.first?.fields.count ?? 0
    guard let most, paths[most].fields.count >= root else { return root > 0 ? 0 : nil }
    return most
  }
}

extension XMLOutline {
  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { user, _, _, _ in XMLOutline.at(user)?.pointee.stop() }
    handler.startElementNs = { user, name, _, uri, _, _, count, _, attributes in
      guard let name else { return }
      XMLOutline.at(user)?.pointee.open(name, uri, Int(count), attributes)
    }
    handler.endElementNs = { user, _, _, _ in XMLOutline.at(user)?.pointee.close() }
    handler.serror = { _, _ in }
    return handler
  }

  private static func at(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLOutline>? {
    user?.assumingMemoryBound(to: XMLOutline.self)
  }
}
