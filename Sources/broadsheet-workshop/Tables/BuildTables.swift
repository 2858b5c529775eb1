internal import ArgumentParser
internal import Foundation

/// Builds the lexicon and the gazetteer.
struct BuildTables: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Build Sources/CReference/tables from the word lists and place lists beside it."
  )

  @Option(help: "The package's folder.")
  var package = "."

  @Flag(help: "Write nothing; fail if a table differs from what its sources give.")
  var check = false

  func run() throws {
    let folder = URL(filePath: package, directoryHint: .isDirectory)
      .appending(path: "Sources/CReference", directoryHint: .isDirectory)
    try keep(buildLexicon(from: folder.appending(path: "lexicons")), as: "lexicon.bin", in: folder)
    try keep(
      buildGazetteer(from: folder.appending(path: "gazetteer")),
      as: "gazetteer.bin",
      in: folder
    )
    // The atlas comes from files that are not here: it is as it was built, or not.
    if check { try Seal(folder: folder).check() }
  }

  private func keep(_ table: [UInt8], as name: String, in folder: URL) throws {
    let file = folder.appending(path: "tables").appending(path: name)
    if check {
      guard try [UInt8](Data(contentsOf: file)) == table else {
        throw SourceError.outdated(name)
      }
    } else {
      try Data(table).write(to: file, options: .atomic)
    }
    print("\(name): \(table.count) bytes")
  }
}
