internal import Analysis
internal import Prose
internal import Reference

/// Trains the parser.
struct ParserTraining {
  var epochs = 8
  /// How often a feature is seen that is learned.
  var least: UInt32 = 2
  /// The table's largest size.
  var bytes = 1_387_000
  /// The share of it that the relations' weights may take.
  var relationShare = 0.28
  /// Templates left out, to see what each is worth.
  var without: Set<Int> = []
  /// By how much a true action or relation must win.
  var margin: Int32 = 6
  /// How many parses are followed side by side.
  var width = 8
  /// How far behind a parse may fall, in the measure of the trained weights.
  var slack: Float = 138
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
    let room = bytes - writer.bytes.count - 8
    let relations = TrainedWeights(
      state.relations,
      bytes: Int(Double(room) * relationShare)
    )
    let actions = TrainedActions(state.actions, bytes: room - relations.byteCount)
    writer.append(Int32(actions.scale * slack))
    progress(
      "\(actions.featureCount) features for actions, \(relations.featureCount) for relations"
    )
    actions.write(to: &writer)
    writer.pad(to: 4)
    relations.write(to: &writer)
    return writer.finished()
  }
}

private struct ParserTrainingState {
  private let training: ParserTraining
  private let sources: [ParserTraining.Source]
  private let templates: [Int]
  private let relationTemplates: [Int]
  private let schedule: [(source: Int, sentence: Int)]
  private(set) var actions: Perceptron
  private(set) var relations: Perceptron
  private var features = [UInt32](repeating: 0, count: ParserFeatures.count)
  private var blinder = Blinder()

  /// A relation to be learned: what was seen, what it is, and what it was taken for.
  private struct Lesson {
    let rows: [Int32]
    let gold: Int
    let found: Int
  }

  /// The true parse, with the relations that the weights give its arcs.
  private struct Truth {
    var path: [Transition] = []
    var lessons: [Lesson] = []
  }

