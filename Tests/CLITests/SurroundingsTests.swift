import Foundation
import Testing

/// What the program writes depends on nothing around it.
struct SurroundingsTests {
  private static let definition = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Pipelines/batik-berlian.yaml").path

  private func files(zone: String, language: String, threads: Int) throws -> [String: Data] {
    let city = try CityFolder()
    let answer = try city.run(
      "--threads", "\(threads)", definition: Self.definition,
      environment: ["TZ": zone, "LANG": language, "LC_ALL": language])
    #expect(answer.status == 3)
    return try city.published()
  }

  @Test func `the same bytes in any time zone and language, with any number of threads`() throws {
    let first = try files(zone: "UTC", language: "C", threads: 1)
    #expect(first.keys.count { !$0.hasPrefix("rejects/") } == 13)
    #expect(try files(zone: "EAST-14", language: "tr_TR.UTF-8", threads: 2) == first)
    #expect(try files(zone: "WEST12", language: "id_ID.UTF-8", threads: 1) == first)
  }
}
