import Prose
import Testing

@testable import Analysis

struct LayerTests {
  private static let text = SourceText(
    "Velia's president Mara Oyelaran rejected the plan on Monday. She said “no” in Paris, France."
  )

  @Test func `names alone are found without roles and pronouns`() {
    let all = analyze(Self.text)
    let names = analyze(Self.text, layers: [.names])
    let named = all.mentions.tokens.indices.filter { all.mentions.forms[$0] == .name }
    #expect(names.mentions.tokens == named.map { all.mentions.tokens[$0] })
    #expect(names.mentions.types == named.map { all.mentions.types[$0] })
    #expect(names.mentions.forms.allSatisfy { $0 == .name })
    #expect(names.entities.count > 0 && names.actors.count == 0 && names.places.count == 0)
    #expect(names.times.count == 0 && names.quotations.count == 0)
  }

  @Test func `times alone need no names`() {
    let times = analyze(Self.text, layers: [.times])
    #expect(times.times.tokens == analyze(Self.text).times.tokens)
    #expect(times.times.count > 0 && times.mentions.count == 0)
  }

  @Test(arguments: [Layer.actors, .places, .quotations, .issues])
  func `layers that rest on roles find the same as all together`(layer: Layer) {
    let all = analyze(Self.text)
    let one = analyze(Self.text, layers: [layer])
    #expect(one.mentions.tokens == all.mentions.tokens)
    #expect(one.actors.names == all.actors.names)
    #expect(one.places.names == all.places.names)
    #expect(layer != .quotations || one.quotations.count == all.quotations.count)
  }
}
