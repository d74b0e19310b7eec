import Domain
import Testing

struct ExactAmountTests {
  private func parsed(_ text: String, _ style: AmountStyle = .detect) -> Int64? {
    ExactAmount(parsing: Array(text.utf8).span, style: style)?.units
  }

  private func decimal(_ text: String) -> Int64? {
    ExactAmount(decimal: Array(text.utf8).span)?.units
  }

  @Test func `A plain decimal keeps five decimals`() {
    #expect(decimal("1234.56") == 123_456_000 && decimal("-0.00001") == -1)
    #expect(decimal("16.800") == 1_680_000 && decimal("5.") == 500_000)
    #expect(decimal(".5") == 50_000 && decimal("1.1234500") == 112_345)
    #expect(decimal("1.123456") == nil && decimal("1,5") == nil && decimal("1e5") == nil)
    #expect(decimal("") == nil && decimal(".") == nil && decimal("1.2.3") == nil)
    #expect(decimal("92233720368547") == 9_223_372_036_854_700_000)
    #expect(decimal("999999999999999") == nil)
  }

  @Test func `Office spellings keep their decimals`() {
    #expect(parsed("1.234.567,89") == 123_456_789_000 && parsed("1,234.5") == 123_450_000)
    #expect(parsed("(16.800,25)") == -1_680_025_000 && parsed("Rp 42.000.000,00") != nil)
    #expect(parsed("16.800") == 1_680_000_000 && parsed("0,125") == 12_500)
    #expect(parsed("1.5", .dotThousands) == nil && parsed("1,5", .commaThousands) == nil)
    #expect(parsed("1.2.3") == nil && parsed("x,1") == nil && parsed(",1") == nil)
  }

  @Test(arguments: [
    ("1234.56", "1234.56"), ("-0.00001", "-0.00001"), ("5", "5.00"), ("1.1", "1.10"),
  ])
  func `An amount is written with its decimals`(text: String, written: String) {
    let amount = ExactAmount(decimal: Array(text.utf8).span)
    #expect(amount?.text == written)
  }

  @Test func `A sum that does not fit is none`() {
    let large = ExactAmount(units: .max)
    #expect(ExactAmount.sum(large, ExactAmount(units: 1)) == nil)
    #expect(ExactAmount.sum(large, ExactAmount(units: -1)) == ExactAmount(units: Int64.max - 1))
  }
}
