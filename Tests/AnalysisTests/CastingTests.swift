import Prose
import Testing

@testable import Analysis

struct CastingTests {
  /// The prose with every mention of a place by name marked: as an actor, as a place, or as neither.
  private func parts(_ prose: AnalyzedProse) -> String {
    prose.mentions { mention in
      guard mention.form == .name, mention.type == .location else { return nil }
      if mention.actor != nil { return "acts" }
      return mention.place != nil ? "place" : "neither"
    }
  }

  @Test(arguments: [
    "The team lost to ‹Japan|acts› on Friday.",
    "They declared independence from ‹Spain|acts› in 1821.",
    "She travelled between ‹Madrid|place› and ‹Mexico|place›.",
    "He left the village for ‹Ukraine|place›.",
    "The 2010 ‹Haiti|place› earthquake killed thousands.",
    "The ‹New Zealand|neither› flag was raised.",
    "They spoke of the consent of ‹India|acts›.",
    "The invasion of ‹Norway|place› began in April.",
  ])
  func `words beside a place's name tell what it does there`(marked: String) {
    #expect(parts(AnalyzedProse(marked)) == marked)
  }

  @Test(arguments: [
    ("zelensky", "zelenskyy", true), ("mohammed", "muhammad", true),
    ("chaikovsky", "tchaikovsky", true),
    ("petersen", "hansen", false), ("ruiz", "ruis", false),
  ])
  func `transliterations of one name sound alike`(left: String, right: String, alike: Bool) {
    #expect(areSpellings(left, right) == alike)
    #expect(areSpellings(right, left) == alike)
  }
}
