import Analysis
import Prose
import TestKit
import Testing

struct QuotationTests {
  /// The prose with each quotation's parts marked by its speaker's name, or `?`, and its kind's first letter.
  private func quotations(_ prose: AnalyzedProse) -> String {
    let document = prose.document
    let actors = document.allActors
    return prose.rendered(
      document.allQuotations.flatMap { quotation in
        let speaker = quotation.actor.map { actors[$0.index].name } ?? "?"
        let kind = quotation.kind.rawValue.prefix(1)
        return quotation.parts.map { MarkedProse.Mark(range: $0, label: "\(kind) \(speaker)") }
      }
    )
  }

  @Test(arguments: [
    "‹“The bridge is safe,”|d Ana Ruiz› Ana Ruiz said.",
    "Ana Ruiz said: ‹“The bridge is safe.”|d Ana Ruiz›",
    "‹\"The bridge is safe and it will stay open,\"|d Ana Ruiz› said Ana Ruiz, the mayor of Lyon.",
    "Ana Ruiz told reporters ‹“the bridge is safe and will stay open.”|d Ana Ruiz›",
    "Ana Ruiz resigned. ‹“They said ‘go home’ and I went,”|d Ana Ruiz› she said.",
  ])
  func `direct speech has its speaker`(marked: String) {
    #expect(quotations(AnalyzedProse(marked)) == marked)
  }

  @Test(arguments: [
    "The council keeps the bridge open, and Ana Ruiz says ‹the town needs it.|i Ana Ruiz›",
    "Critics of the ban on smoking argue ‹the rule harms bars.|i ?›",
  ])
  func `what words are keeps their clauses apart from what is said`(marked: String) {
    #expect(quotations(AnalyzedProse(marked)) == marked)
  }

  @Test
  func `speech that its speaker breaks up is one quotation in two parts`() throws {
    let marked =
      "‹“I believe the road must be built,”|d Ana Ruiz› Ana Ruiz told reporters on Monday. "
      + "‹“I am tired of talking.”|d Ana Ruiz›"
    let prose = AnalyzedProse(marked)
    #expect(quotations(prose) == marked)
    #expect(prose.document.allQuotations.count == 1)
  }

  @Test
  func `a quotation left open goes on in the next paragraph`() {
    let prose = AnalyzedProse(
      """
      ‹“We will not sell the harbor to anyone,|d Ana Ruiz›
      ‹“and we will not lease it either,”|d Ana Ruiz› said Ana Ruiz.
      """
    )
    #expect(prose.document.allQuotations.count == 1)
    #expect(prose.document.allQuotations[0].parts.count == 2)
  }

  @Test(arguments: [
    "Ana Ruiz said ‹the bridge was safe.|i Ana Ruiz›",
    "Ana Ruiz claims ‹that the bridge is safe.|i Ana Ruiz›",
    "‹The bridge was closed for a week,|i Ana Ruiz› according to Ana Ruiz.",
    "According to Ana Ruiz, ‹the bridge was closed for a week.|i Ana Ruiz›",
    "Ana Ruiz denied ‹that she sold the bridge|i Ana Ruiz›, saying ‹it was never hers.|i Ana Ruiz›",
    "Ana Ruiz is confident ‹that the bridge will hold.|i Ana Ruiz›",
    "The minister was accused ‹of taking bribes.|i ?›",
    "Ana Ruiz accused the board ‹of hiding the letters.|i Ana Ruiz›",
    "According to two people briefed on the talks, ‹the bridge was closed.|i ?›",
    "His claim ‹that the dam is safe|i ?› was met with laughter.",
  ])
  func `reports without marks have their source`(marked: String) {
    let found = quotations(AnalyzedProse(marked))
    #expect(words(found) == words(marked))
  }

  /// The prose without spaces and commas at the edges of marks, which are nobody's words.
  private func words(_ marked: String) -> String {
    marked.filter { !" ,.".contains($0) }
  }

  @Test
  func `words in marks inside a report make it mixed`() throws {
    let prose = AnalyzedProse("Ana Ruiz said the plan had a “strong rationale” and would pass.")
    let quotation = try #require(prose.document.allQuotations.first)
    #expect(quotation.kind == .mixed)
  }

  @Test
  func `the source is the whole noun phrase`() throws {
    let prose = AnalyzedProse(
      "Ana Ruiz, policy director for the Harbor Union, said that the plan was dead."
    )
    let quotation = try #require(prose.document.allQuotations.first)
    let source = try #require(quotation.source)
    #expect(
      prose.document.string(source) == "Ana Ruiz, policy director for the Harbor Union"
    )
  }

  @Test
  func `a passive report has no source`() throws {
    let prose = AnalyzedProse("It was said that the bridge would never hold.")
    #expect(prose.document.allQuotations.allSatisfy { $0.source == nil && $0.actor == nil })
  }

  @Test(arguments: [
    "The claims department moved to Lyon.",
    "He bought the ‘green’ one at the market.",
    "The asylum claims rose by a third.",
  ])
  func `scare quotes and nouns are no reports`(text: String) {
    #expect(AnalyzedProse(text).document.allQuotations.isEmpty)
  }

  @Test(arguments: 0..<150)
  func `quotations do not overlap and stay in the text`(seed: Int) {
    let document = analyze(SourceText(RandomText(seed: seed).bytes))
    var taken: Set<UInt32> = []
    for quotation in document.allQuotations {
      for part in quotation.parts {
        #expect(part.upperBound <= UInt32(document.text.count))
        for byte in part { #expect(taken.insert(byte).inserted, "seed \(seed)") }
      }
    }
  }

  @Test(arguments: [
    "‹The bridge is sure to hold|i Ana Ruiz›, Ana Ruiz told the Courier on Tuesday.",
    "‹The ministry is confident that the bridge will hold|i Ana Ruiz›, Ana Ruiz told the Courier.",
    "The council was accused ‹of hiding the letters|i Ana Ruiz› by Ana Ruiz.",
    "Ana Ruiz said ‹the offer was low|i Ana Ruiz› and recommended ‹that members reject it.|i Ana Ruiz›",
    "Experts who were not asked warned that ‹the bridge is unsafe.|i Experts›",
    "Ana Ruiz accused the board ‹of lying|i Ana Ruiz›, a charge it dismissed.",
    "Ana Ruiz expects ‹the bank to raise rates.|i Ana Ruiz›",
    "Ana Ruiz said ‹94% of members had joined.|i Ana Ruiz›",
  ])
  func `the outer speaker has all of what is said, and no more`(marked: String) {
    #expect(quotations(AnalyzedProse(marked)) == marked)
  }

  @Test(arguments: [
    ("Teachers’ union: new rules will hurt pupils", "new rules will hurt pupils"),
    ("New rules will hurt pupils: teachers’ union", "New rules will hurt pupils"),
  ])
  func `a colon in a headline joins a speaker and what is said`(headline: String, content: String) {
    let document = analyze(SourceText("\(headline)\n\nThe council met on Monday in Lyon."))
    let contents = document.allQuotations.map { document.text.string(in: $0.range) }
    #expect(contents.first == content)
  }

  @Test(arguments: ["Analysis: what the new rules mean", "Live: trains stop in the north"])
  func `a colon behind a word for a kind of article is none`(headline: String) {
    let document = analyze(SourceText("\(headline)\n\nThe council met on Monday in Lyon."))
    #expect(document.allQuotations.isEmpty)
  }
}
