public import Domain

/// Questions about headers for those who write definitions.
public enum HeaderWords {
  /// The headers that stand for no column of a kind, in their order.
  public static func unknown(_ headers: [String], kind: InputKind) -> [String] {
    let aliases = HeaderAliases(kind: kind, stated: [:])
    return headers.filter { !$0.isEmpty && aliases.column(of: $0) == nil }
  }
}
