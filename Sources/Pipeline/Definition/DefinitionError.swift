/// A definition that cannot be followed: where, what was expected, what stands there.
public struct DefinitionError: Error, Equatable, CustomStringConvertible {
  /// The definition's base name.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int
  /// What should stand there.
  public let expected: String
  /// What stands there.
  public let found: String
  /// What to do.
  public let remedy: String

  /// The message as shown.
  public var description: String {
    "\(file):\(line):\(column): expected \(expected), found \(found). \(remedy)"
  }
}
