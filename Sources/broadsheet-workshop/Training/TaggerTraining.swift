internal import Analysis
internal import Prose
internal import Reference

/// Trains the tagger.
struct TaggerTraining {
  /// A corpus, and how far its tags are to be trusted.
  struct Source {
    var bank: Treebank
    /// What the corpus does in its own way is learned apart and left out of the table.
    var isForeign: Bool
    var amount: Int32 = 2
  }

  var epochs = 5
  /// How often a feature is seen that is learned.
  var least: UInt32 = 3
  /// The table's largest size.
  var bytes = 1_500_000
  /// Templates left out, to see what each is worth.
  var without: Set<Int> = []
  /// By how much a true tag must win.
  var margin: Int32 = 6
  /// How many ways are followed side by side.
  var width = 3
  /// How far behind a way to tag may fall, in the measure of the trained weights.
  var slack: Float = 20
  /// A word seen so often is made to look unknown every other time.
  var dropout = 2.0
  /// The share of the features that is hidden.
  var blindShare = 0.2
  /// How often a word is seen that is listed, and one that is never asked about.
  var listedCount = 4
  var sureCount = 50
  /// The templates in which foreign corpora have weights of their own.
  static let foreignTemplates = [0, 1, 3, 4, 11, 16, 17, 18, 20, 29, 32, 33, 34, 36]

  /// Trains on `sources` and puts the table together.
  func train(_ sources: [Source], progress: (String) -> Void) -> [UInt8] {
    let kinds = WordKinds(
      sources.map(\.bank),
      least: listedCount,
      sure: sureCount
    )
    var writer = TableWriter(format: TaggerModel.format, version: TaggerModel.version)
    let slackPlace = writer.bytes.count + 4
    writer.append(UInt32(kinds.onlyTags.count))
    writer.append(UInt32(0))
    for tag in kinds.onlyTags { writer.append(tag) }
    writer.pad(to: 4)
    kinds.write(to: &writer)
    let words = WordBuckets(
      TableBytes(keeping: writer.finished()),
      at: (TableBytes.headerCount + 8 + kinds.onlyTags.count + 3) & ~3
    )
    var state = TaggerTrainingState(self, sources, words, kinds.onlyTags)
    var random = Seeded(seed: 1)
    for epoch in 1...epochs {
      let right = state.runEpoch(&random)
      progress("epoch \(epoch) of \(epochs): \(right) % of sentences right")
    }
    let weights = TrainedWeights(state.perceptron, bytes: bytes - writer.bytes.count)
    progress("\(weights.featureCount) features, \(weights.entryCount) weights")
    writer.set(Int32(weights.scale * slack), at: slackPlace)
    weights.write(to: &writer)
    return writer.finished()
  }
}

/// A share in percent with two digits.
func percent(_ part: Int, of whole: Int) -> String {
  let hundredths = whole == 0 ? 0 : (part * 20000 + whole) / (whole * 2)
  let rest = hundredths % 100
  return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
}

private struct TaggerTrainingState {
  private let training: TaggerTraining
  private let sources: [TaggerTraining.Source]
  private let words: WordBuckets
  private let onlyTags: [UInt8]
  private let templates: [Int]
  /// How often each word was seen.
  private var counts: [UInt64: Int] = [:]
  /// For each source the capitals of each sentence's document.
  private var habits: [[CapitalHabits]] = []
  private let schedule: [(source: Int, sentence: Int)]
  private(set) var perceptron: Perceptron
  private var foreign: Perceptron
  private var forms = SentenceForms()
  private var features = [UInt32](repeating: 0, count: TaggerFeatures.count)
  private var rows: [Int32] = []
  private var blinder = Blinder()
  private var foreignRows: [Int32] = []

