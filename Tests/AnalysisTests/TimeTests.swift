import Prose
import TestKit
import Testing

@testable import Analysis

struct TimeTests {
  /// The prose with the times marked, each with its kind, value and days.
  private func times(_ marked: String, date: String? = nil) -> String {
    let prose = MarkedProse(marked)
    let ground = Ground(prose.text)
    let times = findTimes(in: ground.clauses, date: date.flatMap { CalendarDate(iso: $0) })
    let marks = (0..<times.count).map { row in
      var label = "\(times.kinds[row])"
      if let value = times.values[row] { label += " " + value }
      if let days = times.days[row] {
        label +=
          days.count == 1 ? " \(days.lowerBound)" : " \(days.lowerBound)...\(days.upperBound)"
      }
      return MarkedProse.Mark(range: ground.tokens.bytes(of: times.tokens[row]), label: label)
    }
    return MarkedProse.render(prose.text, marks)
  }

  @Test(arguments: [
    "The union on ‹Thursday|date 0› said that talks, held ‹last weekend|date -5...-4›, had failed.",
    "The union said on ‹Thursday|date 0› that talks are scheduled for ‹Sunday|date 3›.",
    "The mayor said on ‹Thursday|date 0› what she had said on ‹Wednesday|date -1›.",
    "The mayor said on ‹Thursday|date 0› that a court will rule on ‹Monday|date 4›.",
    "She told reporters on ‹Thursday|date 0› that she had left ‹earlier this week|date -3...-1›.",
    "She said on ‹Thursday|date 0› that she came ‹yesterday|date -1› and ‹two days ago|date -2›.",
    "She said on ‹Thursday|date 0› that she met him ‹last Thursday|date -7›, not ‹last year|date›.",
    "She said on ‹Thursday night|date 0› that they would meet ‹next week|date 4...10›.",
    "She said on ‹Thursday|date 0› that she came over the ‹weekend|date -5...-4›.",
    "She said on ‹Thursday|date 0› that she was ill. The gate opens on ‹Sunday|date 3›.",
    "She left ‹yesterday|date -1› and sleeps ‹tonight|date 0›.",
    "On ‹Monday|date 0›, voters were told that on ‹Friday|date 4› they will vote.",
  ])
  func `without a date days count from the weekday that the lead reports from`(marked: String) {
    #expect(times(marked) == marked)
  }

  @Test(arguments: [
    "They met on ‹Wednesday|date 2026-01-28 -1› and will meet on ‹Sunday|date 2026-02-01 3›.",
    "They met on ‹Jan. 20|date 2026-01-20 -9›, on ‹31 December|date 2025-12-31 -29›, ‹last month|date 2025-12 -59...-29›.",
    "It began in ‹2022|date 2022 -1489...-1125›, ‹four years ago|date 2022›.",
    "It began on ‹29 January 2026|date 2026-01-29 0› and ends on ‹2026-02-01|date 2026-02-01 3›.",
    "It was shut ‹this year|date 2026 -28...336› and ‹yesterday|date 2026-01-28 -1›.",
  ])
  func `with a date they have values`(marked: String) {
    #expect(times(marked, date: "2026-01-29") == marked)
  }

  @Test(arguments: [
    "The port wants the shifts to begin by the ‹end of February|date 2026-02 2...29›.",
    "A court will rule at the ‹end of March|date 2026-03 30...60›.",
    "The mayor must decide by the ‹end of April|date 2026-04 61...90›.",
    "The port was closed at the ‹end of February|date 2025-02 -363...-336›.",
    "It promised to reopen in ‹May|date 2026-05 91...121›.",
    "It failed to reopen in ‹May|date 2025-05 -274...-244›.",
    "Workers have until ‹June|date 2026-06 122...151› to answer.",
    "The strike lasted until ‹June|date 2025-06 -243...-214›.",
    "The strike began in ‹November|date 2025-11 -90...-61›.",
    "At the ‹end of July 2024|date 2024-07 -578...-548›, the pier fell.",
    "Deals from ‹February|date 2026-02 2...29›, deals of ‹December|date 2025-12 -60...-30›.",
    "Deals of ‹July|date›, deals from ‹September|date 2025-09 -151...-122›.",
  ])
  func `a month without a year is the last or the next as the verb tells, or none`(marked: String) {
    #expect(times(marked, date: "2026-01-30") == marked)
  }

