// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A stage of the house: what it may import is what stands in `uses`.
func stage(_ name: String, uses: [Target.Dependency], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: uses, resources: resources, swiftSettings: strict)
}

/// A test target for `name`, with the shared test support.
func tests(_ name: String, uses: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: uses + ["TestSupport"], exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "rekon",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "rekon", targets: ["rekon"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CMalloc"),
    stage("Domain", uses: []),
    stage("Reader", uses: ["Domain", "CLibXML2", "CLibZip"]),
    stage("Rules", uses: ["Domain"], resources: [.embedInCode("INDEX.md")]),
    stage("Validator", uses: ["Domain", "Rules"]),
    stage("Matcher", uses: ["Domain", "Rules"]),
    stage(
      "Writer", uses: ["Domain", .product(name: "Mustache", package: "swift-mustache")],
      resources: [.embedInCode("Templates/packet.mustache")]),
    stage(
      "Pipeline",
      uses: [
        "Domain", "Reader", "Rules", "Validator", "Matcher", "Writer", "CCrypto",
        "CLibXLSXWriter", "Yams",
      ],
      resources: [
        .embedInCode("Law/tariff.yaml"), .embedInCode("Law/benefits.yaml"),
        .embedInCode("Law/limits.yaml"), .embedInCode("Law/holidays.yaml"),
        .embedInCode("Law/jobs.yaml"), .embedInCode("Law/villages.yaml"),
        .embedInCode("Law/funds.yaml"), .embedInCode("Law/accounts.yaml"),
      ]),
    .executableTarget(
      name: "rekon",
      dependencies: [
        "Domain", "Pipeline", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "reader-bench", dependencies: ["Domain", "Reader", "Validator"],
      path: "Scripts/bench/Readers", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Domain"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("DomainTests", uses: ["Domain"]),
    tests("ReaderTests", uses: ["Domain", "Reader", "Writer", "Pipeline"], exclude: ["Corpus"]),
    tests("RulesTests", uses: ["Domain", "Rules"]),
    tests("ValidatorTests", uses: ["Domain", "Reader", "Validator"]),
    tests("MatcherTests", uses: ["Domain", "Rules", "Matcher"], exclude: ["People"]),
    tests("WriterTests", uses: ["Domain", "Writer"], exclude: ["Golden"]),
    tests(
      "PipelineTests", uses: ["Domain", "Rules", "Writer", "Pipeline"],
      exclude: ["Golden", "Scenarios"]),
    tests("CLITests", uses: ["Domain"]),
  ]
)
