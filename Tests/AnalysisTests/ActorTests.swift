import Prose
import Testing

struct ActorTests {
  /// The prose with every mention of people marked by its chain's number, in order of first mention.
  private func chains(_ prose: AnalyzedProse) -> String {
    var numbers: [ID<Entity>: Int] = [:]
    return prose.mentions { mention in
      guard mention.type == .person else { return nil }
      if numbers[mention.entity] == nil { numbers[mention.entity] = numbers.count + 1 }
      return numbers[mention.entity].map(String.init)
    }
  }

  @Test(arguments: [
    "‹Ana Ruiz|1› said ‹she|1› would appeal. ‹Ruiz|1› is 42.",
    "‹Ruiz|1› won. ‹Ana Ruiz|1› thanked ‹her|1› voters, and ‹Pedro Ruiz|2› left.",
    "President ‹Luc Martel|1› flew home. ‹The president|1› was tired.",
    "‹Omar Haddad|1›, ‹the mayor of Lyon|1›, resigned. ‹The mayor|1› said ‹he|1› was ill.",
    "Mr ‹Karim Hassan|1› met Mr ‹Hassan Omar Hassan|2› in Cairo.",
    "‹John Adeyemi|1› thanked ‹Maria Costa|2›. ‹She|2› smiled.",
    "‹Ana Ruiz|1›, ‹a lawyer|1›, resigned.",
  ])
  func `one person is one chain`(marked: String) {
    #expect(chains(AnalyzedProse(marked)) == marked)
  }

  @Test(arguments: [
    ("Élysée spokesman Ivan Brandt said so.", "Ivan Brandt", ["Élysée spokesman"]),
    ("Spain’s Foreign Minister Rosa Leal said so.", "Rosa Leal", ["Spain’s Foreign Minister"]),
    (
      "Ivo Brandt, the president’s senior foreign policy adviser, said so.", "Ivo Brandt",
      ["president’s senior foreign policy adviser"]
    ),
    ("Former coach Ana Ruiz said so. Mr Brandt left.", "Ana Ruiz", ["Former coach"]),
    (
      "Rosa Leal, who was defense minister until 2019, said so.", "Rosa Leal",
      ["defense minister until 2019"]
    ),
  ])
  func `a title before or behind a name is a role`(
    text: String,
    name: String,
    roles: [String]
  ) throws {
    let document = AnalyzedProse(text).document
    let actor = try #require(document.allActors.first { $0.name == name })
    #expect(actor.roles == roles)
  }

  @Test
  func `a seat of government that acts is its state, and a city where things happen is a place`()
    throws
  {
    let document = AnalyzedProse(
      """
      Japan said that Tokyo would not sign before South Korea does.
      The minister will fly to Tokyo on Sunday, Tokyo said.
      The last round was held in Tokyo on Friday.
      """
    ).document
    let japan = try #require(document.allActors.first { $0.name == "Japan" })
    #expect(japan.kind == .government)
    #expect(japan.country == CountryCode("JP"))
    #expect(japan.aliases == ["Tokyo"])
    #expect(japan.mentions.count == 3)
    let tokyo = try #require(document.allPlaces.first { $0.name == "Tokyo" })
    #expect(tokyo.mentions.count == 2)
    #expect(tokyo.kind == .city)
  }

  @Test(arguments: [
    "‹Germany|actor› rejected the plan of ‹France|place›.",
    "The war in ‹Ukraine|place› goes on.",
    "US President Ana Ruiz flew to Spain’s capital.",
    "The US-led talks in ‹Doha|place› failed.",
    "A deal between ‹Egypt|actor› and ‹Sudan|actor› is near.",
    "‹Germany|actor› on Thursday said that the plan was dead.",
    "They fled ‹Eritrea|place›, ‹Libya|place› and ‹Yemen|place›.",
    "‹Germany|actor›, ‹Spain|actor› and ‹Italy|actor› opposed the ban.",
    "The minister flew from ‹Berlin|place› to ‹Warsaw|place›.",
  ])
  func `a place acts or is a scene by the words around it`(marked: String) {
    let found = AnalyzedProse(marked).mentions { mention in
      guard mention.type == .location else { return nil }
      return mention.actor != nil ? "actor" : mention.place != nil ? "place" : nil
    }
    #expect(found == marked)
  }

  @Test func `those without a name act too`() throws {
    let document = AnalyzedProse(
      """
      A senior Kenyan official told Reuters that the road was safe.
      Young farmers in Spain want to block the new tax.
      """
    ).document
    let official = try #require(document.allActors.first { $0.kind == .source })
    #expect(official.name == "A senior Kenyan official")
    let farmers = try #require(document.allActors.first { $0.kind == .group })
    #expect(farmers.name == "Young farmers in Spain")
  }

  @Test func `a state called by its seat has no alias but other names`() {
    let text = "She spoke at a hearing in Stockholm. Stockholm has rejected the plan."
    #expect(AnalyzedProse(text).document.allActors.map(\.aliases) == [[]])
  }

  @Test(arguments: [
    "People said the road was safe.",
    "No members voted against the plan.",
    "The company said the road was safe.",
  ])
  func `people in passing and what is only described are no actors`(text: String) {
    #expect(AnalyzedProse(text).document.allActors.isEmpty)
  }
}
