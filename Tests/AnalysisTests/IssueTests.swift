import Analysis
import Prose
import Testing

struct IssueTests {
  /// Each issue as "label: Actor sign, Actor sign", the parties in order of their names.
  private func issues(_ text: String) -> [String] {
    let document = AnalyzedProse(text).document
    let actors = document.allActors
    return document.allIssues.map { issue in
      let parties = issue.positions.map {
        "\(actors[$0.actor.index].name) \($0.stance.sign.symbol)"
      }
      return "\(issue.label): \(parties.sorted().joined(separator: ", "))"
    }
  }

  @Test(arguments: ["The minister opposes the harbor plan", "Kind : Press Releases"])
  func `a text may end in the word for a measure`(text: String) {
    #expect(AnalyzedProse(text).document.text.string == text)
  }

  @Test
  func `a disagreement over a list is one issue for each of its members`() {
    let found = issues(
      """
      Japan and South Korea met in Lyon on Monday.
      The two sides still disagree over the escort of merchant ships, fishing quotas, and the fate of the lighthouse.
      """
    )
    #expect(
      Set(found) == [
        "escort of merchant ships: Japan ?, South Korea ?",
        "fishing quotas: Japan ?, South Korea ?",
        "fate of the lighthouse: Japan ?, South Korea ?",
      ]
    )
  }

  @Test(arguments: [
    (
      "Japan has demanded that South Korea withdraw from the islands, while South Korea has rejected any deal.",
      "withdraw from the islands: Japan +, South Korea −"
    ),
    (
      "Japan supports the fishing ban. South Korea opposes the fishing ban.",
      "fishing ban: Japan +, South Korea −"
    ),
    (
      "Japan renewed its invitation to President Ana Ruiz to visit Kyoto. Ruiz rejected a similar invitation last year.",
      "invitation: Ana Ruiz −, Japan +"
    ),
    (
      "France has kept a policy of closing ports, which Spain has criticized.",
      "policy of closing ports: France +, Spain −"
    ),
    (
      "The teachers’ union opposes the fishing ban. Spain supports the fishing ban.",
      "fishing ban: Spain +, The teachers’ union −"
    ),
    (
      "Japan has demanded the return of the mask. The museum rejects the demand.",
      "return of the mask: Japan +, The museum −"
    ),
    (
      "Traders rejected a proposal by the mayor, Ines Caldo, to move the market.",
      "proposal: Ines Caldo +, Traders −"
    ),
    (
      "France plans to build forty turbines off the coast. Spain opposes the turbines.",
      "turbines: France +, Spain −"
    ),
    (
      "A bill to close the port is before parliament. Ana Ruiz urged members to vote against the bill. Spain supports the bill.",
      "bill: Ana Ruiz −, Spain +"
    ),
    (
      "Parents want the city to pay for the bridge. Spain has no plans to pay for the bridge.",
      "bridge: Parents +, Spain −"
    ),
    (
      "Japan opposes the fishing ban. Spain has refused to lift the fishing ban.",
      "fishing ban: Japan −, Spain +"
    ),
    (
      "Japan opposes the fishing ban. Spain has no plans to scrap the fishing ban.",
      "fishing ban: Japan −, Spain +"
    ),
    (
      "Japan and South Korea are at odds over the ferry.",
      "ferry: Japan ?, South Korea ?"
    ),
    (
      "Spain opposed France’s plan to close the port.",
      "plan to close the port: France +, Spain −"
    ),
  ])
  func `opposed stances on one matter are an issue`(text: String, expected: String) {
    let found = issues(text)
    #expect(found.count == 1)
    #expect(parties(found.first) == parties(expected))
  }

  private func parties(_ issue: String?) -> Substring? {
    issue?.split(separator: ":", maxSplits: 1).last
  }

  @Test
  func `the contentious matter names what the next sentence sets against each other`() {
    let found = issues(
      """
      The most contentious issue is territory.
      Japan has demanded that South Korea leave the islands, while South Korea has rejected any such deal.
      """
    )
    #expect(found == ["territory: Japan +, South Korea −"])
  }

  @Test
  func `a row over something is an issue without parties too`() {
    let found = issues("A row has erupted over the new port fee.")
    #expect(found == ["new port fee: "])
  }

  @Test
  func `claim and denial meet`() throws {
    let found = issues(
      """
      Ana Ruiz claims that Omar Haddad took bribes for twelve years.
      Omar Haddad denied these allegations.
      """
    )
    #expect(found.count == 1)
    #expect(parties(found.first) == " Ana Ruiz +, Omar Haddad −")
  }

  @Test
  func `a demand for an end is against what is to end`() {
    let found = issues(
      "France said it would stay. Spain called for an end to France’s naval drills near the island."
    )
    #expect(found.count == 1)
    #expect(parties(found.first) == " France +, Spain −")
  }

  @Test(arguments: [
    "Japan praised the rescue workers. South Korea thanked the doctors.",
    "A storm hit Lyon on Monday, the mayor said. Twelve people were hurt.",
    "France and Spain signed a loan agreement. France supports the reform agenda of Spain.",
    "South Korea condemned the attack on the market.",
    "Ana Ruiz did not oppose the plan.",
    "Spain might oppose the plan, and France could support it.",
    "The army defeated the rebels near Lyon and denied them a safe haven.",
    "Would Spain reject the plan? Nobody knows.",
    "Spain would oppose the fishing ban if it cost more. Japan supports the fishing ban.",
    "In a debate on Sunday, Ana Ruiz spoke of the weather.",
  ])
  func `without a second side there is no issue`(text: String) {
    #expect(issues(text).isEmpty)
  }

  @Test
  func `a minister stands for the state that is a party already`() {
    let found = issues(
      """
      Japan and South Korea disagree over fishing quotas and security guarantees.
      Japan’s Foreign Minister Rosa Leal expressed skepticism about the security guarantees.
      """
    )
    #expect(found.contains("security guarantees: Japan −, South Korea ?"))
  }

  @Test
  func `an issue says which rule made it, and its evidence holds its parties`() throws {
    let document = AnalyzedProse(
      "Japan supports the fishing ban. It rained. South Korea opposes the fishing ban."
    ).document
    let issue = try #require(document.allIssues.first)
    #expect(issue.why == "for and against the same matter")
    #expect(issue.evidence.map(\.index) == [0, 2])
    #expect(issue.positions.map { $0.evidence.map(\.index) } == [[0], [2]])
  }

  @Test
  func `a position is past or unconfirmed where the text says so`() throws {
    let document = AnalyzedProse(
      "Spain opposed the fishing ban last year. Portugal is said to oppose the fishing ban. Japan supports the fishing ban."
    ).document
    let issue = try #require(document.allIssues.first)
    #expect(issue.positions.map(\.status.names) == [["past"], ["unconfirmed"], []])
  }

  @Test(arguments: [
    ("Only a quarter of residents favor the ferry ban.", StanceSign.minus),
    ("Some 58 percent of residents favor the ferry ban.", StanceSign.plus),
  ])
  func `a poll tells on which side most are`(poll: String, sign: StanceSign) throws {
    let document = AnalyzedProse(
      "Residents met. Spain opposes the ferry ban. Japan supports the ferry ban. " + poll
    ).document
    let issue = try #require(document.allIssues.first)
    let residents = issue.positions.filter {
      document.allActors[$0.actor.index].kind == .group
    }
    #expect(residents.map(\.stance.sign) == [sign])
  }

  @Test
  func `boilerplate takes no part`() {
    let text = SourceText("Japan supports the fishing ban. South Korea opposes the fishing ban.")
    var blocks = Blocks()
    blocks.append(.boilerplate, 0..<UInt32(text.count))
    #expect(analyze(text, blocks: blocks).allIssues.isEmpty)
  }

  @Test(arguments: 0..<150)
  func `any bytes pass, and evidence is in text order`(seed: Int) {
    let document = analyze(SourceText(RandomText(seed: seed).bytes))
    for issue in document.allIssues {
      #expect(issue.evidence.map(\.index) == issue.evidence.map(\.index).sorted())
      #expect((0...1).contains(issue.salience))
    }
  }
}