  init(_ training: ParserTraining, _ sources: [ParserTraining.Source]) {
    self.training = training
    self.sources = sources
    let templates = (0..<ParserFeatures.count).filter { !training.without.contains($0) }
    self.templates = templates
    let relationTemplates = ParserFeatures.relationTemplates.filter {
      !training.without.contains($0)
    }
    self.relationTemplates = relationTemplates
    schedule = sources.indices.flatMap { source in
      (0..<sources[source].bank.count).map { (source, $0) }
    }
    let actionCount = Action.allCases.count
    let relationCount = Relation.allCases.count
    actions = Perceptron(FeatureIndex(), classCount: actionCount, alignment: actionCount)
    relations = Perceptron(FeatureIndex(), classCount: relationCount)
    var index = FeatureIndex()
    var relationIndex = FeatureIndex()
    for (source, sentence) in schedule {
      var features = self.features
      let oracle = ParserOracle(sources[source].bank.words(sentence))
      var state = ParserState()
      state.begin(nodes(source, sentence))
      while !state.isDone {
        if let only = state.onlyTransition {
          state.perform(only)
          continue
        }
        let action = oracle.action(oracle.costs(in: state))
        let relation = oracle.relation(action, in: state)
        features.withUnsafeMutableBufferPointer { state.write(into: $0) }
        for template in templates { index.see(features[template]) }
        if relation != nil {
          for template in relationTemplates {
            relationIndex.see(ParserFeatures.relationFeature(features[template], action))
          }
        }
        state.perform(Transition(action: action, relation: relation ?? .dep))
      }
    }
    actions = Perceptron(
      index.trimmed(to: training.least),
      classCount: actionCount,
      alignment: actionCount
    )
    relations = Perceptron(relationIndex.trimmed(to: training.least), classCount: relationCount)
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
  /// Relations are learned along the true parse, one by one; the actions see them as the weights give them.
  /// - Note: Huang, Fayong and Guo (2012), "Structured Perceptron with Inexact Search": the max-violation update.
  private mutating func learn(_ source: Int, _ sentence: Int) -> Bool {
    let truth = truth(source, sentence)
    let gold = truth.path
    let words = nodes(source, sentence)
    var beam = ParserBeam(width: training.width, slack: .max / 2)
    beam.begin(words)
    var goldState = ParserState()
    goldState.begin(words)
    var goldScore: Int32 = 0
    var worst: Int32 = 0
    var worstPath: [Transition] = []
    for step in gold {
      let margin = training.margin
      if goldState.onlyTransition == nil {
        goldScore &+= score(goldState)[step.action.rawValue]
      }
      beam.advance { state, _ in
        var scores = score(state)
        for row in 0..<scores.scalarCount where row != step.action.rawValue {
          scores[row] &+= margin
        }
        return scores
      } relation: { state, _, action in
        relation(state, action).best
      }
      goldState.perform(step)
      let best = beam.items[0]
      if best.score &- goldScore > worst {
        worst = best.score &- goldScore
        worstPath = beam.path(to: best.step)
      }
    }
    actions.tick()
    relations.tick()
    let amount = sources[source].amount
    if !worstPath.isEmpty {
      replay(source, sentence, gold, worstPath, by: amount)
      replay(source, sentence, worstPath, gold, by: -amount)
    }
    for lesson in truth.lessons {
      relations.move(lesson.rows, lesson.gold, by: amount)
      relations.move(lesson.rows, lesson.found, by: -amount)
    }
    return beam.path(to: beam.items[0].step).map(\.action) == gold.map(\.action)
  }

  /// Moves the weights of the actions of `path` from where it parts from `other` up to the shorter one's end.
  private mutating func replay(
    _ source: Int,
    _ sentence: Int,
    _ path: [Transition],
    _ other: [Transition],
    by amount: Int32
  ) {
    var state = ParserState()
    state.begin(nodes(source, sentence))
    var hasParted = false
    for (count, step) in path.prefix(other.count).enumerated() {
      if step.action != other[count].action { hasParted = true }
      if hasParted, state.onlyTransition == nil {
        let features = features(of: state)
        actions.move(rows(features), step.action.rawValue, by: amount)
      }
      state.perform(step)
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
  private func truth(_ source: Int, _ sentence: Int) -> Truth {
    let oracle = ParserOracle(sources[source].bank.words(sentence))
    var truth = Truth()
    var state = ParserState()
    state.begin(nodes(source, sentence))
    while !state.isDone {
      var step = Transition.shift
      if let only = state.onlyTransition {
        step = only
      } else {
        step.action = oracle.action(oracle.costs(in: state))
        if step.action == .left || step.action == .right {
          let (rows, scores, best) = relation(state, step.action)
          step.relation = best
          if let gold = oracle.relation(step.action, in: state), gold != .root {
            let found = rival(of: gold, scores)
            if found != gold {
              truth.lessons.append(
                Lesson(rows: rows, gold: Int(gold.rawValue), found: Int(found.rawValue))
              )
            }
          }
        }
      }
      truth.path.append(step)
      state.perform(step)
    }
    return truth
  }

  /// The relation that wins when all but the true one are given the margin.
  private func rival(of gold: Relation, _ scores: [Int32]) -> Relation {
    var scores = scores
    for row in scores.indices where row != Int(gold.rawValue) { scores[row] &+= training.margin }
    return scores.withUnsafeMutableBufferPointer { bestRelation($0) }
  }

  private func features(of state: ParserState) -> [UInt32] {
    var features = features
    features.withUnsafeMutableBufferPointer { state.write(into: $0) }
    return features
  }

  /// The rows of the features that are known and not hidden.
  private func rows(_ features: [UInt32]) -> [Int32] {
    templates.compactMap { template in
      blinder.hides(features[template])
        ? nil : actions.index.row(of: features[template]).map { Int32($0) }
    }
  }

  private func score(_ state: ParserState) -> SIMD4<Int32> {
    var scores = SIMD4<Int32>(repeating: 0)
    withUnsafeMutableBytes(of: &scores) { bytes in
      actions.add(rows(features(of: state)), to: bytes.bindMemory(to: Int32.self))
    }
    return scores
  }

  private func relation(
    _ state: ParserState,
    _ action: Action
  ) -> (rows: [Int32], scores: [Int32], best: Relation) {
    let features = features(of: state)
    let rows = relationTemplates.compactMap { template -> Int32? in
      let feature = ParserFeatures.relationFeature(features[template], action)
      return blinder.hides(feature) ? nil : relations.index.row(of: feature).map { Int32($0) }
    }
    var scores = [Int32](repeating: 0, count: relations.scoreCount)
    let best = scores.withUnsafeMutableBufferPointer { scores in
      relations.add(rows, to: scores)
      return bestRelation(scores)
    }
    return (rows, scores, best)
  }
}
