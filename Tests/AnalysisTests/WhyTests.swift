import Prose
import TestKit
import Testing

@testable import Analysis

struct WhyTests {
  @Test(arguments: [
    ("Ana Ruiz said the dam was safe.", "verb of saying with its subject"),
    ("The dam was safe, according to Ana Ruiz.", "“according to”"),
    ("Ana Ruiz accused the board of hiding the letters.", "accusation"),
    ("Reporters were told that the dam was safe.", "passive verb of saying, its speaker not told"),
    (
      "Ana Ruiz's claim that the dam is safe was met with laughter.",
      "noun of saying with its owner"
    ),
    ("Ana Ruiz is confident that the dam is safe.", "adjective of opinion with its subject"),
  ])
  func `a quotation names the rule that found it`(text: String, why: String) {
    let quotations = AnalyzedProse(text).document.quotations
    #expect(quotations.why == [why])
  }

  @Test func `every position names the rule that read it`() {
    let document = AnalyzedProse(
      """
      The city council of Anholm has approved a plan to close the old harbor.
      The dockers' union rejected the plan to close the old harbor on Monday.
      The union's opposition to the plan grew. Mayor Ana Ruiz backs the plan.
      """
    ).document
    let readings = document.allIssues.flatMap(\.positions).map {
      "\(document.string(document.actors.names[$0.actor.index])) \(document.string($0.cue)): \($0.why)"
    }
    #expect(readings.contains { $0.hasSuffix("rejected: verb of stance with its subject") })
    #expect(document.positions.why.allSatisfy { !$0.isEmpty })
    #expect(document.positions.count > 1 && document.issues.why.allSatisfy { !$0.isEmpty })
  }
}
