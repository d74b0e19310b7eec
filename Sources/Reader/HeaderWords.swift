public import Domain

/// Questions about headers for those who write definitions.
public enum HeaderWords {
  /// The headers that stand for no column of a kind, in their order.
  public static func unknown(_ headers: [String], kind: InputKind) -> [String] {
    let aliases = HeaderAliases(kind: kind, stated: [:])
    return headers.filter { !$0.isEmpty && aliases.column(of: $0) == nil }
  }
}

/// Which columns headers stand for, where it does not matter of which kind the file is.
public struct KnownColumns: Sendable {
  private let aliases: [HeaderAliases]

  /// The columns of all kinds; the spellings of one kind come before all others.
  public init(kind: InputKind?) {
    let others = InputKind.allCases.filter { $0 != kind }
    aliases = ((kind.map { [$0] } ?? []) + others).map { HeaderAliases(kind: $0, stated: [:]) }
  }

  /// The column that a header stands for; nil where none is known.
  public func column(of header: String) -> Column? {
    aliases.lazy.compactMap { $0.column(of: header) }.first
  }
}
