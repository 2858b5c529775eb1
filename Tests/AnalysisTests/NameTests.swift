import Analysis
import Prose
import TestKit
import Testing

struct NameTests {
  @Test(arguments: [
    "The mayor, ‹Ana Ruiz|person›, met ‹Jean-Claude Moreau|person› in ‹Lyon|location›.",
    "Foreign Minister ‹Sergio Blanco|person› flew to ‹Addis Ababa|location› on Monday.",
    "‹French|nationality› President ‹Luc Martel|person› called ‹Germany|location› a friend.",
    "‹UK|location› Secretary of State ‹Helen Brody|person› spoke at the ‹United Nations|organization›.",
    "The ‹University of Ghent|organization› and the ‹World Health Organization|organization› agreed.",
    "Shares of ‹Halvorsen Holdings Ltd|organization› fell, ‹Reuters|organization› reported.",
    "‹Ruiz|person› said that ‹Ana Ruiz|person› was not ‹Carla Ruiz|person›.",
    "Mr ‹Okonkwo|person› and Dr ‹Priya Nair|person› wrote to ‹J. K. Larsen|person›.",
    "Police said on Thursday that the March vote in ‹Nigeria|location› was fair.",
    "‹Ursula van der Meer|person› and ‹Omar al-Rashid|person› signed it in ‹The Hague|location›.",
    "Rescuers searched ‹Lake Victoria|location› for survivors.",
    "‹Russia|location›’s army shelled ‹Kharkiv|location›, ‹Ukraine|location› said.",
  ])
  func `a name has its border and its type`(marked: String) {
    let prose = AnalyzedProse(marked)
    #expect(prose.mentions { $0.form == .name ? $0.type.rawValue : nil } == marked)
  }

  @Test(arguments: [
    "Officials said the talks would go on.",
    "However, Most People Will Never See A Harbor Like This One",
    "“We are done,” she said. I agreed.",
    "On Monday and in March, nothing happened. Nothing at all.",
  ])
  func `ordinary words with capitals are no names`(text: String) {
    let prose = AnalyzedProse(text)
    #expect(prose.mentions { $0.form == .name ? $0.type.rawValue : nil } == text)
  }

  @Test func `a surname that is a city's name too is the person where the text speaks of her`() {
    let marked = """
      The singer ‹Ana Lima|person› left the ship on Friday.
      ‹Lima|person› said she was free. Lawyers asked where ‹Lima|person› had been.
      She was born in ‹Lima|location›.
      """
    #expect(AnalyzedProse(marked).mentions { $0.form == .name ? $0.type.rawValue : nil } == marked)
  }

  @Test func `a headline in title case has the names that the text knows`() {
    let marked = """
      ‹Moreau|person› Rejects New Harbor Deal With ‹Spain|location›
      The harbor master, ‹Luc Moreau|person›, turned it down on Friday.
      """
    #expect(AnalyzedProse(marked).mentions { $0.form == .name ? $0.type.rawValue : nil } == marked)
  }

  @Test func `a name that a line's end cuts is one`() {
    let marked = """
      Harbor talks resume in ‹Sanaa|location›

      ‹SANAA|location› - ‹Hamdan al-Rashid|person›, the leader of the ‹Popular Front for
      Renewal|organization›, met ‹Marieke van der Berg|person› on Tuesday to speak
      about the harbor. "We are done," said the economist ‹Ngozi
      Okonjo|person› of the ‹Lagos Chamber of Commerce|organization›, and the ‹Ministry of
      Foreign Affairs|organization› declined to comment on what she had said.
      """
    let prose = MarkedProse(marked)
    let document = analyze(SourceText(prose.text))
    let names = document.allMentions.filter { $0.form == .name }
      .map { MarkedProse.Mark(range: $0.range, label: $0.type.rawValue) }
    #expect(MarkedProse.render(prose.text, names) == marked)
  }
}
