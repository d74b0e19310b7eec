import Domain
import TestSupport
import Testing

@testable import Matcher

struct PremiumPlaneTests {
  /// What a row says of who it is for.
  private struct Payer: CustomTestStringConvertible {
    var nik: String
    var kpj: String
    var name: String
    var testDescription: String { name }
  }

  private static let listed = Payer(nik: "3375010101700001", kpj: "11", name: "Slamet")
  private static let second = Payer(nik: "3375010202710002", kpj: "12", name: "Siti")
  /// Of the list, but its NIK names no province.
  private static let illFormed = Payer(nik: "0075010303720003", kpj: "13", name: "Kasmuri")
  private static let stranger = Payer(nik: "3375010404730004", kpj: "14", name: "Wagiman")
  private static let mistyped = Payer(nik: "3375010202710009", kpj: "12", name: "Siti")
  private static let thief = Payer(nik: "3375010101700001", kpj: "99", name: "Tukijo")
  private static let nobody = Payer(nik: "", kpj: "", name: "Entah")

  private var linker: PersonLinker {
    var list = ListBuilder()
    for payer in [Self.listed, Self.second, Self.illFormed] {
      list.listed(payer.name, nik: payer.nik, kpj: payer.kpj)
    }
    return PersonLinker(roster: list.records.roster)
  }

  /// Files each payer's row for each month, one batch a month.
  private func plane(
    _ payers: [Payer], months: Int, sp2d: SymbolTable.Symbol = 1
  ) -> PremiumPlane {
    var (plane, linker, texts) = (PremiumPlane(), linker, TextArena())
    for i in 0..<linker.count {
      // The names of the list stand in the arena that it was made with.
      let names = [Self.listed, Self.second, Self.illFormed].map(\.name)
      _ = texts.add(Array(names[i].utf8).span)
    }
    var number: UInt32 = 0
    for month in 0..<months {
      var (batch, rows) = (RecordBatch(), ContiguousArray<ContributionRow>())
      for payer in payers {
        var row = ContributionRow()
        (row.row, row.sp2d, row.amount) = (number, sp2d, 16_800)
        row.month = CaseBuilder.month("2024-01").adding(months: month)
        (row.nik, row.kpj) = (CaseBuilder.nik(payer.nik), ListBuilder.kpj(payer.kpj))
        let start = UInt32(batch.bytes.count)
        batch.bytes.append(contentsOf: payer.name.utf8)
        row.name = FieldRange(start: start, end: UInt32(batch.bytes.count))
        rows.append(row)
        number += 1
      }
      plane.add(
        rows, of: batch, &linker, &texts, reference: CaseBuilder.day("2024-06-30"))
    }
    return plane
  }

  private func premiums(_ plane: PremiumPlane) -> [Premium] {
    plane.partitions.flatMap { $0 }.sorted { $0.row < $1.row }
  }

  @Test func `Each row is filed under its person with all it says`() {
    let plane = plane([Self.listed, Self.second], months: 2)
    let rows = premiums(plane)
    #expect(rows.map(\.person) == [0, 1, 0, 1])
    #expect(rows.map(\.amount) == [16_800, 16_800, 16_800, 16_800])
    #expect(rows.allSatisfy { $0.marks.isEmpty && $0.sp2d == 1 })
    #expect(plane.months == Set(["2024-01", "2024-02"].map(CaseBuilder.month)))
    #expect(plane.linked.rows == 4 && plane.linked.amount.rupiah == 67_200)
    #expect(plane.unlinked == Tally() && plane.looseEnds.isEmpty)
    #expect(plane.lists[1].rows == 4 && plane.lists[1].amount == 67_200)
  }

  @Test(arguments: [
    [listed, illFormed], [stranger, listed], [illFormed, stranger, mistyped, thief, listed],
    [nobody, listed, thief, second, mistyped], [illFormed], [stranger], [thief], [mistyped],
  ])
  private func `A guessed row is filed as one that is looked up`(payers: [Payer]) {
    let months = 4
    let plane = plane(payers, months: months)
    let rows = premiums(plane)
    #expect(rows.count == payers.count * months)
    let ends = Set(plane.looseEnds.map(\.row))
    for (place, payer) in payers.enumerated() {
      let alone = self.plane([payer], months: 1)
      let expected = premiums(alone)[0].marks
      for month in 0..<months {
        let row = rows[month * payers.count + place]
        #expect(row.marks == expected, "\(payer.name) in month \(month)")
        #expect(
          ends.contains(row.row) == !alone.looseEnds.isEmpty, "\(payer.name) in month \(month)")
      }
    }
  }

  @Test func `A row without NIK does not hide that the NIK is ill-formed`() {
    let silent = Payer(nik: "", kpj: Self.illFormed.kpj, name: Self.illFormed.name)
    let plane = plane([Self.listed, silent, Self.listed, Self.illFormed], months: 2)
    let marks: [Premium.Marks] = [[], .nikAbsent, [], .nikIllFormed]
    #expect(premiums(plane).map(\.marks) == marks + marks)
  }

  @Test(
    arguments: [
      (listed, [], false), (illFormed, .nikIllFormed, false), (stranger, [], true),
      (mistyped, .nikDiffers, false), (thief, .loose, true), (nobody, [.loose, .nikAbsent], true),
    ] as [(Payer, Premium.Marks, Bool)])
  private func `What linking saw is marked`(
    payer: Payer, marks: Premium.Marks, isLooseEnd: Bool
  ) {
    let plane = plane([payer], months: 1)
    #expect(premiums(plane).map(\.marks) == [marks])
    #expect(plane.looseEnds.map(\.row) == (isLooseEnd ? [0] : []))
  }

  @Test func `People beyond the first partition have the next one`() {
    let size = UInt32(PremiumPlane.peoplePerPartition)
    var list = ListBuilder()
    for i in 0..<size + 2 { list.listed("Slamet", kpj: "\(20_000 + i)") }
    var linker = PersonLinker(roster: list.records.roster)
    var (plane, rows) = (PremiumPlane(), ContiguousArray<ContributionRow>())
    for (number, person) in [size + 1, 0, size - 1, size].enumerated() {
      var row = ContributionRow()
      (row.row, row.amount) = (UInt32(number), 1)
      row.kpj = ListBuilder.kpj("\(20_000 + person)")
      rows.append(row)
    }
    plane.add(
      rows, of: RecordBatch(), &linker, &list.records.texts,
      reference: CaseBuilder.day("2024-06-30"))
    #expect(plane.partitions.map { $0.map(\.person) } == [[0, size - 1], [size + 1, size]])
  }
}
