internal import ArgumentParser
internal import Foundation

/// Builds the tables of what a screen needs to know of every character, and of where words may be broken.
struct BuildTypography: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "typography",
    abstract:
      "Build the tables of Sources/CTypography from the Unicode Character Database and the patterns there."
  )

  @Option(help: "The package's folder.")
  var package = "."

  @Option(help: "The database's folder.")
  var database = "/usr/share/unicode"

  @Flag(help: "Write nothing; fail if the table differs from what its sources give.")
  var check = false

  func run() throws {
    let folder = URL(filePath: package, directoryHint: .isDirectory)
      .appending(path: "Sources/CTypography", directoryHint: .isDirectory)
    try keep(
      CharacterTable(
        database: URL(filePath: database, directoryHint: .isDirectory),
        widths: folder.appending(path: "widths.tsv")
      ).bytes(),
      as: "characters.bin",
      in: folder
    )
    try keep(
      HyphenTable(folder.appending(path: "hyphens-en.txt")).bytes(),
      as: "hyphens.bin",
      in: folder
    )
  }

  private func keep(_ table: [UInt8], as name: String, in folder: URL) throws {
    let file = folder.appending(path: name)
    if check {
      guard try [UInt8](Data(contentsOf: file)) == table else { throw SourceError.outdated(name) }
    } else {
      try Data(table).write(to: file, options: .atomic)
    }
    print("\(name): \(table.count) bytes")
  }
}