  init(
    _ training: TaggerTraining,
    _ sources: [TaggerTraining.Source],
    _ words: WordBuckets,
    _ onlyTags: [UInt8]
  ) {
    self.training = training
    self.sources = sources
    self.words = words
    self.onlyTags = onlyTags
    templates = (0..<TaggerFeatures.count).filter { !training.without.contains($0) }
    schedule = sources.indices.flatMap { source in
      (0..<sources[source].bank.count).map { (source, $0) }
    }
    let classCount = PennTag.allCases.count
    perceptron = Perceptron(FeatureIndex(), classCount: classCount)
    foreign = perceptron
    for source in sources {
      habits.append(
        source.bank.documentRows.flatMap { rows in
          let habits = source.bank.text.withBytes { bytes in
            CapitalHabits(rows, of: source.bank.sentences, source.bank.tokens, in: bytes)
          }
          return rows.map { _ in habits }
        }
      )
    }
    let (index, foreignIndex) = countFeatures()
    perceptron = Perceptron(index, classCount: classCount)
    foreign = Perceptron(foreignIndex, classCount: classCount)
  }

  /// Sees every feature with the true tags before it, and keeps those that come often.
  private mutating func countFeatures() -> (FeatureIndex, FeatureIndex) {
    var index = FeatureIndex()
    var foreignIndex = FeatureIndex()
    for (source, sentence) in schedule {
      let words = sources[source].bank.words(sentence)
      read(source, sentence)
      var previous = TaggerBeam.outside
      var beforePrevious = TaggerBeam.outside
      for (offset, word) in words.enumerated() {
        counts[forms.forms[offset + SentenceForms.padding].word, default: 0] += 1
        if asks(offset), word.tag != nil {
          writeFeatures(offset, previous, beforePrevious)
          for template in templates { index.see(features[template]) }
          if sources[source].isForeign {
            for template in TaggerTraining.foreignTemplates {
              foreignIndex.see(foreignFeature(source, template))
            }
          }
        }
        beforePrevious = previous
        previous = word.tag?.rawValue ?? TaggerBeam.outside - 1
      }
    }
    return (index.trimmed(to: training.least), foreignIndex.trimmed(to: training.least))
  }

  /// - Returns: The share of sentences that were tagged rightly, in percent.
  mutating func runEpoch(_ random: inout Seeded) -> String {
    var right = 0
    for row in random.order(of: schedule.count) {
      let (source, sentence) = schedule[row]
      read(source, sentence)
      forget(&random)
      blinder = Blinder(share: training.blindShare, &random)
      if learn(source, sources[source].bank.words(sentence)) { right += 1 }
    }
    return percent(right, of: schedule.count)
  }

  /// Makes words look unknown now and then, the more often the rarer they are: most words that the tagger will meet
  /// and that training did not see often are not seen at all.
  private mutating func forget(_ random: inout Seeded) {
    for offset in 0..<forms.count where asks(offset) {
      let count = Double(counts[forms.forms[offset + SentenceForms.padding].word] ?? 0)
      let share = training.dropout / (training.dropout + count)
      if Double(random.below(1 << 20)) < share * Double(1 << 20) {
        forms.forget(offset, as: random.next())
      }
    }
  }

  /// Tags a sentence, and where the true way falls behind most moves the weights toward it.
  ///
  /// - Note: Huang, Fayong and Guo (2012), "Structured Perceptron with Inexact Search": the max-violation update.
  private mutating func learn(_ source: Int, _ words: ArraySlice<Treebank.Word>) -> Bool {
    var beam = TaggerBeam(width: training.width, slack: .max / 2)
    beam.begin()
    var gold: [UInt8] = []
    var goldScore: Int32 = 0
    var worst: Int32 = 0
    var worstStep: Int32 = -1
    var scores = [Int32](repeating: 0, count: perceptron.scoreCount)
    for (offset, word) in words.enumerated() {
      let only = onlyTags[Int(forms.forms[offset + SentenceForms.padding].listed)]
      let previous = gold.last ?? TaggerBeam.outside
      let beforePrevious = gold.count > 1 ? gold[gold.count - 2] : TaggerBeam.outside
      if only != 255 {
        gold.append(only)
        beam.keep(only)
        continue
      }
      score(source, offset, previous, beforePrevious, into: &scores)
      guard let tag = word.tag?.rawValue else {
        // Nobody knows: all ways take what the true one would.
        var best = 0
        for row in 1..<perceptron.classCount where scores[row] > scores[best] { best = row }
        gold.append(UInt8(best))
        beam.keep(UInt8(best))
        continue
      }
      gold.append(tag)
      goldScore &+= scores[Int(tag)]
      for (row, item) in beam.items.enumerated() {
        score(source, offset, item.previous, item.beforePrevious, into: &scores)
        for target in 0..<perceptron.classCount {
          let margin = target == Int(tag) ? 0 : training.margin
          beam.offer(UInt8(target), item.score &+ scores[target] &+ margin, after: row)
        }
      }
      beam.finish()
      if let best = beam.items.first, best.score &- goldScore > worst {
        worst = best.score &- goldScore
        worstStep = best.step
      }
    }
    perceptron.tick()
    foreign.tick()
    var guess: [UInt8] = []
    if worstStep >= 0 {
      beam.read(worstStep, into: &guess)
      move(source, words, along: gold, besides: guess, by: sources[source].amount)
      move(source, words, along: guess, besides: gold, by: -sources[source].amount)
    }
    beam.read(beam.items[0].step, into: &guess)
    return guess == gold
  }

