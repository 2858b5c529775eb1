import Analysis
import Prose
import Testing

struct MainMatterTests {
  /// The parties of the issue that has the most, as "Actor sign" in order of their names.
  private func parties(_ text: String) -> [String] {
    let document = analyze(SourceText(text))
    let actors = document.allActors
    let main = document.allIssues.max { $0.positions.count < $1.positions.count }
    return (main?.positions ?? [])
      .map { "\(actors[$0.actor.index].name) \($0.stance.sign.symbol)" }
      .sorted()
  }

  /// An article about a fishing ban with two known sides, to which more is told.
  private func ban(_ more: String) -> [String] {
    parties(
      """
      Spain to ban night fishing

      Spain announced a ban on night fishing on Monday. The Ferrol Fishermen’s Federation opposes the ban.

      \(more)
      """
    )
  }

  @Test func `the article that the others add to has two sides`() {
    #expect(ban("The sea was calm.") == ["Ferrol Fishermen’s Federation −", "Spain +"])
  }

  @Test(arguments: [
    ("Ana Ruiz, a fisherman, accused Spain of rushing the decision.", "Ana Ruiz −"),
    ("Ana Ruiz praised Spain on Tuesday.", "Ana Ruiz +"),
    ("Ana Ruiz, who voted against, left the chamber.", "Ana Ruiz −"),
    ("Ana Ruiz said she would vote for it.", "Ana Ruiz +"),
    ("Ana Ruiz welcomed the decision.", "Ana Ruiz +"),
    ("Ana Ruiz has hailed the ban.", "Ana Ruiz +"),
    ("Ana Ruiz threatened legal action.", "Ana Ruiz −"),
    ("Ana Ruiz said she would seek a judicial review.", "Ana Ruiz −"),
    ("Ana Ruiz has gathered 900 signatures against the ban.", "Ana Ruiz −"),
    ("Ana Ruiz asked the government to wait a year.", "Ana Ruiz −"),
    ("“It is a mistake,” said Ana Ruiz.", "Ana Ruiz −"),
    ("“It is long overdue,” said Ana Ruiz.", "Ana Ruiz +"),
    ("Ana Ruiz said the ban would protect young fish.", "Ana Ruiz +"),
    ("Ana Ruiz said the ban would ruin three villages.", "Ana Ruiz −"),
    ("Ana Ruiz said she was undecided.", "Ana Ruiz ?"),
    ("Critics say the fleet will move to Morocco.", "Critics −"),
  ])
  func `who speaks or acts for or against what the article opens with is a party`(
    more: String,
    party: String
  ) {
    let found = ban(more)
    #expect(found.contains(party), "\(found)")
  }

  @Test(arguments: [
    "Ana Ruiz said the sea was terrible on Sunday.",
    "“Is it a mistake?” asked Ana Ruiz.",
    "“It would be a mistake if the fleet moved,” said Ana Ruiz.",
    "Ana Ruiz sails from Ferrol with a crew of three.",
  ])
  func `what is said of other things, asked or conditional takes no side`(more: String) {
    #expect(!ban(more).contains { $0.hasPrefix("Ana Ruiz") })
  }

  @Test func `whoever dismisses criticism is for what is criticized`() {
    let found = parties(
      """
      Spain to ban night fishing

      Spain announced a ban on night fishing on Monday. The Ferrol Fishermen’s Federation opposes the ban.

      Environment minister Omar Haddad dismissed the criticism.
      """
    )
    #expect(found.contains("Omar Haddad +"))
  }

  @Test func `an opening of which one side decides and another resists is an issue`() {
    let found = parties(
      """
      Spain to ban night fishing

      Spain announced a ban on night fishing on Monday.

      The Ferrol Fishermen’s Federation said it would blockade the harbor.
      """
    )
    #expect(found == ["Ferrol Fishermen’s Federation −", "Spain +"])
  }

  @Test(arguments: [
    """
    Spain to ban night fishing

    Spain announced a ban on night fishing on Monday. Omar Haddad welcomed the decision.
    """,
    """
    Storm cuts power

    A storm cut power to 12,000 homes. “It was terrible,” said Ana Ruiz, the mayor of Ferrol.
    """,
    """
    Spain opens a museum

    Spain opened a museum of fishing on Monday. Ana Ruiz asked everyone to stay at home until the storm is lifted.
    """,
  ])
  func `one side alone is no issue`(text: String) {
    #expect(parties(text).isEmpty)
  }

  @Test func `a headline's verb is no part of what it is about`() {
    let document = analyze(
      SourceText(
        """
        Council backs stadium plan

        The city council voted for the stadium plan on Monday. Residents oppose the plan.
        """
      )
    )
    #expect(document.allIssues.map { "\($0.label)" } == ["stadium plan"])
  }

  @Test func `a list behind a colon is a dispute over each`() {
    let labels = AnalyzedProse(
      "The talks stumbled over three matters: control of the bridge, the exchange of prisoners, and the price of gas."
    ).document.allIssues.map { "\($0.label)" }
    #expect(
      Set(labels) == ["control of the bridge", "exchange of prisoners", "price of gas"]
    )
  }

  /// Words with which disputes are told.
  private static let words = """
    Spain France Ruiz minister mayor union critics residents it they the a plan ban decision charge complaint refusal \
    proposal to of by over against for that which who and but if not no longer would will has been was said told \
    accused rejected dismissed denied opposed welcomed voted called asked agreed offered refused vowed warned on Monday \
    41 % . , : ; ? “ ” ’s “mistake” overdue illegal reopen scrap seek legal action in favor voted
    """.split(separator: " ").map { String($0) }

  @Test(arguments: 0..<200)
  func `any order of the words of disputes is read, wherever it breaks off`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<60 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      text += Self.words[Int(state % UInt64(Self.words.count))] + " "
    }
    let document = analyze(SourceText(text))
    for issue in document.allIssues {
      for position in issue.positions {
        #expect(position.evidence.allSatisfy { $0.index < document.sentences.count })
      }
    }
  }

  @Test func `an article may break off anywhere`() {
    let text = """
      Spain to ban night fishing

      Spain has no plan to lift a ban on night fishing, voted by 31 to 22, which the union and critics of the decision opposed.
      """
    for end in text.indices where text[end] == " " {
      let part = String(text[..<end])
      #expect(analyze(SourceText(part)).text.range.upperBound == UInt32(part.utf8.count))
    }
  }
}
