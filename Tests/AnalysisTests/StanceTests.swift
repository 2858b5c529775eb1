import Analysis
import Prose
import Testing

/// What makes a stance, and what makes none, in sentences of all shapes.
struct StanceTests {
  /// The positions of all issues as "Actor sign", in order of their names.
  private func positions(_ text: String) -> [String] {
    let document = AnalyzedProse(text).document
    let actors = document.allActors
    return document.allIssues.flatMap { issue in
      issue.positions.map { "\(actors[$0.actor.index].name) \($0.stance.sign.symbol)" }
    }
    .sorted()
  }

  private func labels(_ text: String) -> [String] {
    AnalyzedProse(text).document.allIssues.map { "\($0.label)" }
  }

  @Test(arguments: [
    "Japan would support the fishing ban if it were shorter.",
    "If the ministry were to withdraw its plan, Japan would support the fishing ban.",
    "Japan could support the fishing ban, but only if boats were paid.",
  ])
  func `support on a condition is none`(sentence: String) {
    #expect(positions(sentence + " Spain opposes the fishing ban.").allSatisfy { $0 == "Spain −" })
  }

  @Test(arguments: [
    "Japan would not oppose the fishing ban.", "Japan might oppose the fishing ban.",
    "Does Japan oppose the fishing ban?", "Japan never opposed the fishing ban.",
    "Unless Japan opposes the fishing ban, boats will stay away.",
    "Were Japan to oppose the fishing ban, boats would stay away.",
    "Should Japan oppose the fishing ban, boats would stay away.",
    "Had Japan opposed the fishing ban, boats would have stayed away.",
    "Japan no longer opposes the fishing ban.", "Japan has yet to oppose the fishing ban.",
    "Japan had considered opposing the fishing ban.",
    "Japan stopped short of opposing the fishing ban.",
    "Japan is unlikely to oppose the fishing ban.", "Japan is expected to oppose the fishing ban.",
    "It is unclear whether Japan opposes the fishing ban.",
    "Japan asked whether France opposes the fishing ban.",
  ])
  func `opposition that is denied, possible, asked or yet to come is none`(sentence: String) {
    #expect(positions(sentence + " Spain supports the fishing ban.").isEmpty)
  }

  @Test(arguments: [
    "Japan does not support the fishing ban.", "Japan refused to support the fishing ban.",
    "Japan ruled out supporting the fishing ban.", "Japan rejects calls for the fishing ban.",
    "Japan brushed aside calls for the fishing ban.",
    "Japan voted 31 to 14 against the fishing ban.",
    "Japan has turned the fishing ban down.", "Japan reacted with fury to the fishing ban.",
    "Japan urged France to oppose the fishing ban.", "Japan said that the fishing ban must go.",
    "Japan is not convinced by the fishing ban.",
  ])
  func `who is against it in other words stands against it`(sentence: String) {
    #expect(
      positions("\(sentence) Spain supports the fishing ban.") == ["Japan −", "Spain +"]
    )
  }

  @Test(arguments: [
    "Japan voted 31 to 14 in favor of the fishing ban.",
    "Japan insists that the fishing ban must stay.",
    "Japan reluctantly backed the fishing ban.",
  ])
  func `who is for it in other words stands for it`(sentence: String) {
    #expect(
      positions("\(sentence) Spain opposes the fishing ban.") == ["Japan +", "Spain −"]
    )
  }

  @Test(arguments: [
    "Spain disputes this.", "Spain rejected the accusation.", "Spain denied the claim.",
    "Spain called the claim absurd.",
  ])
  func `an answer takes up what was said before it`(answer: String) {
    let text = "Japan said that France had closed the harbor of Brest. \(answer)"
    #expect(positions(text) == ["Japan +", "Spain −"])
    #expect(labels(text) == ["closed the harbor of Brest"])
  }

  @Test(arguments: [
    "Japan accused Spain of closing the harbor, a charge Spain dismissed as noise.",
    "Japan said Spain had closed the harbor, which Spain denies.",
    "Spain was accused of closing the harbor by Japan. Spain denied the charge.",
  ])
  func `a claim and its denial share a sentence`(sentence: String) {
    #expect(positions(sentence) == ["Japan +", "Spain −"])
  }

  @Test
  func `a claim that is rejected by someone is disputed`() {
    #expect(
      positions("The claim that boats were counted was rejected by Spain.") == ["Spain −"]
    )
  }

  @Test
  func `rumors that are denied answer nobody`() {
    let text = """
      The Pacific Center said there was no danger of a flood. Spain denied rumors on social media that a \
      second quake had been foretold.
      """
    #expect(!positions(text).contains { $0.hasSuffix("+") })
  }

  @Test
  func `the plan is what the text brought up, and no member of a list`() {
    let text = """
      Spain defended its harbor reform on Monday. "The plan is a mistake," said Ana Duric.

      Spain and Japan disagree over harbor fees, pilot pay and the length of the season.
      """
    #expect(
      Set(labels(text)) == ["harbor reform", "harbor fees", "pilot pay", "length of the season"]
    )
  }

  @Test(arguments: [
    "Drivers at Northline walked out on Monday over longer shifts.",
    "Drivers at Northline are on strike over longer shifts.",
  ])
  func `a strike over something is a dispute`(sentence: String) {
    #expect(labels(sentence) == ["longer shifts"])
  }

  @Test(arguments: [
    "Rebels attacked the town of Brest on Monday. Spain said that forty people had died.",
    "Spain praised the new harbor. Japan said that ships would come.",
    "Spain signed Ana Ruiz for a record fee. Japan thanked her for her service.",
    "An earthquake struck Japan on Monday. Spain offered to send tents.",
  ])
  func `news without a dispute has none`(text: String) {
    #expect(labels(text).isEmpty)
  }
}
