import Analysis
import Prose
import Testing

struct NestedNameTests {
  private func words(_ document: Document, _ mentions: [Mention]) -> [String] {
    mentions.map { document.string($0.tokens) }
  }

  @Test func `a place within a body's name is that place, and neither acts nor is a scene there`()
    throws
  {
    let document = AnalyzedProse(
      """
      Ana Ruiz flew to Texas on Monday.
      She teaches at the University of Texas, which said nothing.
      """
    ).document
    let texas = try #require(document.allEntities.first { $0.name == "Texas" })
    let mentions = document.allMentions.filter { $0.entity == texas.id }
    #expect(words(document, mentions) == ["Texas", "Texas"])
    #expect(mentions.map(\.form) == [.name, .nominal])
    #expect(mentions[1].actor == nil)
    #expect(mentions[1].place == nil)
    let place = try #require(document.allPlaces.first { $0.name == "Texas" })
    #expect(place.mentions.count == 1)
  }

  @Test func `a body's name alone brings up no place`() {
    let document = AnalyzedProse("The University of Texas said nothing.").document
    #expect(document.allEntities.map(\.type) == [.organization])
  }

  @Test(arguments: [
    "Two people in Lima have West Nile virus.", "A case of West Nile fever was found in Lima.",
  ])
  func `a disease called after a place is no place`(text: String) {
    #expect(AnalyzedProse(text).document.allPlaces.map(\.name) == ["Lima"])
  }

  @Test func `who took a picture is someone named, but no actor`() throws {
    let document = analyze(
      SourceText(
        """
        Crowds gather at the harbor in Lima

        Thousands came to the harbor of Lima on Sunday, the police said.

        Visitors wait in line. Image: Bea Lund.

        Boats leave the harbor. Image: Bea Lund.
        """
      )
    )
    let lund = try #require(document.allEntities.first { $0.name == "Bea Lund" })
    #expect(document.allMentions.count { $0.entity == lund.id } == 2)
    #expect(!document.allActors.contains { $0.name == "Bea Lund" })
  }
}
