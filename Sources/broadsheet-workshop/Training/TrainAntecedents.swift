internal import Analysis
internal import ArgumentParser
internal import Foundation
internal import Prose
internal import Reference

/// Trains the weights by which pronouns choose what they refer to.
struct TrainAntecedents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-antecedents",
    abstract: "Train the pronouns' weights on the package's own passages and on plain corpora."
  )

  @Option(help: "The folder of marked passages.")
  var own: String

  @Option(
    help: "The folder of the corpora in columns, of which gender alone decides some pronouns."
  )
  var corpora: String?

  private static let plain = [
    "gmb-sample", "wikigold", "crossner-other", "crossner-politics", "litbank", "masc-pos",
  ]

  @Option(help: "What a choice of a corpus counts against a marked one.")
  var share = 0.3

  @Option(help: "Where to write the table.")
  var output: String?

  @Option(help: "How strongly weights are drawn to zero.")
  var decay = 2.0

  @Option(
    help: "Into how many parts to divide the passages, to measure each with weights of the others."
  )
  var folds = 5

  @Option(help: "A feature to leave out; may be given several times.")
  var without: [String] = []

  func run() throws {
    let passages = try readMarkedPassages(in: URL(filePath: own))
    let choices = passages.map { pronounChoices($0.text, $0.blocks, marks: $0.marks) }
    let all = choices.flatMap(\.self)
    let reached = all.filter { $0.right.contains(true) }.count
    let marked = passages.reduce(0) { $0 + $1.marks.count }
    print(
      "\(passages.count) passages, \(marked) marks, \(all.count) pronouns, \(reached) with the right one in reach"
    )
    var training = AntecedentTraining()
    training.decay = decay
    training.share = share
    for name in without {
      guard let feature = AntecedentFeature.allCases.first(where: { "\($0)" == name }) else {
        throw ValidationError("There is no feature '\(name)'.")
      }
      training.without.insert(Int(feature.rawValue))
    }
    if folds > 1 { measure(choices, training) }
    if let corpora {
      for name in Self.plain {
        let file = URL(filePath: corpora).appending(path: name + ".tsv.gz")
        let found = try readColumns(file).flatMap { plainChoices($0.text, $0.blocks) }
        print("\(name): \(found.count) pronouns that gender decides")
        training.plain += found
      }
      if folds > 1 { measure(choices, training) }
    }
    guard let output else { return }
    try Data(training.train(all)).write(to: URL(filePath: output), options: .atomic)
    print("\(output): \(all.count) choices")
  }

  private func measure(_ choices: [[PronounChoice]], _ training: AntecedentTraining) {
    var right = [0, 0, 0]
    var total = [0, 0, 0]
    for fold in 0..<folds {
      let rest = choices.indices.filter { $0 % folds != fold }.flatMap { choices[$0] }
      let model = AntecedentModel(TableBytes(keeping: training.train(rest)))
      for row in choices.indices where row % folds == fold {
        for choice in choices[row] {
          let kind = PronounChoice.kind(ofForm: choice.form)
          total[kind] += 1
          if choice.right[best(of: choice, model)] { right[kind] += 1 }
        }
      }
    }
    for (kind, name) in ["he and she", "it", "they"].enumerated() {
      let share = Double(right[kind] * 1000 / max(1, total[kind])) / 10
      print("\(name): \(right[kind]) of \(total[kind]), \(share) %")
    }
  }

  private func best(of choice: PronounChoice, _ model: AntecedentModel) -> Int {
    let scores = choice.candidates.map { candidate in
      var score: Float = 0
      for column in candidate.rows { score += model.weight(choice.form, column) }
      return score
    }
    return scores.indices.max { scores[$0] < scores[$1] } ?? 0
  }
}
