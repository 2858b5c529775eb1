public import Prose

/// Finds the base noun and verb phrases: the runs of tags that hold together whatever the sentence is like.
///
/// A possessive's noun and what it belongs to are two chunks (`[Velia] 's [fleet]`), and so are a verb and the
/// infinitive behind it (`[wants] [to sail]`).
/// - Note: After Abney (1991), "Parsing by Chunks".
public func chunk(_ tags: Tags, _ sentences: Sentences) -> Chunks {
  var chunks = Chunks()
  for sentence in sentences.tokens {
    var finder = ChunkFinder(tags: tags, rows: sentence.rows)
    var token = sentence.rows.lowerBound
    while token < sentence.rows.upperBound {
      if let found = finder.verb(at: token) {
        chunks.append(.verb, TokenRange(token..<found.end), head: found.head)
        token = found.end
      } else if let found = finder.noun(at: token) {
        chunks.append(.noun, TokenRange(token..<found.end), head: found.head)
        token = found.end
      } else {
        token += 1
      }
    }
  }
  return chunks
}

private struct ChunkFinder {
  let tags: Tags
  let rows: Range<Int>
  /// No noun stands from where the last look for one began up to here, so that a long run is looked through once.
  private var barren = 0

  init(tags: Tags, rows: Range<Int>) {
    self.tags = tags
    self.rows = rows
  }

  /// Where a verb chunk that begins at `start` ends, and its head; nil where none begins.
  func verb(at start: Int) -> (end: Int, head: Int)? {
    var head: Int?
    var end = start
    var token = start
    loop: while let tag = tag(token) {
      switch tag {
      case .modal:
        // A second modal begins a clause of its own.
        guard head == nil, token == start else { break loop }
        end = token + 1
      case .to:
        guard token == start, infinitive(after: token) else { break loop }
      case .adverb, .comparativeAdverb, .superlativeAdverb:
        guard token > start else { break loop }
      case .baseVerb, .gerund, .pastParticiple:
        if head == nil, token > start, tag != .baseVerb, tags[start] == .to || tags[start] == .modal
        {
          break loop
        }
        head = token
        end = token + 1
      case .pastVerb, .presentVerb, .thirdPersonVerb:
        guard token == start else { break loop }
        head = token
        end = token + 1
      case .particle:
        guard head == token - 1 else { break loop }
        end = token + 1
        break loop
      default:
        break loop
      }
      token += 1
    }
    if let head {
      // A participle before its noun is the noun's.
      if head == start, tags[head] == .gerund || tags[head] == .pastParticiple,
        let next = tag(end), next.isNoun || next.isAdjective
      {
        return nil
      }
      return (end, head)
    }
    return end > start ? (end, end - 1) : nil
  }

  /// Where a noun chunk that begins at `start` ends, and its head; nil where none begins.
  mutating func noun(at start: Int) -> (end: Int, head: Int)? {
    if let first = tag(start), first == .pronoun || first == .whPronoun || first == .existential {
      return (start + 1, start)
    }
    if start >= barren, let found = phrase(at: start) { return found }
    // A determiner alone: "this", "all".
    if let first = tag(start), first == .determiner || first == .whDeterminer,
      !isBeforeNoun(start)
    {
      return (start + 1, start)
    }
    return nil
  }

  /// A phrase of a noun and what stands before it.
  private mutating func phrase(at start: Int) -> (end: Int, head: Int)? {
    var token = start
    if let first = tag(token) {
      switch first {
      case .predeterminer, .determiner, .possessivePronoun, .possessiveWhPronoun, .whDeterminer:
        token += 1
        while let next = tag(token), next == .determiner || next == .possessivePronoun {
          token += 1
        }
      default: break
      }
    }
    var head: Int?
    loop: while let tag = tag(token) {
      switch tag {
      case .noun, .pluralNoun, .properNoun, .pluralProperNoun, .cardinal:
        head = token
      case .adjective, .comparativeAdjective, .superlativeAdjective, .gerund, .pastParticiple,
        .affix, .numberSign, .currency, .foreign:
        break
      case .adverb, .comparativeAdverb, .superlativeAdverb:
        // Only before an adjective, as in "a very long strike".
        guard head == nil, let next = self.tag(token + 1), modifies(next) else { break loop }
      case .hyphen:
        guard token > start else { break loop }
      case .openQuote, .closeQuote, .coordinator, .comma:
        // "the old and new bridges", "a long, cold night"
        guard head == nil, token > start, tags[token - 1].isAdjective,
          let next = self.tag(token + 1), next.isAdjective
        else { break loop }
      default:
        break loop
      }
      token += 1
    }
    if let head { return (head + 1, head) }
    barren = token
    return nil
  }

  private func tag(_ token: Int) -> PennTag? { rows.contains(token) ? tags[token] : nil }

  private func modifies(_ tag: PennTag) -> Bool {
    tag.isAdjective || tag.isAdverb || tag == .pastParticiple || tag == .gerund || tag == .cardinal
  }

  private func isBeforeNoun(_ token: Int) -> Bool {
    tag(token + 1).map { $0.isNoun || $0.isAdjective || $0 == .cardinal } ?? false
  }

  /// Whether a verb in its base form follows, adverbs aside.
  private func infinitive(after token: Int) -> Bool {
    var next = token + 1
    while let tag = tag(next), tag.isAdverb { next += 1 }
    return tag(next) == .baseVerb
  }
}
