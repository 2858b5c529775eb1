public import Prose
public import Reference

/// Gives every token its part of speech.
///
/// Goes from left to right; words that only ever had one tag keep it, for all others a linear model weighs
/// the word, its neighbors and the two tags before it.
/// - Returns: A tag for each token, also for those outside all sentences (the noun's).
/// - Complexity: Linear; memory besides the result is one sentence's.
public func tag(
  _ tokens: Tokens,
  _ sentences: Sentences,
  in text: SourceText,
  model: TaggerModel
) -> Tags {
  var values = [PennTag](repeating: .noun, count: tokens.count)
  text.withBytes { bytes in
    let habits = CapitalHabits(0..<sentences.count, of: sentences, tokens, in: bytes)
    var tagger = Tagger(model, habits)
    for sentence in sentences.tokens {
      tagger.tag(sentence, of: tokens, in: bytes)
      for (offset, token) in sentence.rows.enumerated() {
        values[token] = PennTag(rawValue: tagger.tags[offset]) ?? .noun
      }
    }
  }
  return Tags(values)
}

/// A tagger at work: what it keeps from sentence to sentence to spare allocations.
package struct Tagger {
  private let model: TaggerModel
  private let habits: CapitalHabits
  private var forms = SentenceForms()
  private var beam: TaggerBeam
  /// The last sentence's tags, as classes of the model.
  package private(set) var tags: [UInt8] = []

  /// A tagger of the document whose habits these are.
  package init(_ model: TaggerModel, _ habits: CapitalHabits, width: Int = 3) {
    self.model = model
    self.habits = habits
    beam = TaggerBeam(width: width, slack: model.slack)
  }

  package mutating func tag(
    _ sentence: TokenRange,
    of tokens: Tokens,
    in bytes: UnsafeBufferPointer<UInt8>
  ) {
    forms.read(sentence, of: tokens, in: bytes, list: model.words, habits: habits)
    beam.begin()
    let capitals = forms.capitals
    let count = model.weights.scoreCount
    forms.forms.withUnsafeBufferPointer { words in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.wordCount) {
        features in
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: 2 * count) { scores in
          for place in SentenceForms.padding..<words.count - SentenceForms.padding {
            let only = model.onlyTag(ofKind: words[place].listed)
            if only != 255 {
              beam.keep(only)
            } else {
              decide(words, place, capitals, features, scores)
            }
          }
        }
      }
    }
    if let best = beam.items.first { beam.read(best.step, into: &tags) }
  }

  /// Offers the tags of the word at `place` after each way so far.
  private mutating func decide(
    _ words: UnsafeBufferPointer<WordForm>,
    _ place: Int,
    _ capitals: Capitals,
    _ features: UnsafeMutableBufferPointer<UInt32>,
    _ scores: UnsafeMutableBufferPointer<Int16>
  ) {
    let count = model.weights.scoreCount
    guard let alone = scores.baseAddress else { return }
    let together = alone + count
    TaggerFeatures.writeWords(words, at: place, capitals, into: features)
    alone.update(repeating: 0, count: count)
    model.weights.add(UnsafeBufferPointer(features), to: alone)
    for row in beam.items.indices {
      let item = beam.items[row]
      TaggerFeatures.writeTags(
        words,
        at: place,
        capitals,
        previous: item.previous,
        beforePrevious: item.beforePrevious,
        into: features
      )
      together.update(from: alone, count: count)
      model.weights.add(
        UnsafeBufferPointer(rebasing: features[..<TaggerFeatures.tagCount]),
        to: together
      )
      // Most tags are out of the question, and cheaper not offered.
      var best = Int16.min
      for tag in 0..<model.weights.classCount { best = max(best, together[tag]) }
      let least = Int32(best) &- model.slack
      for tag in 0..<model.weights.classCount where Int32(together[tag]) >= least {
        beam.offer(UInt8(tag), item.score &+ Int32(together[tag]), after: row)
      }
    }
    beam.finish()
  }
}
