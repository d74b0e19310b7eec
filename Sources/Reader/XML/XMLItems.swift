internal import CLibXML2
internal import Domain

/// The elements of a document that are asked for, each as a small tree of names and texts.
struct XMLItems {
  /// Which elements are items.
  enum Rule {
    /// The elements of a name, wherever they stand but in one another.
    case named(String)
    /// The children of the elements of a name.
    case children(of: String)
  }

  /// An element or an attribute of an item.
  struct Node {
    /// The name without prefix.
    let name: Int
    /// The element it stands in, among the item's nodes; -1 for the item itself.
    let parent: Int
    /// The text: empty for an element that has elements.
    var text: Range<Int>
    var hasElements = false
    let isAttribute: Bool
  }

  /// One element that was asked for.
  struct Item {
    /// The line of its start tag.
    let line: Int
    /// The first byte of its start tag.
    let byte: Int
    /// How many of its rule's parents were met before it.
    let parent: Int
    /// Its nodes.
    var nodes: Range<Int>
  }

  /// Why parsing was stopped.
  private(set) var failure: ReadError?
  /// The items that are complete.
  private(set) var items: ContiguousArray<Item> = []
  /// The nodes of all items.
  private(set) var nodes: ContiguousArray<Node> = []
  /// The texts.
  private(set) var bytes: ContiguousArray<UInt8> = []
  /// The names met.
  private(set) var names: [String] = []
  /// How many elements were met whose children are items.
  private(set) var parents = 0

  private let rule: Rule
  private let position: XMLPosition
  /// Names of which an element keeps two parts at most: no more are needed.
  private let sparse: Set<String>
  private var numbers: [UnsafePointer<UInt8>: Int] = [:]
  private var numbersByText: [String: Int] = [:]
  private var depth = 0
  private var itemDepth = 0
  private var parentDepths: ContiguousArray<Int> = []
  private var item = Item(line: 0, byte: 0, parent: 0, nodes: 0..<0)
  private var itemByte = 0
  private var path: ContiguousArray<Int> = []
  private var skipDepth = 0
  private var textCount = 0

  /// Listens for a parser.
  init(_ position: XMLPosition, _ rule: Rule, sparse: Set<String> = []) {
    (self.rule, self.sparse, self.position) = (rule, sparse, position)
  }

  /// Forgets the items that were handed on.
  mutating func forget() {
    let from = itemDepth > 0 ? item.nodes.lowerBound : nodes.count
    let byte = itemDepth > 0 ? itemByte : bytes.count
    items.removeAll(keepingCapacity: true)
    nodes.removeFirst(from)
    bytes.removeFirst(byte)
    for i in nodes.indices {
      nodes[i].text = nodes[i].text.lowerBound - byte..<nodes[i].text.upperBound - byte
    }
    item.nodes = 0..<nodes.count
    itemByte = 0
  }
}

extension XMLItems {
  /// Opens an element.
  mutating func open(
    _ name: UnsafePointer<UInt8>, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    let place = position.passTag()
    guard failure == nil else { return }
    guard depth < Limits.depth else { return stop(.tooDeep(line: position.line)) }
    guard count <= Limits.attributes else {
      return stop(tooLarge("more than \(Limits.attributes) attributes in an element"))
    }
    depth += 1
    textCount = 0
    let number = number(of: name)
    guard names.count <= Limits.differentNames else { return stop(XMLNames.tooMany(position)) }
    if itemDepth > 0 {
      guard skipDepth == 0 else { return }
      if isTooMany(number) {
        skipDepth = depth
        return
      }
      add(number, isAttribute: false)
    } else if isItem(number) {
      (itemDepth, itemByte) = (depth, bytes.count)
      let start = position.tagStart()
      item = Item(
        line: Int(start.line), byte: place ?? start.byte, parent: parents,
        nodes: nodes.count..<nodes.count)
      path.removeAll(keepingCapacity: true)
      add(number, isAttribute: false)
    } else {
      return
    }
    for i in 0..<count { if let attributes { add(attributes + 5 * i) } }
  }

  private mutating func isItem(_ number: Int) -> Bool {
    switch rule {
    case .named(let name): return names[number] == name
    case .children(let name):
      if parentDepths.last == depth - 1, depth > 1 { return true }
      if names[number] == name {
        parentDepths.append(depth)
        parents += 1
      }
      return false
    }
  }

  private func isTooMany(_ number: Int) -> Bool {
    guard sparse.contains(names[number]), let parent = path.last else { return false }
    let own = nodes[item.nodes.lowerBound...]
    return own.count { $0.name == number && $0.parent == parent } > 1
  }