  @Test(arguments: [
    "‹The union on [Thursday] rejected the plan for longer shifts›, which many feared.",
    "It rejected ‹the plan, which was announced [last month]›, and went home.",
    "‹The port, which was private, wants new shifts by [Friday]›.",
    "‹The deal signed in [2019]› was scrapped by the board.",
    "She said that ‹talks will resume on [Sunday]›.",
    "‹She told reporters on [Thursday] that talks will resume›.",
    "The board met, and ‹the mayor resigned on [Monday]›.",
    "‹“The talks have failed,” Ana Ruiz said on [Friday]›.",
    "The mayor resigned after ‹the board met on [Sunday]›.",
    "No verb on [Sunday].",
    "‹Since [Monday], the workers have been on strike›.",
  ])
  func `a time has the clause of what happens then`(marked: String) {
    let plain = marked.filter { !"‹›[]".contains($0) }
    let ground = Ground(paragraph: plain)
    let times = findTimes(in: ground.clauses, date: CalendarDate(year: 2026, month: 1, day: 30))
    let expected = marked.split(separator: "‹", omittingEmptySubsequences: false).dropFirst().first?
      .split(separator: "›").first
      .map { String($0).filter { !"[]".contains($0) } }
    #expect(times.clauses.count == 1)
    #expect(
      times.clauses.first?.map { ground.text.string(in: ground.tokens.bytes(of: $0)) } == expected
    )
    #expect(times.why.first?.hasSuffix("counted from the article's date") == true)
  }

  @Test(arguments: [
    "The ‹nearly four-year|duration› war went on ‹for|›".replacing(" ‹for|›", with: "")
      + " for ‹three weeks|duration P3W›.",
    "After ‹a year|duration P1Y› of ‹24-hour|duration PT24H› shifts he slept for ‹hours|duration›.",
    "A ‹two-day-long|duration P2D› visit, ‹two and a half hours|duration PT2.5H› of talks.",
    "Over the ‹past three days|duration P3D -3...0› a 14-year-old boy and a man of 12 were found.",
    "It was launching ‹daily|frequency R/P1D› attacks, ‹every two weeks|frequency R/P2W›, ‹twice a day|frequency›.",
    "The Daily Wire came ‹every Monday|frequency›.",
    "The attacks were ‹recent|vague›; more come ‹soon|vague›, in the ‹coming weeks|vague›.",
    "At ‹6 p.m.|time T18:00› or ‹10:30 GMT|time T10:30Z› or ‹noon|time T12:00› they left, 3:1 up.",
    "In the ‹1990s|date 1990/1999› and the ‹19th century|date 1801/1900› 2000 workers came.",
    "They may march in ‹May|date›; May said so.",
    "He left in the middle of the season and at the ‹start of the week|date›.",
    "They met ‹last month|date› and on ‹Jan. 20|date›, never on 05-06.",
  ])
  func `each kind is found with its own value`(marked: String) {
    #expect(times(marked) == marked)
  }

  @Test(arguments: [
    "Work starts in ‹spring 2027|date 2027›.", "The road will open in the ‹autumn|vague›.",
    "A decision is due by ‹Easter|vague›.", "They could strike before ‹Christmas|vague›.",
    "By ‹evening|vague› the crowd had gone.", "Sales grew in the ‹third quarter|vague›.",
    "They left at ‹half past seven|time› and came at ‹quarter to nine|time›.",
    "She sells Christmas trees in a spring mood.", "He led in the third quarter of the match.",
  ])
  func `seasons, feasts and parts of a day are times, where they tell when`(marked: String) {
    #expect(times(marked) == marked)
  }

  @Test func `the date on the date line anchors an article without a date`() {
    let marked = """
      Harbor strike
      ‹Monday, May 18, 2015|date 2015-05-18 0›
      They left on ‹Friday|date 2015-05-15 -3›.
      """
    #expect(times(marked) == marked)
  }

  @Test(arguments: [
    "NEW YORK, ‹March 12, 2026|date 2026-03-12 0› — They left on ‹Tuesday|date 2026-03-10 -2›.",
    "Arlberg (‹12 March 2026|date 2026-03-12 0›) – They left on ‹Tuesday|date 2026-03-10 -2›.",
    "ARLBERG, ‹March 12|date› — They left on a ‹Tuesday|date 0›.",
    "The deal of ‹12 March 2026|date 2026-03-12› ended on ‹Tuesday|date 0›.",
  ])
  func `a date line that runs into the text anchors it, too`(marked: String) {
    #expect(times(marked) == marked)
  }

  @Test func `boilerplate tells no time`() {
    let text =
      "Harbor strike\nThey left on a boat.\nSupport our journalism\nSubscribe to our newsletter today"
    #expect(times(text) == text)
  }

  @Test(arguments: 0..<200)
  func `times of any bytes are ordered and apart`(seed: Int) {
    let ground = Ground(RandomText(seed: seed).bytes)
    let times = findTimes(in: ground.clauses, date: CalendarDate(year: 2026, month: 1, day: 29))
    for row in 0..<max(0, times.count - 1) {
      #expect(times.tokens[row].end <= times.tokens[row + 1].first, "seed \(seed)")
    }
  }
}