  /// Moves the weights of the tags in `tags` where they or the two before differ from `other`, up to the shorter one's end.
  private mutating func move(
    _ source: Int,
    _ words: ArraySlice<Treebank.Word>,
    along tags: [UInt8],
    besides other: [UInt8],
    by amount: Int32
  ) {
    for offset in 0..<min(tags.count, other.count) {
      let first = max(0, offset - 2)
      guard tags[first...offset] != other[first...offset], asks(offset),
        words[words.startIndex + offset].tag != nil
      else { continue }
      let previous = offset > 0 ? tags[offset - 1] : TaggerBeam.outside
      let beforePrevious = offset > 1 ? tags[offset - 2] : TaggerBeam.outside
      find(source, offset, previous, beforePrevious)
      perceptron.move(rows, Int(tags[offset]), by: amount)
      foreign.move(foreignRows, Int(tags[offset]), by: amount)
    }
  }

  private func asks(_ offset: Int) -> Bool {
    onlyTags[Int(forms.forms[offset + SentenceForms.padding].listed)] == 255
  }

  private mutating func read(_ source: Int, _ sentence: Int) {
    let bank = sources[source].bank
    bank.text.withBytes { bytes in
      forms.read(
        bank.sentences.tokens[sentence],
        of: bank.tokens,
        in: bytes,
        list: words,
        habits: habits[source][sentence]
      )
    }
  }

  private mutating func writeFeatures(_ offset: Int, _ previous: UInt8, _ beforePrevious: UInt8) {
    let capitals = forms.capitals
    let place = offset + SentenceForms.padding
    forms.forms.withUnsafeBufferPointer { forms in
      features.withUnsafeMutableBufferPointer { features in
        TaggerFeatures.writeWords(forms, at: place, capitals, into: features)
        TaggerFeatures.writeTags(
          forms,
          at: place,
          capitals,
          previous: previous,
          beforePrevious: beforePrevious,
          into: UnsafeMutableBufferPointer(rebasing: features[TaggerFeatures.wordCount...])
        )
      }
    }
  }

  private func foreignFeature(_ source: Int, _ template: Int) -> UInt32 {
    feature(UInt64(1000 + source), UInt64(features[template]))
  }

  private mutating func find(
    _ source: Int,
    _ offset: Int,
    _ previous: UInt8,
    _ beforePrevious: UInt8
  ) {
    writeFeatures(offset, previous, beforePrevious)
    rows.removeAll(keepingCapacity: true)
    for template in templates where !blinder.hides(features[template]) {
      if let row = perceptron.index.row(of: features[template]) { rows.append(Int32(row)) }
    }
    foreignRows.removeAll(keepingCapacity: true)
    guard sources[source].isForeign else { return }
    for template in TaggerTraining.foreignTemplates {
      if let row = foreign.index.row(of: foreignFeature(source, template)) {
        foreignRows.append(Int32(row))
      }
    }
  }

  private mutating func score(
    _ source: Int,
    _ offset: Int,
    _ previous: UInt8,
    _ beforePrevious: UInt8,
    into scores: inout [Int32]
  ) {
    find(source, offset, previous, beforePrevious)
    scores.withUnsafeMutableBufferPointer { scores in
      scores.update(repeating: 0)
      perceptron.add(rows, to: scores)
      foreign.add(foreignRows, to: scores)
    }
  }
}
