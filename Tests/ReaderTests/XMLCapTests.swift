import Domain
import Reader
import TestSupport
import Testing

/// What is refused although libxml2 would read it, and what just is not.
struct XMLCapTests {
  private func failure(_ bytes: [UInt8], piece: Int = .max) -> ReadError? {
    #expect(throws: ReadError.self) { try NamedReading(bytes, piece: piece) }
  }

  private func failure(_ text: String) -> ReadError? { failure(Array(text.utf8)) }

  private func isTooLarge(_ error: ReadError?, line: Int) -> Bool {
    if case .tooLarge(line: line, what: _)? = error { return true }
    return false
  }

  private func attributes(_ count: Int) -> String {
    (0..<count).map { " a\($0)='>'" }.joined()
  }

  @Test func `An element may have 256 attributes and no more`() throws {
    #expect(try NamedReading("<a>\n<r\(attributes(256))/></a>").rows.first?.cells.count == 256)
    #expect(isTooLarge(failure("<a>\n<r\(attributes(257))/></a>"), line: 2))
  }

  @Test(arguments: [1, 1000, Int.max])
  func `A start tag may have 64 KiB and no more`(piece: Int) throws {
    let short = "<a>\n\n<r n='\(String(repeating: ">", count: 65_520))'/><r n=''/></a>"
    #expect(try NamedReading(short, piece: piece).rows.count == 2)
    let long = "<a>\n\n<r n='\(String(repeating: ">", count: 65_536))'/><r n=''/></a>"
    #expect(isTooLarge(failure(Array(long.utf8), piece: piece), line: 3))
    #expect(
      isTooLarge(failure("<a>\(String(repeating: "\n ", count: 200_000))" + long), line: 200_003))
  }

  @Test func `A hundred thousand attributes are refused before they are parsed`() {
    let text = "<a><r\(attributes(100_000))/></a>"
    #expect(isTooLarge(failure(text), line: 1))
    let wide = text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    #expect(isTooLarge(failure([0xff, 0xfe] + wide), line: 1))
  }

  @Test func `A text may have 1 MiB and no more`() throws {
    for (count, isRead) in [(1 << 20, true), (1 << 20 + 1, false)] {
      for name in ["n", "other"] {
        let text = "<a><r><n/><\(name)>\(String(repeating: "x", count: count))</\(name)></r></a>"
        #expect(((try? NamedReading(text)) != nil) == isRead)
      }
    }
  }

  @Test func `A document may have 4096 different names and no more`() throws {
    func document(_ count: Int) -> String {
      "<a>\n\((0..<count).map { "<r><n\($0)>1</n\($0)></r>\n" }.joined())</a>"
    }
    #expect(try NamedReading(document(4094)).rows.count == 4094)
    #expect(isTooLarge(failure(document(4095)), line: 4096))
    let error = #expect(throws: ReadError.self) { try Reading(document(4095), .claims) }
    #expect(isTooLarge(error, line: 4096))
  }

  @Test func `Elements may be 64 deep and no deeper`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    _ = try NamedReading(nested(64))
    guard case .tooDeep(line: 1)? = failure(nested(65)) else {
      Issue.record("65 levels were read")
      return
    }
  }

  @Test func `Comments and sections may hold what they like`() throws {
    let much = String(repeating: "y", count: 100_000)
    let text = "<a><!-- < \(much) --><r n='1'><t><![CDATA[a < b \(much)]]></t></r><?p \(much)?></a>"
    #expect(try NamedReading(text).rows.count == 1)
  }

  @Test(
    arguments: [
      [0xef, 0xbb, 0xbf] + Array("<?xml version='1.0' encoding='ISO-8859-1'?><a/>".utf8),
      Array("<?xml version='1.0' encoding='UTF-16'?><a/>".utf8),
      Array("<?xml version='1.0' encoding='UTF-7'?><a/>".utf8),
      [0xff, 0xfe] + "<?xml version='1.0' encoding='utf-8'?><a/>".utf8.flatMap { [$0, 0] },
      [0xff, 0xfe] + "<?xml version='1.0' encoding='utf-16be'?><a/>".utf8.flatMap { [$0, 0] },
      [0, 0, 0, 0x3c, 0, 0, 0, 0x61, 0, 0, 0, 0x2f, 0, 0, 0, 0x3e],
    ] as [[UInt8]])
  func `An encoding that the bytes contradict is refused`(bytes: [UInt8]) {
    guard case .malformedXML(line: 1, _, _)? = failure(bytes) else {
      Issue.record("a document was read")
      return
    }
  }

  @Test(arguments: [
    "<a>\n<p:b/></a>", "<a xmlns:p='u' xmlns:q='u'>\n<b p:x='1' q:x='2'/></a>",
    "<a>\n<?p:q x?></a>", "<a xmlns:p=''>\n</a>", "<a>\n<:b/></a>",
  ])
  func `A namespace error is fatal`(text: String) {
    guard case .malformedXML? = failure(text) else {
      Issue.record("a namespace error was read")
      return
    }
  }

  @Test func `No external file is opened`() {
    let text = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
    let wide = text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    for bytes in [Array(text.utf8), [0xff, 0xfe] + wide] {
      guard case .doctype(line: 1)? = failure(bytes) else {
        Issue.record("a DOCTYPE was read")
        return
      }
    }
  }
}
