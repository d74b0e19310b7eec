internal import CLibXML2
internal import Domain

/// A parser and what listens to it: libxml2 keeps the listener's address while it parses.
final class XMLListening<Listener> {
  /// The parser.
  let push: XMLPush
  /// What it calls.
  let listener: UnsafeMutablePointer<Listener>

  /// Starts a parser; `make` makes what listens to it.
  init(
    _ source: any ByteSource, head: FileHead, _ handler: xmlSAXHandler,
    _ make: (XMLPosition) -> Listener
  ) throws(ReadError) {
    listener = .allocate(capacity: 1)
    do {
      push = try XMLPush(source, head: head, handler, user: listener)
    } catch {
      listener.deallocate()
      throw error
    }
    listener.initialize(to: make(XMLPosition(push.context, push.places)))
  }

  deinit {
    listener.deinitialize(count: 1)
    listener.deallocate()
  }
}

extension XMLListening where Listener == XMLItems {
  /// Forgets the items that were handed on, and parses on.
  func advance() throws(ReadError) {
    listener.pointee.forget()
    try push.advance { listener.pointee.failure }
  }
}
