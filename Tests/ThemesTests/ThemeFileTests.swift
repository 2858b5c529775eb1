import Screen
import Testing

@testable import Themes

private func read(_ yaml: String) throws(ThemeError) -> Theme {
  try ThemeFile(yaml: yaml, file: "t.yaml").theme(named: "t")
}

@Test func `a face has colors and attributes, or takes those of its parent`() throws {
  let theme = try read(
    """
    description: For a test.
    colors: { ink: "#102030" }
    faces:
      text: { foreground: ink, background: "#fff" }
      actor: { foreground: bright-blue, attributes: [bold, underline] }
    """
  )
  #expect(theme.name == "t")
  #expect(theme[.text] == Style(foreground: .rgb(16, 32, 48), background: .rgb(255, 255, 255)))
  #expect(theme[.actor] == Style(foreground: .terminal(12), attributes: [.bold, .underline]))
  #expect(theme[.actorPerson] == theme[.actor])
  #expect(theme[.place] == theme[.text])
}

@Test(arguments: [
  ("faces: {\n  text: ]", ThemeError.notYAML(file: "t.yaml", line: 2, problem: "")),
  ("- text", .notATheme(file: "t.yaml")),
  ("", .notATheme(file: "t.yaml")),
  ("colors: {}", .notATheme(file: "t.yaml")),
  (
    "faces: {}\nstyle: x",
    .unknownKey(file: "t.yaml", line: 2, key: "style", known: ["description", "colors", "faces"])
  ),
  ("faces:\n  actor.persn: {}", .unknownFace(file: "t.yaml", line: 2, name: "actor.persn")),
  (
    "faces:\n  text:\n    foreground: rd",
    .unknownColor(file: "t.yaml", line: 3, name: "rd")
  ),
  ("colors: { a: \"#12345\" }\nfaces: {}", .unknownColor(file: "t.yaml", line: 1, name: "#12345")),
  (
    "faces:\n  text: { attributes: [bold, blink] }",
    .unknownAttribute(file: "t.yaml", line: 2, name: "blink")
  ),
  (
    "faces:\n  text: { color: red }",
    .unknownKey(
      file: "t.yaml",
      line: 2,
      key: "color",
      known: ["foreground", "background", "attributes"]
    )
  ),
  (
    "faces:\n  text: red",
    .wrongKind(
      file: "t.yaml",
      line: 2,
      key: "text",
      expected: "a mapping, such as { foreground: red }"
    )
  ),
  (
    "faces:\n  text: { attributes: bold }",
    .wrongKind(
      file: "t.yaml",
      line: 2,
      key: "attributes",
      expected: "a list, such as [bold, underline]"
    )
  ),
  (
    "faces:\n  text:\n    foreground: #102030",
    .wrongKind(
      file: "t.yaml",
      line: 3,
      key: "this",
      expected: "a color, such as \"#1a2b3c\" in quotes or red"
    )
  ),
])
func `a mistake is told with its file and line`(yaml: String, expected: ThemeError) {
  let error = #expect(throws: ThemeError.self) { try read(yaml) }
  if case .notYAML(let file, let line, _)? = error, case .notYAML(file, line, _) = expected {
    #expect(error?.description.hasPrefix("t.yaml:\(line): ") == true)
  } else {
    #expect(error == expected)
  }
}

@Test func `a key that is there twice is a mistake`() {
  #expect(throws: ThemeError.self) { try read("faces:\n  text: {}\n  text: {}") }
}

@Test func `a misspelled face is answered with the one that was meant`() {
  let error = ThemeError.unknownFace(file: "t.yaml", line: 3, name: "actor.persn")
  #expect(
    error.description == "t.yaml:3: there is no face “actor.persn”; did you mean “actor.person”?"
  )
  let stranger = ThemeError.unknownFace(file: "t.yaml", line: 3, name: "wallpaper")
  #expect(stranger.description.hasSuffix("copy one from a built-in theme."))
}

@Test(
  arguments: [
    ("#1a2B3c", Color.rgb(26, 43, 60)), ("#fa0", .rgb(255, 170, 0)), ("1a2b3c", nil),
    ("#1a2b3", nil),
    ("#gggggg", nil), ("#", nil), ("#１２３", nil),
  ] as [(String, Color?)]
)
func `colors are written in hex`(text: String, color: Color?) {
  #expect(hexColor(text) == color)
}
