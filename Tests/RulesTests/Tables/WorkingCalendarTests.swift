import Domain
import Rules
import TestSupport
import Testing

struct WorkingCalendarTests {
  private let calendar = TestLaw.book.workingDays

  @Test func `weekends, holidays and leave are not worked`() {
    #expect(day("1970-01-01").weekday == 4 && day("2024-02-05").weekday == 1)
    #expect(calendar.isWorked(day("2024-02-07")) == true)
    #expect(calendar.isWorked(day("2024-02-08")) == false)
    #expect(calendar.isWorked(day("2024-02-10")) == false)
    #expect(calendar.isWorked(day("2025-02-10")) == nil)
  }

  @Test func `a term ends on its last working day`() {
    #expect(calendar.end(ofWorkingDays: 1, after: day("2024-02-07")) == day("2024-02-12"))
    #expect(calendar.end(ofWorkingDays: 0, after: day("2024-02-07")) == day("2024-02-07"))
    #expect(calendar.end(ofWorkingDays: 3, after: day("2024-12-30")) == nil)
    #expect(calendar.workingDays(after: day("2024-02-07"), until: day("2024-02-13")) == 2)
  }
}
