/// The dated law tables that come with the program: embedded when it is built.
///
/// `Sources/Pipeline/Law` is a link to `Pipelines/Law`, so there is one copy to change.
public enum ShippedLaw {
  /// The names of the tables.
  public static let names = [
    "tariff.yaml", "benefits.yaml", "limits.yaml", "holidays.yaml", "jobs.yaml", "villages.yaml",
    "funds.yaml", "accounts.yaml",
  ]

  /// The tables of a folder by file name, or those that come with the program.
  ///
  /// Throws a `RunError` that names a table that is not in the folder.
  public static func lawFiles(folder: String?) throws(RunError) -> [String: String] {
    guard let folder else { return embedded }
    var files: [String: String] = [:]
    for name in names {
      let bytes = try Files.contents(Paths.join(folder, name), shown: "law table \(name)")
      files[name] = String(decoding: bytes, as: UTF8.self)
    }
    return files
  }

  /// The folder of the law tables that a definition states, found as its inputs are.
  public static func folder(
    of definition: PipelineDefinition, inputs: String?
  ) -> String? {
    definition.law.map { Paths.join(inputs ?? definition.folder, $0) }
  }

  private static var embedded: [String: String] {
    [
      "tariff.yaml": PackageResources.tariff_yaml, "benefits.yaml": PackageResources.benefits_yaml,
      "limits.yaml": PackageResources.limits_yaml,
      "holidays.yaml": PackageResources.holidays_yaml,
      "jobs.yaml": PackageResources.jobs_yaml, "villages.yaml": PackageResources.villages_yaml,
      "funds.yaml": PackageResources.funds_yaml, "accounts.yaml": PackageResources.accounts_yaml,
    ].mapValues { String(decoding: $0, as: UTF8.self) }
  }
}
