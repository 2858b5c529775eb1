import Prose
import Testing

struct OfficeTests {
  @Test(arguments: [
    ("Ana Ruiz, a former mayor of Lyon, agreed.", ["former mayor of Lyon"], [OfficeTime.former]),
    ("Ana Ruiz, who was mayor, agreed.", ["mayor"], [.former]),
    ("Ana Ruiz, who is mayor, agreed.", ["mayor"], [.current]),
    (
      "Ana Ruiz, who served as mayor from 2014 to 2019, agreed.", ["mayor from 2014 to 2019"],
      [.former]
    ),
    ("In 2019 the then mayor of Lyon, Ana Ruiz, resigned.", ["then mayor of Lyon"], [.former]),
    ("Incoming chancellor Ana Ruiz agreed.", ["Incoming chancellor"], [.future]),
    ("President Ana Ruiz agreed.", ["President"], [.current]),
    ("Ex-president Ana Ruiz agreed.", ["Ex-president"], [.former]),
  ])
  func `a role has its time from its own words or the verb before it`(
    text: String,
    roles: [String],
    times: [OfficeTime]
  ) throws {
    let document = AnalyzedProse(text).document
    let actor = try #require(document.allActors.first { $0.name == "Ana Ruiz" })
    let offices = document.offices(of: actor.id)
    #expect(offices.map { document.string($0.tokens) } == roles)
    #expect(offices.map(\.time) == times)
  }

  @Test func `a role names whose it is`() throws {
    let document = AnalyzedProse("Norway’s foreign minister Ana Ruiz agreed.").document
    let actor = try #require(document.allActors.first { $0.name == "Ana Ruiz" })
    let holders = document.offices(of: actor.id).flatMap(\.holders)
    #expect(holders.map { document.allEntities[$0.index].name } == ["Norway"])
  }

  @Test func `who speaks comes before who is only spoken of`() {
    let document = AnalyzedProse(
      "The plan was shown to Bea Lund in the hall, and it was good, said Ana Ruiz."
    ).document
    #expect(document.allActors.map(\.name) == ["Ana Ruiz", "Bea Lund"])
  }

  @Test func `a place where trains stop does not act`() {
    let document = AnalyzedProse("Trains in eastern Spain stopped on Sunday.").document
    #expect(document.allActors.isEmpty)
    #expect(document.allPlaces.map(\.name) == ["eastern Spain"])
  }

  @Test func `a form of address of the other gender means someone else`() {
    let document = AnalyzedProse(
      "Jenna Moss has a dog. She calls it Mr. Moss. Moss said she was happy."
    ).document
    let moss = document.allMentions.filter { document.string($0.tokens) == "Moss" }
    #expect(moss.count == 2)
    #expect(moss[0].entity != moss[1].entity)
    #expect(document.allEntities[moss[1].entity.index].name == "Jenna Moss")
  }
}
