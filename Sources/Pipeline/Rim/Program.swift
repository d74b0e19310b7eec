/// The program's name and version, as `--version` and the manifest say them.
public enum Program {
  /// The name.
  public static let name = "rekon"
  /// The version.
  public static let version = "0.1.0"
}
