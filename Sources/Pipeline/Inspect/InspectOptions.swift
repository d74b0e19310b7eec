public import Domain
internal import Reader

/// What `rekon inspect` is told of a file, so that it need not be detected.
public struct InspectOptions: Sendable {
  /// The header, as far as it is stated.
  public enum Header: Hashable, Sendable {
    case detected, none
    /// The row it stands in, from 1.
    case row(Int)
  }

  /// The names of the formats.
  public static let formats = InputFormat.allCases.map(\.rawValue)
  /// The names of the encodings.
  public static let encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"]

  /// The format's name.
  public var format: String?
  /// The encoding's name.
  public var encoding: String?
  /// The byte between cells.
  public var separator: UInt8?
  /// The byte around cells.
  public var quote: UInt8?
  /// The byte that makes the next one stand for itself inside quotes.
  public var escape: UInt8?
  /// How many lines to leave out in front.
  public var skip = 0
  /// Where the header is.
  public var header = Header.detected
  /// How many cells a row must have.
  public var width: Int?
  /// The sheet to read.
  public var sheet: String?
  /// What the file holds.
  public var kind: InputKind?
  /// Whether faulty rows are repaired.
  public var isLenient = false
  /// Whether the rows are wanted as JSON lines.
  public var givesRows = false
  /// Whether there are several files, so that each is named.
  public var namesFile = false

  /// Options that leave all to detection.
  public init() {}

  var readerOptions: InputOptions {
    var options = InputOptions()
    options.format = format.flatMap { InputFormat(rawValue: $0) }
    options.encoding = encoding.flatMap { TextEncoding(named: $0) }
    (options.separator, options.quote, options.escape) = (separator, quote, escape)
    (options.skippedLines, options.width, options.isLenient) = (skip, width, isLenient)
    switch header {
    case .detected: break
    case .none: options.hasHeader = false
    case .row(let row): options.headerRow = row
    }
    return options
  }
}
