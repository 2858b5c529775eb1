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

  @Test func `a list behind a colon is a dispute over each`() {
    let labels = AnalyzedProse(
      "The talks stumbled over three matters: control of the bridge, the exchange of prisoners, and the price of gas."
    ).document.allIssues.map { "\($0.label)" }
    #expect(
      Set(labels) == ["control of the bridge", "exchange of prisoners", "price of gas"]
    )
  }
}
