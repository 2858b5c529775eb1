internal import Analysis
internal import ArgumentParser
internal import Foundation
internal import Prose
internal import Reference

/// Trains the part-of-speech tagger.
struct TrainTagger: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-tagger",
    abstract: "Train the part-of-speech tagger and measure it."
  )

  @Option(help: "The folder of the corpora: syntax and entities are in it.")
  var corpora: String

  @Option(help: "Where the table goes.")
  var output: String

  @Option(help: "How often each sentence is seen.")
  var epochs = TaggerTraining().epochs

  @Option(help: "How often a feature is seen that is learned.")
  var least = TaggerTraining().least

  @Option(help: "The largest size of the table in bytes.")
  var bytes = TaggerTraining().bytes

  @Option(help: "By how much a true tag must win.")
  var margin = TaggerTraining().margin

  @Option(help: "A word seen so often is made to look unknown every other time.")
  var dropout = TaggerTraining().dropout

  @Option(help: "The share of the features that is hidden.")
  var blind = TaggerTraining().blindShare

  @Option(parsing: .upToNextOption, help: "Numbers of templates to leave out.")
  var without: [Int] = []

  func run() throws {
    let folder = URL(filePath: corpora, directoryHint: .isDirectory)
    let sources = try taggedSources(in: folder)
    for source in sources {
      print("\(source.bank.count) sentences, \(source.bank.tokens.count) words")
    }
    var training = TaggerTraining()
    training.epochs = epochs
    training.least = least
    training.bytes = bytes
    training.margin = margin
    training.dropout = dropout
    training.blindShare = blind
    training.without = Set(without)
    let table = training.train(sources) { print($0) }
    try Data(table).write(to: URL(filePath: output), options: .atomic)
    print("\(output): \(table.count) bytes")
    let model = TaggerModel(TableBytes(keeping: table))
    for (name, bank) in try developmentBanks(in: folder) {
      let tags = bank.perDocument.flatMap {
        tag($0.tokens, $0.sentences, in: $0.text, model: model).values
      }
      let right = tags.indices.count { bank.words[$0].tag == tags[$0] }
      print("\(name): \(percent(right, of: tags.count)) % of \(tags.count) tags")
    }
  }
}