  private mutating func add(_ name: Int, isAttribute: Bool) {
    guard nodes.count - item.nodes.lowerBound < Limits.parts else {
      return stop(tooLarge("more than \(Limits.parts) parts in a record"))
    }
    if let parent = path.last, !isAttribute {
      let place = item.nodes.lowerBound + parent
      if !nodes[place].hasElements {
        nodes[place].hasElements = true
        bytes.removeLast(nodes[place].text.count)
        nodes[place].text = bytes.count..<bytes.count
      }
    }
    nodes.append(
      Node(
        name: name, parent: path.last ?? -1, text: bytes.count..<bytes.count,
        isAttribute: isAttribute))
    if !isAttribute { path.append(nodes.count - 1 - item.nodes.lowerBound) }
  }

  /// Takes an attribute's value: its start and end are the last two of its five pointers.
  private mutating func add(_ attribute: UnsafeMutablePointer<UnsafePointer<UInt8>?>) {
    guard let name = attribute[0], let from = attribute[3], let to = attribute[4] else { return }
    add(number(of: name), isAttribute: true)
    let start = bytes.count
    bytes.append(contentsOf: UnsafeBufferPointer(start: from, count: to - from))
    XMLText.restoreAmpersands(in: &bytes, from: start)
    nodes[nodes.count - 1].text = start..<bytes.count
  }

  /// Adds to the text of the innermost element.
  mutating func text(_ text: UnsafePointer<UInt8>, _ count: Int) {
    guard failure == nil else { return }
    textCount += count
    guard textCount <= Limits.text else {
      return stop(tooLarge("a text of more than \(Limits.text) bytes"))
    }
    guard itemDepth > 0, skipDepth == 0, let open = path.last else { return }
    let place = item.nodes.lowerBound + open
    guard !nodes[place].hasElements else { return }
    if nodes[place].text.isEmpty { nodes[place].text = bytes.count..<bytes.count }
    bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
    nodes[place].text = nodes[place].text.lowerBound..<bytes.count
  }

  /// Closes the innermost element.
  mutating func close() {
    guard depth > 0, failure == nil else { return }
    textCount = 0
    if itemDepth > 0, skipDepth == 0 { path.removeLast() }
    if skipDepth == depth { skipDepth = 0 }
    if itemDepth == depth {
      item.nodes = item.nodes.lowerBound..<nodes.count
      items.append(item)
      itemDepth = 0
    }
    if parentDepths.last == depth { parentDepths.removeLast() }
    depth -= 1
  }

  /// Refuses a DOCTYPE.
  mutating func refuseDoctype() { stop(.doctype(line: position.line)) }

  private mutating func stop(_ reason: ReadError) {
    failure = failure ?? reason
    position.stop()
  }

  private func tooLarge(_ what: String) -> ReadError {
    .tooLarge(line: position.line, what: what)
  }

  /// A name's place among those met; libxml2 stores each name once.
  private mutating func number(of name: UnsafePointer<UInt8>) -> Int {
    if let number = numbers[name] { return number }
    let text = String(cString: name)
    let number = numbersByText[text] ?? names.count
    if number == names.count { names.append(text) }
    (numbers[name], numbersByText[text]) = (number, number)
    return number
  }
}

extension XMLItems {
  /// The calls libxml2 makes; the first argument of each is the listener.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { user, _, _, _ in XMLItems.at(user)?.pointee.refuseDoctype() }
    handler.startElementNs = { user, name, _, _, _, _, count, _, attributes in
      guard let name else { return }
      XMLItems.at(user)?.pointee.open(name, Int(count), attributes)
    }
    handler.endElementNs = { user, _, _, _ in XMLItems.at(user)?.pointee.close() }
    handler.characters = { user, text, count in
      guard let text else { return }
      XMLItems.at(user)?.pointee.text(text, Int(count))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.serror = FirstError.note
    return handler
  }

  private static func at(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLItems>? {
    user?.assumingMemoryBound(to: XMLItems.self)
  }
}

/// What libxml2's handed texts still need.
enum XMLText {
  /// Without entity expansion libxml2 hands an ampersand in a value on as `&#38;`.
  static func restoreAmpersands(in bytes: inout ContiguousArray<UInt8>, from start: Int) {
    guard bytes[start...].contains(0x26) else { return }
    let reference: StaticString = "&#38;"
    var (from, to) = (start, start)
    while from < bytes.count {
      bytes[to] = bytes[from]
      let isReference = reference.withUTF8Buffer { bytes[from...].starts(with: $0) }
      from += isReference ? 5 : 1
      to += 1
    }
    bytes.removeLast(bytes.count - to)
  }
}
