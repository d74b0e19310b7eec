import Domain
import Testing

@testable import Reader
@testable import Writer

/// The names under which reports speak of columns.
struct ColumnNameTests {
  @Test(arguments: Column.allCases)
  func `reports name a column by a header that is read as it`(_ column: Column) {
    let name = "\(Wording.column(column))"
    let kinds = InputKind.allCases.filter { $0.columns.contains(column) }
    #expect(
      kinds.contains { HeaderAliases(kind: $0, stated: [:]).column(of: name) == column },
      "\(name)")
  }
}
