internal import CLibXML2

/// Fixed words for libxml2's errors: its own messages repeat what stands in the file.
enum XMLWords {
  /// What is wrong, by the error's number.
  static func of(code: Int32) -> String {
    let words = table.first { $0.0.contains(UInt32(bitPattern: code)) }?.1
    return words ?? "not well-formed (libxml2 error \(code))"
  }

  private static let table: [([UInt32], String)] = [
    (
      [XML_ERR_DOCUMENT_END.rawValue, XML_ERR_DOCUMENT_EMPTY.rawValue],
      "the document ends too early or goes on after its end"
    ),
    ([XML_ERR_INVALID_CHAR.rawValue], "a character that XML does not allow"),
    (
      [XML_ERR_INVALID_ENCODING.rawValue, XML_ERR_UNKNOWN_ENCODING.rawValue],
      "bytes that are not of the document's encoding"
    ),
    ([XML_ERR_HYPHEN_IN_COMMENT.rawValue], "two hyphens in a comment"),
    (
      [
        XML_ERR_COMMENT_NOT_FINISHED.rawValue, XML_ERR_PI_NOT_FINISHED.rawValue,
        XML_ERR_CDATA_NOT_FINISHED.rawValue,
      ], "a comment, an instruction or a CDATA section is not ended"
    ),
    ([XML_ERR_RESERVED_XML_NAME.rawValue], "a declaration that is not at the start"),
    ([XML_ERR_UNSUPPORTED_ENCODING.rawValue], "an encoding that is not supported"),
    (
      [XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue],
      "an entity that is not declared"
    ),
    (
      [XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue, XML_ERR_NAME_REQUIRED.rawValue],
      "a name or a reference is incomplete"
    ),
    (
      [XML_ERR_LT_IN_ATTRIBUTE.rawValue, XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue],
      "an attribute's value is malformed"
    ),
    ([XML_ERR_ATTRIBUTE_REDEFINED.rawValue], "an attribute stands twice"),
    ([XML_ERR_TAG_NAME_MISMATCH.rawValue], "the end tag is not that of the open element"),
    ([XML_ERR_TAG_NOT_FINISHED.rawValue], "an element is not ended"),
    ([XML_ERR_GT_REQUIRED.rawValue], "a tag is not closed"),
    (
      [
        XML_NS_ERR_XML_NAMESPACE.rawValue, XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue,
        XML_NS_ERR_QNAME.rawValue, XML_NS_ERR_ATTRIBUTE_REDEFINED.rawValue,
        XML_NS_ERR_EMPTY.rawValue, XML_NS_ERR_COLON.rawValue,
      ], "a namespace error"
    ),
  ]
}
