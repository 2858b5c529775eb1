internal import ArgumentParser
internal import Foundation

/// Builds the table of characters.
struct BuildCharacters: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "characters",
    abstract: "Build the table of characters from the Unicode Character Database.",
    discussion: """
      Debian's package unicode-data has the files. Run it when their version changes, and check the tokens \
      afterwards.
      """
  )

  @Option(help: "The folder with UnicodeData.txt and the folders auxiliary and emoji.")
  var unicode = "/usr/share/unicode"

  @Option(help: "Where to write the table.")
  var output = "Sources/CReference/tables/characters.bin"

  func run() throws {
    let table = try buildCharacters(from: URL(filePath: unicode, directoryHint: .isDirectory))
    try Data(table).write(to: URL(filePath: output), options: .atomic)
    print("\(output): \(table.count) bytes")
  }
}
