import Domain
import Foundation
import Testing

@testable import Pipeline

/// What a published run's tables and manifest hold, to the letter of their contract.
struct RunFilesTests {
  private struct Manifest: Decodable {
    struct Input: Decodable {
      struct Rows: Decodable { let read, accepted: Int }
      let kind, file, format: String
      let dialect: String?
      let header_line: Int?
      let rows: Rows
    }
    struct Law: Decodable { let id, source: String }
    let program: String
    let inputs: [Input]
    let law: [Law]
  }

  private func manifest() throws -> Manifest {
    let text = try SampleRun.shared.get().text("manifest.json")
    return try JSONDecoder().decode(Manifest.self, from: Data(text.utf8))
  }

  @Test func `the manifest names program, dialects and the law in force`() throws {
    let manifest = try manifest()
    #expect(manifest.program == "rekon \(Program.version)")
    let roster = try #require(manifest.inputs.first { $0.kind == "roster" })
    #expect(roster.dialect == "separator=, quote=\" line-end=lf" && roster.header_line == 1)
    let members = try #require(manifest.inputs.first { $0.kind == "memberships" })
    #expect(members.format == "xml" && members.dialect == nil && members.header_line == nil)
    let law = manifest.law.map(\.id)
    #expect(law.contains("tariff-2015") && law.contains("benefit-2019"))
    #expect(!law.contains { $0.contains("2025") })
  }

  @Test(arguments: [
    (
      "findings.csv",
      "id,code,severity,status,month,person,nik,programme,amount_at_risk,expected,found,"
        + "subject_kind,subject_key,subject_file,subject_line,other_kind,other_key,other_file,"
        + "other_line,owner,due,first_seen,message"
    ),
    (
      "links.csv",
      "kind,key,participant,method,probability,tier,runner_up,runner_up_probability,file,line"
    ),
    ("coverage.csv", "claimNumber,outcome,month,payment_ids,cover_from,cover_until"),
    ("rejects.csv", "file,line,column,byte,field,code,reason,shape,sheet"),
    ("monthly.csv", "month,basis,fund,programme,measure,value"),
    (
      "sp2d.csv",
      "sp2d,month,fund,status,fiscal_year,issued_on,cashed_on,register_file,register_line,"
        + "register_amount,register_people,list_file,list_line,list_end_file,list_end_line,"
        + "list_rows,list_people,list_amount,list_from,list_until,last_paid_on,billing_codes,"
        + "received_amount,received_file,received_line,received_search,findings,bank_amount,"
        + "bank_booked_on,bank_entries,bank_file,bank_line,bank_match,bank_search"
    ),
    ("statement.csv", "section,line,label,role,count,amount"),
  ])
  func `a table has its columns`(file: String, header: String) throws {
    let text = try SampleRun.shared.get().text(file)
    #expect(text.split(separator: "\n").first.map(String.init) == header)
  }

  @Test func `a finding names what it conflicts with as its code says`() throws {
    let rows = try SampleRun.shared.get().rows("findings.csv")
    for code in ["IUR-01", "IUR-04", "IUR-06", "KLM-01", "KLM-04", "KLM-05", "SIL-01", "SIL-03"] {
      let others = rows.filter { $0["code"] == code }.map { $0["other_key"] }
      #expect(!others.isEmpty && others.allSatisfy { $0 == "" }, "\(code)")
    }
    for (code, kind) in [
      ("IUR-02", "contribution"), ("IUR-03", "contribution"), ("IUR-05", "claim"),
      ("KLM-02", "claim"), ("KPS-01", "roster"), ("IDN-02", "roster"),
    ] {
      let kinds = rows.filter { $0["code"] == code }.map { $0["other_kind"] }
      #expect(!kinds.isEmpty && kinds.allSatisfy { $0 == kind }, "\(code)")
    }
  }

  @Test func `links.csv lists payments in doubt alone, and all of them when asked`() throws {
    let doubtful = try SampleRun.shared.get()
    let all = try SampleRun { $0.linksAll = true }
    let accepted = try manifest().inputs.filter { $0.kind == "contributions" }
      .reduce(0) { $0 + $1.rows.accepted }
    let payments = try all.rows("links.csv").filter { $0["kind"] == "contribution" }
    #expect(payments.count == accepted)
    #expect(Set(payments.map { "\($0["file"] ?? ""):\($0["line"] ?? "")" }).count == accepted)
    #expect(payments.contains { $0["method"] == "nik" && $0["participant"] != "" })
    let (short, long) = (try doubtful.text("links.csv"), try all.text("links.csv"))
    #expect(Set(short.split(separator: "\n")).isSubset(of: long.split(separator: "\n")))
    #expect(short.count < long.count / 10)
    #expect(try doubtful.text("findings.csv") == all.text("findings.csv"))
  }

  @Test func `the inputs are read from another folder of the same names`() throws {
    let run = try SampleRun {
      $0.inputs = SampleRun.root.appending(path: "SampleData/batik-berlian").path()
    }
    #expect(try run.text("findings.csv") == SampleRun.shared.get().text("findings.csv"))
  }
}
