/// Few different texts that occur often (funds, kelurahan, SP2D numbers), each stored once.
public struct SymbolTable: Sendable {
  /// A text's place in the table; zero is the absent text.
  public typealias Symbol = UInt32

  private var arena = TextArena()
  private var texts: ContiguousArray<Text> = [.absent]
  private var slots: ContiguousArray<Symbol> = ContiguousArray(repeating: 0, count: 64)

  /// A table that holds the absent text alone.
  public init() {}

  /// How many symbols there are, the absent one included.
  public var count: Int { texts.count }

  /// The symbol of a text, stored at its first occurrence.
  ///
  /// `guess` is a symbol it may well be, as the previous row's: it is compared first.
  public mutating func intern(_ text: Span<UInt8>, guess: Symbol = 0) -> Symbol {
    guard !text.isEmpty else { return 0 }
    if Int(guess) < texts.count, arena.with(texts[Int(guess)], { Bytes.equal($0, text) }) {
      return guess
    }
    if texts.count * 2 > slots.count { grow() }
    var slot = home(of: text)
    while slots[slot] != 0 {
      let symbol = slots[slot]
      if arena.with(texts[Int(symbol)], { Bytes.equal($0, text) }) { return symbol }
      slot = (slot + 1) & (slots.count - 1)
    }
    texts.append(arena.add(text))
    slots[slot] = Symbol(texts.count - 1)
    return slots[slot]
  }

  /// The symbol of a text that is already there.
  public func find(_ text: Span<UInt8>) -> Symbol? {
    var slot = home(of: text)
    while slots[slot] != 0 {
      if arena.with(texts[Int(slots[slot])], { Bytes.equal($0, text) }) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return text.isEmpty ? 0 : nil
  }

  /// Calls `body` with a symbol's bytes.
  public func with<R, E: Error>(
    _ symbol: Symbol, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try arena.with(texts[Int(symbol)], body)
  }

  /// A symbol's text as a String.
  public func string(_ symbol: Symbol) -> String { arena.string(texts[Int(symbol)]) }

  /// Whether a symbol's text comes before another's in byte order.
  public func precedes(_ a: Symbol, _ b: Symbol) -> Bool {
    arena.precedes(texts[Int(a)], texts[Int(b)])
  }

  private func home(of text: Span<UInt8>) -> Int {
    let hash = Bytes.hash(of: text)
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: 0, count: slots.count * 2)
    for symbol in 1..<texts.count {
      var slot = arena.with(texts[symbol]) { home(of: $0) }
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Symbol(symbol)
    }
  }
}
