import Domain
import Glibc
import Testing

@testable import Pipeline

@Suite struct RimRunFolderTests {
  private let scratch = RimScratch()
  private var out: String { scratch.path + "/deep/out" }

  private func run(_ text: String) throws -> String {
    let folder = try RunFolder(out: out, label: "2024-06")
    try folder.write("findings.csv", text)
    try folder.write("rejects/a.csv", "r")
    try folder.write("SHA256SUMS", folder.checksums)
    return try folder.publish()
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test func labelIsAMonthOrARange() throws {
    let june = try #require(CoverageMonth(written: "2024-06"))
    let january = try #require(CoverageMonth(written: "2023-01"))
    let month = try #require(Period(from: june, to: june))
    let range = try #require(Period(from: january, to: june))
    #expect(RunFolder.label(of: month) == "2024-06")
    #expect(RunFolder.label(of: range) == "2023-01_2024-06")
  }

  @Test func publishingLeavesTheFormerRunAsItWas() throws {
    #expect(try run("one") == out + "/2024-06/1")
    #expect(try run("two") == out + "/2024-06/2")
    #expect(try scratch.text("deep/out/2024-06/1/findings.csv") == "one")
    #expect(try scratch.text("deep/out/latest/findings.csv") == "two")
    #expect(mode(out + "/2024-06/2") == 0o700)
    #expect(mode(out + "/2024-06/2/rejects/a.csv") == 0o600)
    #expect(Files.names(in: out).sorted() == [".lock", "2024-06", "latest"])
  }

  @Test func checksumsAreSortedAndSaidAsSha256sumSaysThem() throws {
    _ = try run("abc")
    let lines = try scratch.text("deep/out/latest/SHA256SUMS").split(separator: "\n")
    #expect(
      lines.first
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  findings.csv")
    #expect(lines.last?.hasSuffix("  rejects/a.csv") == true && lines.count == 2)
  }

  @Test func secondLockIsRefused() throws {
    let first = try RunFolder(out: out, label: "2024-06")
    #expect(throws: RunError.locked(what: "out")) {
      _ = try RunFolder(out: out, label: "2024-07")
    }
    #expect(first.number == 1)
  }

  @Test func abandonedRunLeavesNothing() throws {
    do {
      let folder = try RunFolder(out: out, label: "2024-06")
      try folder.write("findings.csv", "x")
    }
    #expect(Files.names(in: out) == [".lock"])
  }

  @Test func stagingOfADeadRunIsRemoved() throws {
    try scratch.make("deep/out/.staging-1/findings.csv", "x")
    _ = try run("one")
    #expect(!Files.names(in: out).contains(".staging-1"))
  }

  @Test func fileInTheFoldersPlaceCannotBeCreated() throws {
    try scratch.make("deep/out", "x")
    let error = try #require(throws: RunError.self) {
      _ = try RunFolder(out: out, label: "2024-06")
    }
    #expect(error.status == .cannotCreate)
  }

  @Test func outputNameCannotLeaveTheFolder() throws {
    let folder = try RunFolder(out: out, label: "2024-06")
    #expect(throws: RunError.self) { try folder.write("../x", "x") }
    #expect(throws: RunError.self) { try folder.write("/x", "x") }
  }

  @Test func worstStatusCounts() {
    #expect(ExitStatus.worst([.ok, .partial, .findings]) == .findings)
    #expect(ExitStatus.worst([.refused, .findings]) == .refused)
    #expect(ExitStatus.worst([]) == .ok)
  }
}
