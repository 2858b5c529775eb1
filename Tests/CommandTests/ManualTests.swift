import Foundation
import Reader
import Screen
import Testing

@testable import broadsheet

/// The manual page, the help and the completions.
@Suite struct ManualTests {
  private let page: String

  init() throws {
    page = try Run("manual").output
  }

  @Test func `the manual holds all keys, options and faces`() {
    for group in keyGroups() {
      #expect(page.contains(".SS \"\(group.heading)") || page.contains(".SS \(group.heading)"))
      for row in group.rows { #expect(page.contains(shown(row.help)), "\(row.help)") }
    }
    for option in [
      "--theme", "--linear", "--layers", "--jsonl", "--check", "--faces", "--no-library",
    ] {
      #expect(page.contains("\\fB" + shown(option)), "\(option)")
    }
    for command in ["feeds read", "library forget", "search"] {
      #expect(page.contains("\\fBbroadsheet \(command)\\fR"), "\(command)")
    }
    for face in Face.allCases { #expect(page.contains("\\fB\(face.rawValue)\\fR")) }
    #expect(page.contains("\n  measure: 72\n"))
  }

  @Test func `no line of the manual is a request by accident`() {
    let macros: Set<Substring> = [
      ".TH", ".SH", ".SS", ".PP", ".TP", ".nf", ".fi", ".ad", ".nh",
    ]
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(macros.contains(line.prefix { $0 != " " }), "\(line)")
    }
  }

  @Test func `the help fits a screen of 24 lines and 80 columns`() throws {
    let lines = try Run("--help").output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 23)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `the completions know every command`(shell: String) throws {
    let script = try Run("--generate-completion-script", shell).output
    for name in ProgramCommand.names { #expect(script.contains(name)) }
    for option in ["theme", "layers", "faces"] { #expect(script.contains(option)) }
  }

  @Test(arguments: [
    ("bash", "_broadsheet_read\n        [["), ("zsh", "_files && ret=0\n        ;;\n    arg)"),
    ("fish", "-n 'not __fish_seen_subcommand_from analyze"),
  ])
  func `the completions know that the program reads where no command is named`(
    shell: String,
    part: String
  ) throws {
    #expect(try Run("--generate-completion-script", shell).output.contains(part))
  }

  /// As the manual writes a text.
  private func shown(_ text: String) -> String {
    [("\\", "\\e"), ("-", "\\-"), ("\"", "\\(dq"), ("'", "\\(aq")].reduce(text) { text, sign in
      text.replacing(sign.0, with: sign.1)
    }
  }
}
