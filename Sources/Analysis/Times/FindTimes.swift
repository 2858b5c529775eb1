internal import Prose

/// Finds time expressions and anchors them to `date` or, without one, to the day the article reports from.
func findTimes(in lexed: Lexed, date: CalendarDate?) -> Times {
  Times()
}
