internal import Prose
internal import Reference

/// Words topics and compares them.
struct Topics: Sendable {
  let clauses: Clauses
  /// For each token its stem.
  let stemOf: [String]
  /// For each sentence the stems of its content words.
  private let stemsOf: [Set<String>]
  /// For each stem of a content word the sentences that have it, in text order.
  private let sentencesOf: [String: [Int]]

  private var lexed: Lexed { clauses.lexed }

  init(_ clauses: Clauses) {
    self.clauses = clauses
    let lexed = clauses.lexed
    stemOf = (0..<lexed.count).map { token in
      lexed.isWord(token) ? lexed.keys.withRow(token) { stem($0) } : ""
    }
    var stemsOf: [Set<String>] = []
    for sentence in lexed.sentences.tokens {
      var stems: Set<String> = []
      for token in sentence.rows where isContent(token, clauses) { stems.insert(stemOf[token]) }
      stemsOf.append(stems)
    }
    self.stemsOf = stemsOf
    var sentencesOf: [String: [Int]] = [:]
    for (row, stems) in stemsOf.enumerated() {
      for stem in stems { sentencesOf[stem, default: []].append(row) }
    }
    self.sentencesOf = sentencesOf
  }

  /// How many sentences have any of `stems`, counted up to `limit`.
  func count(withAnyOf stems: Set<String>, upTo limit: Int) -> Int {
    if stems.contains(where: { (sentencesOf[$0]?.count ?? 0) >= limit }) { return limit }
    return min(limit, sentences(withAnyOf: stems).count)
  }

  /// The sentences that have any of `stems`, each once.
  func sentences(withAnyOf stems: Set<String>) -> Set<Int> {
    stems.reduce(into: []) { found, stem in found.formUnion(sentencesOf[stem] ?? []) }
  }

  /// The stems of a sentence's content words.
  func stems(ofSentence row: Int) -> Set<String> { stemsOf[row] }

  /// The longest label, in tokens.
  private static let longestLabel = 14

  // MARK: - Wording

  /// The topic that a noun phrase words.
  func topic(of phrase: NounPhrase) -> Topic? {
    let sentence = clauses.sentence(of: phrase.start)
    var end = clauses.postmodified(phrase, in: sentence)
    // "a plan that would close the harbor": a general noun takes its clause in.
    var extentEnd = end
    if clauses.tag(end) == .relative || lexed.isToken(end, "that"),
      let group = clauses.group(at: end + 1), group.start == end + 1
    {
      extentEnd = clauses.objectEnd(of: group, sentence)
      if end == phrase.end, lexed.isToken(phrase.head, in: StanceWords.generalMatters) {
        end = extentEnd
      }
    }
    var start = behindVerb(in: phrase)
    while start < phrase.head, isDropped(start) { start += 1 }
    end = beforeVenue(from: phrase.end, end)
    return topic(start..<end, head: phrase.head, extent: start..<max(extentEnd, end))
  }

  /// Where the object begins in a headline whose verb looks like a noun: "Council backs stadium plan"; else the phrase's
  /// start.
  private func behindVerb(in phrase: NounPhrase) -> Int {
    guard lexed.has(phrase.start, .heading), phrase.tokens.count > 2 else { return phrase.start }
    let verb = (phrase.start + 1..<phrase.head).first { token in
      lexed.isAny(token, [.supportVerbs, .opposeVerbs, .rejectVerbs]) && lexed.endsIn("s", token)
        && !lexed.endsIn("s", token - 1) && StanceWords.stance(ofNoun: lexed.lower(token)) == nil
    }
    return verb.map { $0 + 1 } ?? phrase.start
  }

  /// The topic that a verb with its object words: "withdraw from the islands".
  func topic(of group: VerbGroup, extent: TokenRange? = nil) -> Topic? {
    let sentence = clauses.sentence(of: group.start)
    let end = clauses.objectEnd(of: group, sentence)
    var range = group.main..<max(end, group.main + 1)
    // "boxes had been tampered with", "observers take over": without an object, what does it or has it done to it.
    if group.form == .finite, end <= group.end,
      let subject = clauses.subject(of: group)?.heads.first, subject.end <= group.start,
      group.start - subject.start <= 8, clauses.tag(subject.head) == .noun
    {
      var start = subject.start
      while start < subject.head, isDropped(start) { start += 1 }
      range = start..<max(group.end, group.main + 1)
      return topic(range, head: group.main, extent: extent?.rows ?? range)
    }
    return topic(range, head: group.main, extent: extent?.rows ?? range)
  }

  /// The topic of a run of tokens.
  func topic(_ range: Range<Int>, head: Int, extent: Range<Int>) -> Topic? {
    guard !range.isEmpty else { return nil }
    let label = TokenRange(trimmed(range, keeping: head))
    let extent = TokenRange(
      min(extent.lowerBound, label.rows.lowerBound)..<max(extent.upperBound, label.rows.upperBound)
    )
    let stems = stems(in: extent)
    return Topic(
      label: label,
      extent: extent,
      stems: stems,
      heads: heads(label, head),
      isAnaphor: isAnaphor(label, head, range)
    )
  }

  /// Where "in a television interview" begins: it tells where someone spoke, and narrows nothing.
  private func beforeVenue(from start: Int, _ end: Int) -> Int {
    for token in start..<max(start, end) where clauses.tags[token] == .preposition {
      // "voted against the project by seven votes to two"
      if lexed.isToken(token, "by"), lexed.isToken(token + 2, in: Self.counts) { return token }
      guard lexed.isToken(token, in: Self.places), let venue = clauses.phrase(at: token + 1),
        venue.start == token + 1, lexed.isToken(venue.head, in: Self.venues)
      else { continue }
      return token
    }
    return end
  }

