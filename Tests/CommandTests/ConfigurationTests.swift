import Reader
import Testing

@testable import broadsheet

private func read(_ yaml: String) -> Configuration {
  ConfigurationFile(yaml, file: "config.yaml").configuration()
}

@Test func `an empty configuration changes nothing`() {
  for yaml in ["", "# nothing\n", "theme:\ntext:\nkeys:\n  reading:\n"] {
    let found = read(yaml)
    #expect(found.mistakes.isEmpty)
    #expect(found.style == ReadingStyle())
    #expect(found.theme == nil)
  }
}

@Test func `what is printed as the default is read without a mistake and changes nothing`() {
  let found = read(defaultConfiguration())
  #expect(found.mistakes.isEmpty)
  #expect(found.style == ReadingStyle())
  #expect(found.theme == .named("terminal"))
}

@Test func `the default names every key of every command, ready to be uncommented`() {
  let lines = defaultConfiguration().split(separator: "\n").map { line in
    let parts = line.split(separator: "# ", maxSplits: 1, omittingEmptySubsequences: false)
    let isKey = line.hasPrefix("    # '") || line.hasPrefix("    # \"")
    return isKey ? "    " + (parts.last.map(String.init) ?? "") : String(line)
  }
  let found = read(lines.joined(separator: "\n"))
  #expect(found.mistakes.isEmpty, "\(found.mistakes.prefix(5).map(\.description))")
  #expect(lines.contains { $0.hasPrefix("    ']p': ") })
}

@Test func `text, theme and the linear screen are set`() {
  let found = read(
    """
    theme: { light: paper, dark: night }
    text: { measure: 66, align: left, justify: true, hyphenate: true }
    linear: true
    """
  )
  #expect(found.mistakes.isEmpty)
  #expect(found.theme == .pair(light: "paper", dark: "night"))
  #expect(found.style.measure == 66)
  #expect(!found.style.isCentered)
  #expect(found.style.isJustified && found.style.isHyphenated && found.style.isLinear)
}

@Test(
  arguments: [
    ("theme: [night]", 1, "“theme” should hold light and dark."),
    (
      "\ntheme: { light: paper }", 2,
      "“theme” should name one theme, or both a light and a dark one."
    ),
    ("text:\n  measure: wide", 2, "“measure” should be a number of columns from 20 to 200."),
    ("text:\n  measure: 5", 2, "“measure” should be a number of columns from 20 to 200."),
    ("text:\n  align: right", 2, "“align” should be center or left."),
    ("text:\n  justify: maybe", 2, "“justify” should be true or false."),
    ("colour: red", 1, "“colour” has no meaning here; use theme, text, linear or keys."),
    ("keys:\n  reding: {}", 2, "“reding” has no meaning here; use reading, selection or feeds."),
    ("keys:\n  reading:\n    x: dwon", 3, "there is no command “dwon”; did you mean “down”?"),
    (
      "keys:\n  reading:\n    x: {}", 3,
      "a command's name should stand here, a list of them, or none."
    ),
    (
      "keys:\n  reading:\n    ']': down", 3,
      "“]” and “]]” begin alike; unbind “]]” first, with none."
    ),
    ("keys:\n  reading:\n    zz9: none", 3, "“zz9” means nothing that could be taken from it."),
    ("text: {", 2, "did not find expected node content; mend the YAML there."),
  ]
)
func `a mistake is told with its line and with what was expected`(
  yaml: String,
  line: Int,
  sentence: String
) {
  let found = read(yaml)
  #expect(
    found.mistakes == [ConfigurationMistake(file: "config.yaml", line: line, sentence: sentence)]
  )
}

@Test func `what is right beside a mistake counts`() {
  let found = read(
    "text:\n  measure: 70\n  align: top\nkeys:\n  reading:\n    x: down\n    y: dwon\n"
  )
  #expect(found.style.measure == 70)
  #expect(found.mistakes.map(\.line) == [3, 7])
  #expect(found.keymaps != nil)
}
