internal import ArgumentParser
internal import Foundation

/// Builds the table of what a screen needs to know of every character.
struct BuildUnicode: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unicode",
    abstract: "Build Sources/CUnicode/properties.bin from the Unicode Character Database."
  )

  @Option(help: "The package's folder.")
  var package = "."

  @Option(help: "The database's folder.")
  var database = "/usr/share/unicode"

  @Flag(help: "Write nothing; fail if the table differs from what its sources give.")
  var check = false

  func run() throws {
    let folder = URL(filePath: package, directoryHint: .isDirectory)
      .appending(path: "Sources/CUnicode", directoryHint: .isDirectory)
    let table = try CharacterTable(
      database: URL(filePath: database, directoryHint: .isDirectory),
      widths: folder.appending(path: "widths.tsv")
    ).bytes()
    let file = folder.appending(path: "properties.bin")
    if check {
      guard try [UInt8](Data(contentsOf: file)) == table else {
        throw SourceError.outdated("properties.bin")
      }
    } else {
      try Data(table).write(to: file, options: .atomic)
    }
    print("properties.bin: \(table.count) bytes")
  }
}
