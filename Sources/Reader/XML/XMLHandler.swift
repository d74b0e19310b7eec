internal import CLibXML2

extension XMLScan {
  /// The calls libxml2 makes; the first argument of each is the scan.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { scan, _, _, _ in XMLScan.at(scan)?.pointee.refuseDoctype() }
    handler.startElementNs = { scan, name, _, _, _, _, count, _, attributes in
      guard let name else { return }
      XMLScan.at(scan)?.pointee.open(name, Int(count), attributes)
    }
    handler.endElementNs = { scan, _, _, _ in XMLScan.at(scan)?.pointee.close() }
    handler.characters = { scan, text, count in
      guard let text else { return }
      XMLScan.at(scan)?.pointee.text(text, Int(count))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.serror = FirstError.note
    return handler
  }

  private static func at(_ scan: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLScan>? {
    scan?.assumingMemoryBound(to: XMLScan.self)
  }
}
