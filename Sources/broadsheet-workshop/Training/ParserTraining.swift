internal import Analysis
internal import Prose
internal import Reference

/// Trains the parser.
struct ParserTraining {
  var epochs = 8
  /// How often a feature is seen that is learned.
  var least: UInt32 = 2
  /// The table's largest size.
  var bytes = 1_420_000
  /// Templates left out, to see what each is worth.
  var without: Set<Int> = []
  /// By how much a true step must win.
  var margin: Int32 = 6
  /// How many parses are followed side by side.
  var width = 8
  /// How far behind a parse may fall, in the measure of the trained weights.
  var slack: Float = 175
  /// The share of the features that is hidden.
  var blindShare = 0.15

  /// A treebank and the tags that a tagger gives it that has not learned from it.
  struct Source {
    var bank: Treebank
    var tags: Tags
    var amount: Int32 = 1
  }

  func train(_ sources: [Source], progress: (String) -> Void) -> [UInt8] {
    var state = ParserTrainingState(self, sources)
    var random = Seeded(seed: 1)
    for epoch in 1...epochs {
      let right = state.runEpoch(&random)
      progress("epoch \(epoch) of \(epochs): \(right) % of sentences right")
    }
    var writer = TableWriter(format: ParserModel.format, version: ParserModel.version)
    let weights = TrainedWeights(state.perceptron, bytes: bytes - writer.bytes.count - 4)
    writer.append(Int32(weights.scale * slack))
    progress("\(weights.featureCount) features, \(weights.entryCount) weights")
    weights.write(to: &writer)
    return writer.finished()
  }
}

private struct ParserTrainingState {
  private let training: ParserTraining
  private let sources: [ParserTraining.Source]
  private let templates: [Int]
  private let schedule: [(source: Int, sentence: Int)]
  private(set) var perceptron: Perceptron
  private var features = [UInt32](repeating: 0, count: ParserFeatures.count)
  private var rows: [Int32] = []
  private var blinder = Blinder()

  init(_ training: ParserTraining, _ sources: [ParserTraining.Source]) {
    self.training = training
    self.sources = sources
    templates = (0..<ParserFeatures.count).filter { !training.without.contains($0) }
    schedule = sources.indices.flatMap { source in
      (0..<sources[source].bank.count).map { (source, $0) }
    }
    perceptron = Perceptron(FeatureIndex(), classCount: Transition.classCount)
    var index = FeatureIndex()
    for (source, sentence) in schedule {
      var features = self.features
      walk(source, sentence) { _, state in
        guard state.onlyTransition == nil else { return }
        features.withUnsafeMutableBufferPointer { state.write(into: $0) }
        for template in templates { index.see(features[template]) }
      }
    }
    perceptron = Perceptron(index.trimmed(to: training.least), classCount: Transition.classCount)
  }

  /// - Returns: The share of sentences that were parsed rightly, in percent.
  mutating func runEpoch(_ random: inout Seeded) -> String {
    var right = 0
    for row in random.order(of: schedule.count) {
      let (source, sentence) = schedule[row]
      blinder = Blinder(share: training.blindShare, &random)
      if learn(source, sentence) { right += 1 }
    }
    return percent(right, of: schedule.count)
  }

  /// Parses a sentence, and where the true parse falls behind most moves the weights toward it.
  ///
  /// - Note: Huang, Fayong and Guo (2012), "Structured Perceptron with Inexact Search": the max-violation update.
  private mutating func learn(_ source: Int, _ sentence: Int) -> Bool {
    var gold: [Int] = []
    var goldScore: Int32 = 0
    walk(source, sentence) { transition, _ in gold.append(transition.row) }
    let words = nodes(source, sentence)
    var beam = ParserBeam(width: training.width, slack: .max / 2)
    beam.begin(words)
    var goldState = ParserState()
    goldState.begin(words)
    var worst: Int32 = 0
    var worstPath: [Int] = []
    var scores = [Int32](repeating: 0, count: perceptron.scoreCount)
    for row in gold {
      let margin = training.margin
      scores.withUnsafeMutableBufferPointer { scores in
        if goldState.onlyTransition == nil {
          score(goldState, into: scores)
          goldScore &+= scores[row]
        }
        beam.advance(scores) { state in
          score(state, into: scores)
          if margin > 0 {
            for target in scores.indices where target != row { scores[target] &+= margin }
          }
        }
      }
      goldState.perform(Transition(row: row))
      let best = beam.items[0]
      if best.score &- goldScore > worst {
        worst = best.score &- goldScore
        worstPath = beam.path(to: best.step)
      }
    }
    perceptron.tick()
    if !worstPath.isEmpty {
      replay(source, sentence, gold, worstPath, by: sources[source].amount)
      replay(source, sentence, worstPath, gold, by: -sources[source].amount)
    }
    return beam.path(to: beam.items[0].step) == gold
  }

  /// Moves the weights of the steps of `path` from where it parts from `other` up to the shorter one's end.
  private mutating func replay(
    _ source: Int,
    _ sentence: Int,
    _ path: [Int],
    _ other: [Int],
    by amount: Int32
  ) {
    var state = ParserState()
    state.begin(nodes(source, sentence))
    var hasParted = false
    for (count, row) in path.prefix(other.count).enumerated() {
      if row != other[count] { hasParted = true }
      if hasParted, state.onlyTransition == nil {
        write(state)
        find()
        perceptron.move(rows, row, by: amount)
      }
      state.perform(Transition(row: row))
    }
  }

  private func nodes(_ source: Int, _ sentence: Int) -> [ParserNode] {
    let bank = sources[source].bank
    return parserNodes(
      bank.sentences.tokens[sentence],
      of: bank.tokens,
      sources[source].tags,
      in: bank.text,
      .builtIn
    )
  }

  /// Follows the true parse of a sentence.
  private func walk(_ source: Int, _ sentence: Int, step: (Transition, ParserState) -> Void) {
    let oracle = ParserOracle(sources[source].bank.words(sentence))
    var state = ParserState()
    state.begin(nodes(source, sentence))
    while !state.isDone {
      let transition = state.onlyTransition ?? first(oracle, oracle.costs(in: state), state)
      step(transition, state)
      state.perform(transition)
    }
  }

  private func first(
    _ oracle: ParserOracle,
    _ costs: ParserOracle.Costs,
    _ state: ParserState
  ) -> Transition {
    for row in [1] + Array(2..<Transition.classCount) + [0] {
      if isPossible(row, state), oracle.allows(Transition(row: row), costs, in: state) {
        return Transition(row: row)
      }
    }
    return .shift
  }

  private func isPossible(_ row: Int, _ state: ParserState) -> Bool {
    if row == 0 { return state.canShift }
    if row == 1 { return state.canReduce }
    return row < 2 + Relation.allCases.count ? state.canLeft : state.canRight
  }

  private mutating func write(_ state: ParserState) {
    features.withUnsafeMutableBufferPointer { state.write(into: $0) }
  }

  private mutating func find() {
    rows.removeAll(keepingCapacity: true)
    for template in templates where !blinder.hides(features[template]) {
      if let row = perceptron.index.row(of: features[template]) { rows.append(Int32(row)) }
    }
  }

  private mutating func score(_ state: ParserState, into scores: UnsafeMutableBufferPointer<Int32>)
  {
    write(state)
    find()
    scores.update(repeating: 0)
    perceptron.add(rows, to: scores)
  }
}
