import Prose
import Testing

struct CalendarDateTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2026-01-29", 20_482, 4), ("2000-02-29", 11_016, 2),
    ("1969-12-31", -1, 3),
    ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5), ("1900-03-01", -25_508, 4),
  ])
  func `a date has its number and weekday`(iso: String, number: Int, weekday: Int) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.iso == iso)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "2026-1-29",
    "29-01-2026",
    "2026-01-29x", "", "2026/01/29", "２０２６-01-29",
  ])
  func `what is no date is nil`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `a time of day behind the date is passed over`() {
    #expect(
      CalendarDate(iso: "2026-01-29T10:30:00Z") == CalendarDate(year: 2026, month: 1, day: 29)
    )
  }

  @Test func `numbers and dates are each other's inverse over four centuries`() {
    var last: CalendarDate?
    for number in stride(from: -80_000, through: 80_000, by: 7) {
      let date = CalendarDate(dayNumber: number)
      #expect(date?.dayNumber == number)
      if let date, let last { #expect(last < date && last.weekday == date.weekday) }
      last = date
    }
  }

  @Test(arguments: [-719_163, 2_932_897, -719_469, Int.min / 2])
  func `a day outside the years 1 to 9999 is nil`(number: Int) {
    #expect(CalendarDate(dayNumber: number) == nil)
  }
}
