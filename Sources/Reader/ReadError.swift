public import Domain

/// Why a file is unusable as a whole; nothing in it repeats a value of the file's rows.
public enum ReadError: Error {
  /// There is nothing in the file.
  case emptyFile
  /// The file is of a form that cannot be read.
  case unsupportedFormat(String)
  /// The columns wanted (any one of them where `anyOf`), and the headers that are there.
  case missingColumns([Column], anyOf: Bool, found: [String])
  /// The document is not well-formed at a place, in fixed words.
  case malformedXML(line: Int, column: Int, message: String)
  /// The document has a DOCTYPE, which is refused.
  case doctype(line: Int)
  /// The document's elements are nested too deep.
  case tooDeep(line: Int)
  /// The file is refused as it stands, in fixed words.
  case refused(Refusal, String)
  /// A part of the file is larger than anything a real one has: where, zero where none is known.
  case tooLarge(line: Int, what: String)
  /// There is a bank statement's envelope and no statement in it.
  case noStatement
  /// The bytes could not be had.
  case source(any Error)
}

/// Why a workbook is refused; the raw value is the code of the issue.
public enum Refusal: String, CaseIterable, Sendable {
  case encrypted, macro
  case notAWorkbook = "not-a-workbook"
  case damagedArchive = "damaged-archive"
  case tooLarge = "too-large"
  case tooDeep = "too-deep"
  case unknownSheet = "unknown-sheet"
  case badEncoding = "bad-encoding"
}

extension ReadError {
  /// The word for it in outputs.
  public var code: String {
    switch self {
    case .emptyFile: "empty-file"
    case .unsupportedFormat: "unsupported-format"
    case .missingColumns: "missing-columns"
    case .malformedXML: "not-well-formed"
    case .doctype: "doctype"
    case .tooDeep: "too-deep"
    case .tooLarge: "too-large"
    case .refused(let refusal, _): refusal.rawValue
    case .noStatement: "no-statement"
    case .source: "unreadable-file"
    }
  }

  /// The line it stands on; zero where none is known.
  public var line: Int {
    switch self {
    case .malformedXML(let line, _, _), .doctype(let line), .tooDeep(let line): line
    case .tooLarge(let line, _): line
    case .emptyFile, .unsupportedFormat, .missingColumns, .noStatement, .refused,
      .source:
      0
    }
  }
}

extension ReadError {
  /// The column it stands at; zero where none is known.
  public var column: Int {
    if case .malformedXML(_, let column, _) = self { return column }
    return 0
  }
}
