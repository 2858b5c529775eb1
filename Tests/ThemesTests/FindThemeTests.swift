import Foundation
import Screen
import Testing

@testable import Themes

/// A folder with theme files, gone after `body`.
private func withThemes(_ files: [String: String], _ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("broadsheet-themes-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files {
    try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }
  try body(folder.path)
}

private let red = "description: Red.\nfaces: { text: { foreground: red } }"

@Test func `a theme is found by name, among the user's first`() throws {
  try withThemes(["mine.yaml": red, "night.yaml": red]) { folder in
    for name in ["mine", "night"] {
      let theme = try findTheme(name, userThemes: folder)
      #expect(theme.name == name)
      #expect(theme[.text].foreground == .terminal(1))
    }
    #expect(try findTheme("paper", userThemes: folder).name == "paper")
  }
}

@Test func `a theme is found by its file`() throws {
  try withThemes(["mine.yaml": red]) { folder in
    let theme = try findTheme(folder + "/mine.yaml", userThemes: nil)
    #expect(theme.name == "mine")
    #expect(theme[.text].foreground == .terminal(1))
  }
}

@Test func `the user's themes are listed first and hide built-in ones of their name`() throws {
  try withThemes(["mine.yaml": red, "night.yaml": red, "notes.txt": "", ".hidden.yaml": red]) {
    folder in
    let listed = listThemes(userThemes: folder)
    #expect(
      listed.map(\.name) == ["mine", "night", "terminal", "paper", "okabe-ito", "contrast", "mono"]
    )
    #expect(
      listed[0] == ThemeListing(name: "mine", description: "Red.", path: folder + "/mine.yaml")
    )
  }
}

@Test func `what cannot be a theme is refused`() throws {
  try withThemes([
    "bad.yaml": "faces: { wall: {} }", "big.yaml": String(repeating: "#", count: 300_000),
  ]) { folder in
    #expect(throws: ThemeError.unknownFace(file: folder + "/bad.yaml", line: 1, name: "wall")) {
      try findTheme("bad", userThemes: folder)
    }
    #expect(throws: ThemeError.unreadable(file: folder + "/big.yaml")) {
      try findTheme("big", userThemes: folder)
    }
    #expect(throws: ThemeError.unreadable(file: folder + "/none.yaml")) {
      try findTheme(folder + "/none.yaml", userThemes: folder)
    }
    #expect(throws: ThemeError.unreadable(file: folder + "/")) {
      try findTheme(folder + "/", userThemes: folder)
    }
  }
}

@Test func `an unknown name is answered with those there are`() {
  let error = #expect(throws: ThemeError.self) { try findTheme("nigth", userThemes: nil) }
  #expect(
    error?.description.contains("terminal, night, paper, okabe-ito, contrast or mono") == true
  )
}
