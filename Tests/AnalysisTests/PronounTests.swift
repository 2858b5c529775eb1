import Prose
import TestKit
import Testing

struct PronounTests {
  /// The prose with every mention marked that is no name, by the last word of the name it refers to.
  private func found(_ prose: AnalyzedProse) -> String {
    prose.mentions { mention in
      guard mention.form != .name else { return nil }
      let entity = prose.document.allEntities[mention.entity.index]
      return entity.name.split(separator: " ").last.map(String.init)
    }
  }

  @Test(arguments: [
    "Ana Ruiz met Bea Lund in Madrid. ‹She|Ruiz› had flown in from Oslo.",
    "Ana Ruiz told Bea Lund that ‹her|Lund› mother was ill.",
    "Peter Moss and ‹his|Moss› son met Karl Adler.",
    "Peter Moss hurt ‹himself|Moss›.",
    "In ‹her|Ruiz› first year, Ana Ruiz opened two schools.",
    "Karl Adler sat still, and Peter Moss painted ‹him|Adler›.",
  ])
  func `a pronoun refers to whom grammar and nearness favor`(marked: String) {
    #expect(found(AnalyzedProse(marked)) == marked)
  }

  @Test(arguments: [
    "Peter Moss blamed him.",
    "Her husband Karl Adler left.",
    "It is clear that Peter Moss left.",
    "The price of bread rose. It had fallen for years.",
  ])
  func `a pronoun refers to nobody whom grammar rules out`(text: String) {
    #expect(found(AnalyzedProse(text)) == text)
  }

  @Test(arguments: [
    "Norvane Energy cut its forecast. ‹The company|Energy› lost money.",
    "The British Museum closed. ‹The museum|Museum› will open in May.",
    "Peter Moss, 42, won. ‹The 42-year-old|Moss› said nothing.",
    "Peter Moss, a baker, won. ‹The baker|Moss› wept.",
  ])
  func `a description goes back to the name it stands for`(marked: String) throws {
    let prose = AnalyzedProse(marked)
    let expected = try #require(prose.marked.marks.first)
    let mention = prose.document.allMentions.first { $0.range == expected.range }
    let entity = try #require(mention?.entity)
    #expect(prose.document.allEntities[entity.index].name.hasSuffix(expected.label))
  }

  @Test func `a company without a name is not the one named before`() {
    let prose = AnalyzedProse(
      "Norvane Energy sued a company from Oslo. The company lost the case."
    )
    #expect(
      prose.document.allMentions.allSatisfy { prose.document.string($0.tokens) != "The company" }
    )
  }

  @Test(arguments: [
    #""‹I|Ruiz› will not go," said Ana Ruiz. Peter Moss laughed."#,
    #"Peter Moss said: "‹My|Moss› house is gone.""#,
    #"The Health Ministry said: "‹We|Ministry› were not told.""#,
  ])
  func `a speaker's own pronouns are the speaker's`(marked: String) {
    #expect(found(AnalyzedProse(marked)) == marked)
  }

  @Test func `in an interview the answers are the guest's and the questions' you is too`() {
    let marked = """
      The Herald spoke with Ana Ruiz about bees.
      When did ‹you|Ruiz› begin?
      ‹I|Ruiz› began at nine. ‹My|Ruiz› aunt kept bees.
      Did they sting ‹you|Ruiz›?
      They stung ‹me|Ruiz› every day. ‹I|Ruiz› got used to it.
      What do ‹you|Ruiz› sell?
      ‹I|Ruiz› sell honey.
      """
    let prose = AnalyzedProse(marked)
    let found = prose.mentions { mention in
      let entity = prose.document.allEntities[mention.entity.index]
      return mention.form == .pronoun && entity.name == "Ana Ruiz" ? "Ruiz" : nil
    }
    #expect(found == marked)
  }

  @Test(arguments: [
    (
      "Matthew Goodwin is an actor. His father was Ralph Goodwin. Goodwin won a prize.", "Goodwin",
      2, 0
    ),
    ("Mr Karl Adler met Mrs Ida Adler. Mrs Adler left.", "Adler", 2, 1),
    ("Lawrence Lessing wrote it. Larry Lessing signed it.", "Larry Lessing", 1, 0),
  ])
  func `a name cut short means who is called so or is named most`(
    text: String,
    name: String,
    mention row: Int,
    same other: Int
  ) throws {
    let document = AnalyzedProse(text).document
    let people = document.allMentions.filter { $0.type == .person && $0.form == .name }
    try #require(people.count > max(row, other))
    #expect(document.string(people[row].tokens) == name)
    #expect(people[row].entity == people[other].entity)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `pronouns without end or sense are read without a trap`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = [
      "he", "she", "it", "they", "her", "his", "himself", "I", "we", "you", "Ana Ruiz", "said", ",",
      ".", "\"", "who", "the company", "Norvane Energy", "and", "told", "that", "is", "a", "lawyer",
      "?", "\n", "the 42-year-old", "in", "Lyon", "the city",
    ]
    let text = (0..<400).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
      .joined(separator: " ")
    let document = AnalyzedProse(text).document
    #expect(document.mentions.tokens == document.mentions.tokens.sorted())
    let pronouns = document.allMentions.filter { $0.form == .pronoun }
    #expect(pronouns.allSatisfy { $0.tokens.count == 1 })
    #expect(!pronouns.isEmpty)
  }
}