  private static let counts: WordSet = ["vote", "votes", "percent"]
  private static let places: WordSet = ["in", "at", "on", "to"]

  private static let venues: WordSet = [
    "interview", "statement", "letter", "speech", "court", "meeting", "email", "broadcast",
    "conference", "rally", "post", "article", "television", "radio", "television", "debate",
    "hearing", "session", "ceremony", "vote", "reporters", "journalists",
  ]

  /// Whether it is something that is planned or decided: by its noun, or since it is called planned or disputed.
  func isMeasure(_ topic: Topic) -> Bool {
    topic.label.rows.contains { lexed.isAny($0, .measureNouns) }
      || (topic.label.first..<topic.label.end).contains { isPlanned(Int($0)) }
      || isPlanned(topic.label.rows.lowerBound - 1)
  }

  /// "planned", "proposed", "controversial": what is said to be so can be opposed.
  func isPlanned(_ token: Int) -> Bool {
    lexed.isToken(
      token,
      in: [
        "planned", "proposed", "controversial", "disputed", "contested", "unpopular", "divisive",
      ]
    )
  }

  /// A topic that only points at what the text is at.
  func pointer(_ phrase: NounPhrase) -> Topic? {
    Topic(label: phrase.tokens, extent: phrase.tokens, stems: [], heads: [], isAnaphor: true)
  }

  /// Words before the head that name no matter.
  private func isDropped(_ token: Int) -> Bool {
    switch clauses.tags[token] {
    case .determiner: true
    case .possessive where lexed.isAny(token, .pronouns): true
    case .quote: true
    default: lexed.isToken(token, in: ["similar", "proposed", "alleged", "possible", "further"])
    }
  }

  /// A label that is not too long, cut before a preposition.
  private func trimmed(_ range: Range<Int>, keeping head: Int) -> Range<Int> {
    var end = min(range.upperBound, range.lowerBound + Self.longestLabel)
    if end < range.upperBound {
      while end > head + 1, clauses.tags[end] != .preposition { end -= 1 }
    }
    while end > head + 1,
      clauses.tags[end - 1] == .comma || clauses.tags[end - 1] == .preposition
        || clauses.tags[end - 1] == .quote || clauses.tags[end - 1] == .determiner
    {
      end -= 1
    }
    return range.lowerBound..<max(end, range.lowerBound + 1)
  }

  /// What says which matter it is: the head, and what narrows a head that could be any matter's.
  private func heads(_ label: TokenRange, _ head: Int) -> Set<String> {
    var heads: Set<String> = [stemOf[head]]
    let isGeneral =
      lexed.isAny(head, .measureNouns) && StanceWords.stance(ofNoun: lexed.lower(head)) == nil
    let isMeasure = lexed.isAny(head, .measureNouns) && clauses.tag(head + 1) == .infinitive
    guard isGeneral || isMeasure || lexed.isToken(head + 1, "of") || clauses.tags[head] == .verb
    else {
      return heads
    }
    let others = Set(
      label.rows.filter { $0 != head && isContent($0, clauses) && clauses.tags[$0] != .name }
        .map { stemOf[$0] }
    )
    if isGeneral, !others.isEmpty { heads = others } else { heads.formUnion(others) }
    return heads
  }

  private func isAnaphor(_ label: TokenRange, _ head: Int, _ range: Range<Int>) -> Bool {
    if lexed.isToken(head, in: Self.pointers) { return true }
    // "Bolivia's demands": whose, but not what.
    if label.rows.last == head, lexed.isAny(head, .measureNouns), head > label.rows.lowerBound,
      lexed.isToken(head - 1, in: ["'s", "'"])
    {
      return true
    }
    guard label.rows.last == head,
      label.count == 1 || label.count == 2 && clauses.tags[label.rows.lowerBound] == .name
    else { return false }
    let before = range.lowerBound - 1
    return before >= 0 && lexed.isToken(before, in: ["the", "this", "these", "that", "those"])
      && lexed.isAny(head, .measureNouns)
  }

  private static let pointers: WordSet = [
    "it", "this", "that", "these", "those", "issue", "matter", "idea", "allegations",
    "allegation",
  ]

  /// The stems of the content words in `range`.
  func stems(in range: TokenRange) -> Set<String> {
    var stems: Set<String> = []
    for token in range.rows where isContent(token, clauses) { stems.insert(stemOf[token]) }
    return stems
  }

  // MARK: - Comparing

  /// How much two topics speak of the same matter, 0...1.
  func likeness(_ left: Topic, _ right: Topic) -> Double {
    let smaller = min(left.stems.count, right.stems.count)
    guard smaller > 0 else { return 0 }
    let shared = left.stems.intersection(right.stems)
    guard !shared.isEmpty else { return 0 }
    let share = Double(shared.count) / Double(smaller)
    // Words in common are a matter in common only if both are about them.
    guard !left.heads.isDisjoint(with: right.heads) else { return share * 0.45 }
    return shared.count == 1 ? max(0.5, share * 0.8) : share
  }
}

/// Whether the word tells what is spoken of.
private func isContent(_ token: Int, _ clauses: Clauses) -> Bool {
  switch clauses.tags[token] {
  case .noun, .name, .verb, .adjective, .number: break
  default: return false
  }
  let lexed = clauses.lexed
  return lexed.isWord(token) && lexed.keys[token].count > 2
    && !lexed.isAny(token, [.functionWords, .modals, .weekdays, .months])
}
