internal import Analysis
internal import ArgumentParser
internal import Foundation
internal import Prose
internal import Reference

/// Trains the dependency parser.
struct TrainParser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-parser",
    abstract: "Train the dependency parser and build its table."
  )

  @Option(help: "The folder of the corpora: syntax and entities are in it.")
  var corpora: String

  @Option(help: "The tagger's table, to measure with.")
  var tagger: String

  @Option(help: "Where the table goes.")
  var output: String

  @Option(help: "How often each sentence is seen.")
  var epochs = ParserTraining().epochs

  @Option(help: "How often a feature is seen that is learned.")
  var least = ParserTraining().least

  @Option(help: "The largest size of the table in bytes.")
  var bytes = ParserTraining().bytes

  @Option(help: "By how much a true step must win.")
  var margin = ParserTraining().margin

  @Option(help: "How many parses are followed side by side.")
  var width = ParserTraining().width

  @Option(help: "The share of the features that is hidden.")
  var blind = ParserTraining().blindShare

  @Option(parsing: .upToNextOption, help: "Numbers of templates to leave out.")
  var without: [Int] = []

  func run() throws {
    let folder = URL(filePath: corpora, directoryHint: .isDirectory)
    let tagged = try taggedSources(in: folder)
    var tagging = TaggerTraining()
    tagging.epochs = 3
    let tags = jackknifedTags(tagged, treebanks: 2, tagging) { print($0) }
    let sources = zip(zip(tagged, tags), [3, 1]).map { source, amount in
      ParserTraining.Source(bank: source.0.bank, tags: source.1, amount: amount)
    }
    var training = ParserTraining()
    training.epochs = epochs
    training.least = least
    training.bytes = bytes
    training.margin = margin
    training.width = width
    training.blindShare = blind
    training.without = Set(without)
    let table = training.train(sources) { print($0) }
    try Data(table).write(to: URL(filePath: output), options: .atomic)
    print("\(output): \(table.count) bytes")
    let taggerTable = [UInt8](try Data(contentsOf: URL(filePath: tagger)))
    let tagModel = TaggerModel(TableBytes(keeping: taggerTable))
    let model = ParserModel(TableBytes(keeping: table))
    for (name, bank) in try developmentBanks(in: folder) {
      let scores = attachmentScores(bank, tagModel, model)
      print(
        "\(name): \(percent(scores.heads, of: scores.words)) % of \(scores.words) heads, "
          + "\(percent(scores.relations, of: scores.words)) % with their relations"
      )
    }
  }
}

/// Parses the bank with the tagger's own tags.
func attachmentScores(
  _ bank: Treebank,
  _ tagModel: TaggerModel,
  _ model: ParserModel
) -> AttachmentScores {
  var parser = Parser(model, .builtIn)
  var scores = AttachmentScores()
  for bank in bank.perDocument {
    let tags = tag(bank.tokens, bank.sentences, in: bank.text, model: tagModel)
    for sentence in 0..<bank.count {
      let range = bank.sentences.tokens[sentence]
      let tree = parser.parse(range, of: bank.tokens, tags, in: bank.text)
      scores.add(bank.words(sentence), tree)
    }
  }
  return scores
}

/// How many heads and relations a parser found, punctuation left out.
struct AttachmentScores {
  private(set) var words = 0
  private(set) var heads = 0
  private(set) var relations = 0

  mutating func add(_ gold: ArraySlice<Treebank.Word>, _ tree: DependencyTree) {
    for (offset, word) in gold.enumerated() where !word.isPunctuation {
      words += 1
      if word.head == tree.heads[offset] {
        heads += 1
        if word.relation == tree.relations[offset] { relations += 1 }
      }
    }
  }
}
