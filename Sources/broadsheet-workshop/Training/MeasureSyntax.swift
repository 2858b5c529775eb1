internal import Analysis
internal import ArgumentParser
internal import Foundation
internal import Prose
internal import Reference

/// Tags, chunks and parses a treebank's words: for the scorer, and to time each.
struct MeasureSyntax: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-syntax",
    abstract: "Tag, chunk and parse the words of a CoNLL-U file, and time each."
  )

  @Argument(help: "The CoNLL-U file, also compressed.")
  var treebank: String

  @Option(help: "Where the file with the found tags and trees goes; nowhere by default.")
  var output: String?

  @Option(help: "A tagger's table; the built-in one by default.")
  var tagger: String?

  @Option(help: "A parser's table; the built-in one by default.")
  var parser: String?

  @Option(help: "How many parses are followed side by side.")
  var width = Parser.usualWidth

  @Option(help: "How often to go over the file, to time it.")
  var rounds = 3

  @Flag(help: "Leave the trees out.")
  var tagsOnly = false

  func run() throws {
    let tagModel = try tagger.map { TaggerModel(try table($0)) } ?? .builtIn
    let parseModel = try parser.map { ParserModel(try table($0)) } ?? .builtIn
    let banks = Treebank(try readCoNLLU(URL(filePath: treebank))).perDocument
    let words = banks.reduce(0) { $0 + $1.words.count } * rounds
    var tags: [Tags] = []
    report("tagged", words) {
      tags = banks.map { tag($0.tokens, $0.sentences, in: $0.text, model: tagModel) }
    }
    if tagsOnly { return }
    var chunks = 0
    report("chunked", words) {
      chunks = banks.indices.reduce(0) { $0 + chunk(tags[$1], banks[$1].sentences).count }
    }
    print("\(chunks) chunks")
    var trees: [[DependencyTree]] = []
    report("parsed", words) { trees = parse(banks, tags, parseModel) }
    if let output {
      var lines = ""
      for (row, bank) in banks.enumerated() { write(bank, tags[row], trees[row], to: &lines) }
      try Data(lines.utf8).write(to: URL(filePath: output), options: .atomic)
    }
  }

  private func table(_ path: String) throws -> TableBytes {
    TableBytes(keeping: [UInt8](try Data(contentsOf: URL(filePath: path))))
  }

  private func parse(
    _ banks: [Treebank],
    _ tags: [Tags],
    _ model: ParserModel
  ) -> [[DependencyTree]] {
    var parser = Parser(model, .builtIn, width: width)
    return banks.indices.map { row in
      let bank = banks[row]
      return bank.sentences.tokens.map { sentence in
        parser.parse(sentence, of: bank.tokens, tags[row], in: bank.text)
      }
    }
  }

  /// Does `work` as often as asked for and prints how many words that makes a second of the processor.
  private func report(_ done: String, _ words: Int, work: () -> Void) {
    let start = processorSeconds()
    for _ in 0..<rounds { work() }
    let seconds = processorSeconds() - start
    print("\(done): \(seconds > 0 ? Int(Double(words) / seconds) : 0) words a CPU second")
  }

  private func write(
    _ bank: Treebank,
    _ tags: Tags,
    _ trees: [DependencyTree],
    to lines: inout String
  ) {
    for (sentence, tree) in trees.enumerated() {
      for (offset, token) in bank.sentences.tokens[sentence].rows.enumerated() {
        let head = tree.head(of: offset).map { $0 + 1 } ?? 0
        lines += "\(offset + 1)\t\(bank.words[token].form)\t_\t_\t\(tags[token].label)\t_\t"
        lines += "\(head)\t\(tree.relations[offset].label)\t_\t_\n"
      }
      lines += "\n"
    }
  }
}

/// The time that the processor has worked for this program.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
