internal import Prose

/// Who acts at which words.
struct Roster: Sendable {
  private let mentions: Mentions
  private let actors: NewsActors

  init(_ mentions: Mentions, _ actors: NewsActors) {
    self.mentions = mentions
    self.actors = actors
  }

  /// The actors that a subject names, in text order and each once.
  func actors(of subject: Subject) -> [ID<NewsActor>] {
    var found: [ID<NewsActor>] = []
    for head in subject.heads {
      // The phrase's own head goes before a name that only narrows it: "Brandt" in "Velia's spokesman Brandt".
      if let actor = actor(of: head) ?? lastActor(in: head.tokens), !found.contains(actor) {
        found.append(actor)
      }
    }
    if found.isEmpty, let actor = firstActor(in: subject.tokens) { found.append(actor) }
    return found
  }

  /// The actor whose mention holds the phrase's head.
  func actor(of phrase: NounPhrase) -> ID<NewsActor>? {
    rows(near: phrase.tokens).lazy
      .filter { self.mentions.tokens[$0].contains(phrase.head) }
      .compactMap { self.actors.ofMention[$0] }
      .first
  }

  private func lastActor(in range: TokenRange) -> ID<NewsActor>? {
    rows(near: range).filter { range.contains(mentions.tokens[$0]) }
      .compactMap { actors.ofMention[$0] }
      .last
  }

  private func firstActor(in range: TokenRange) -> ID<NewsActor>? {
    rows(near: range).filter { range.contains(mentions.tokens[$0]) }
      .lazy.compactMap { self.actors.ofMention[$0] }
      .first
  }

  /// All actors that are named within `range`, in text order and each once.
  func actors(in range: TokenRange) -> [ID<NewsActor>] {
    var found: [ID<NewsActor>] = []
    for row in mentions.rows(in: range) {
      if let actor = actors.ofMention[row], !found.contains(actor) { found.append(actor) }
    }
    return found
  }

  /// The mentions that can overlap `range`: those that begin in it or shortly before.
  private func rows(near range: TokenRange) -> Range<Int> {
    let first = range.first > 12 ? range.first - 12 : 0
    return mentions.rows(in: TokenRange(first, range.end))
  }
}
