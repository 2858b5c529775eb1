import Testing

@testable import broadsheet_workshop

struct InflectionTests {
  @Test(arguments: [
    (Inflection.verb, "demand", "demand demands demanded demanding"),
    (.verb, "deny", "deny denies denied denying"),
    (.verb, "delay", "delay delays delayed delaying"),
    (.verb, "criticize", "criticize criticizes criticized criticizing"),
    (.verb, "clash", "clash clashes clashed clashing"),
    (.verb, "agree", "agree agrees agreed agreeing"),
    (.verb, "lie", "lie lies lied lying"),
    (.noun, "party", "party parties"),
    (.noun, "coach", "coach coaches"),
    (.none, "police", "police"),
  ])
  func `regular forms follow the spelling rules`(
    inflection: Inflection,
    word: String,
    forms: String
  ) {
    #expect(inflection.forms(of: word, irregular: []).joined(separator: " ") == forms)
  }

  @Test func `a verb phrase changes its first word and a noun phrase its last`() {
    #expect(
      Inflection.verb.forms(of: "object to", irregular: [])
        == ["object to", "objects to", "objected to", "objecting to"]
    )
    #expect(
      Inflection.noun.forms(of: "prime minister", irregular: [])
        == ["prime minister", "prime ministers"]
    )
  }

  @Test func `irregular forms replace the regular ones`() {
    #expect(
      Inflection.verb.forms(of: "speak out", irregular: ["spoke", "spoken"])
        == ["speak out", "spoke out", "spoken out"]
    )
  }
}
