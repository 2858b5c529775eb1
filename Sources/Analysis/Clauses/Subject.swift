internal import Prose
internal import Reference

/// Who does what a verb says: the whole noun phrase and the phrase that heads it.
struct Subject: Sendable {
  /// With title, apposition and what narrows it.
  let tokens: TokenRange
  /// The noun phrases it names, several where they are joined: "Malaysia and Indonesia".
  let heads: [NounPhrase]
}

extension Clauses {
  /// The subject of `group`, found before it, behind it (`said Ana Ruiz`), or with the verb it depends on.
  ///
  /// `depth` bounds how many verbs are climbed.
  func subject(of group: VerbGroup, depth: Int = 4) -> Subject? {
    guard depth > 0 else { return nil }
    let sentence = sentence(of: group.start)
    switch group.form {
    case .finite:
      if let inverted = invertedSubject(of: group, sentence) { return inverted }
      if let before = subjectBefore(group, sentence) { return before }
      if let outer = subjectOutside(group, sentence) { return outer }
      guard
        let shared = groups(in: sentence).last(where: {
          $0.start < group.start && $0.form == .finite
        }),
        isJoined(group, sentence)
      else { return nil }
      return subject(of: shared, depth: depth - 1)
    case .infinitive:
      guard let governor = governor(of: group, sentence) else { return nil }
      // "asked the governments to": who is asked is to do it.
      if governor.end < group.start, lexed.isAny(governor.main, [.demandVerbs, .speechVerbs]),
        let object = phrase(at: governor.end), object.start == governor.end
      {
        return Subject(tokens: object.tokens, heads: [object])
      }
      return subject(of: governor, depth: depth - 1)
    case .progressive where opensComment(group, sentence):
      // "told the court that he never took money, rejecting the claims": who told.
      guard let main = groups(in: sentence).first(where: { $0.form == .finite }),
        main.start < group.start
      else { return nil }
      return subject(of: main, depth: depth - 1)
    case .progressive, .past:
      guard let governor = governor(of: group, sentence) else { return nil }
      return subject(of: governor, depth: depth - 1)
    }
  }

  /// Whether a comma sets off what the subject of the whole sentence says: ", alleging that", ", rejecting claims".
  private func opensComment(_ group: VerbGroup, _ sentence: TokenRange) -> Bool {
    tag(group.start - 1) == .comma && sentence.contains(group.start - 1)
      && lexed.isAny(group.main, [.speechVerbs, .clearStances])
  }

  /// The verb before `group` in the sentence that it hangs on; for one that opens its sentence, the next.
  func governor(of group: VerbGroup, _ sentence: TokenRange) -> VerbGroup? {
    let others = groups(in: sentence)
    if group.form == .progressive, tag(group.start - 1) == .comma,
      lexed.isAny(group.main, [.speechVerbs, .assertVerbs, .demandVerbs]),
      let main = others.last(where: {
        $0.start < group.start && $0.form == .finite && !isRelative($0, sentence)
      })
    {
      return main
    }
    if let before = others.last(where: { $0.start < group.start && $0.form == .finite }) {
      return before
    }
    if let before = others.last(where: { $0.start < group.start }) { return before }
    return others.first { $0.start > group.start && $0.form == .finite }
  }

  /// Whether "that" or "which" right before the verb is its subject.
  private func isRelative(_ group: VerbGroup, _ sentence: TokenRange) -> Bool {
    var token = group.start - 1
    while sentence.contains(token), tag(token) == .adverb { token -= 1 }
    return tag(token) == .relative
  }

  /// Whether "and", "but" or a comma joins the verb to one before it, with which it shares its subject.
  private func isJoined(_ group: VerbGroup, _ sentence: TokenRange) -> Bool {
    var token = group.start - 1
    while sentence.contains(token), tag(token) == .adverb { token -= 1 }
    return sentence.contains(token) && (tag(token) == .conjunction || tag(token) == .comma)
  }

  // MARK: - Behind the verb

  /// "said Ana Ruiz, the mayor," behind what she said.
  private func invertedSubject(of group: VerbGroup, _ sentence: TokenRange) -> Subject? {
    guard lexed.isAny(group.main, .speechVerbs), !group.isPassive,
      group.tokens.count == 1, let head = phrase(at: group.end), head.start == group.end,
      tag(head.start) != .possessive || lexed.isAny(head.start, .pronouns)
    else { return nil }
    let before = group.start - 1
    let followsQuotation =
      !sentence.contains(before) || tag(before) == .quote
      || tag(before) == .comma && (tag(before - 1) == .quote || isReportBehind(head, sentence))
    guard followsQuotation, tag(before) == .quote || reportsBehind(group, head),
      tag(head.end) != .verb,
      tag(head.end) != .auxiliary
    else { return nil }
    return Subject(tokens: extended(head, in: sentence, acrossCommas: true), heads: [head])
  }

  /// Whether verb and phrase tell who said what stands before: "…, said the minister" against "…, accused the minister"
  /// and "…, welcomed the decision".
  private func reportsBehind(_ group: VerbGroup, _ head: NounPhrase) -> Bool {
    !lexed.isAny(group.main, .clearStances)
      && (tag(head.head) == .name || tag(head.head) == .pronoun
        || !lexed.isAny(head.head, .measureNouns)
          && !lexed.isToken(head.head, in: VoiceWords.criticism))
  }

  /// Whether nothing but an apposition follows `head`, so that it can be the subject of a verb before it.
  private func isReportBehind(_ head: NounPhrase, _ sentence: TokenRange) -> Bool {
    let end = extended(head, in: sentence, acrossCommas: true).rows.upperBound
    return end >= sentence.rows.upperBound || tag(end) == .mark || tag(end) == .comma
  }

  // MARK: - Before the verb

  private func subjectBefore(_ group: VerbGroup, _ sentence: TokenRange) -> Subject? {
    var token = group.start - 1
    while sentence.contains(token), tag(token) == .adverb { token -= 1 }
    if let time = timeBefore(token, sentence) { token = time }
    guard sentence.contains(token) else { return nil }
    if tag(token) == .relative || tag(token) == .complementizer {
      return antecedent(of: token, sentence)
    }
    if let phrase = phrase(at: token), phrase.end == token + 1 {
      return subject(endingWith: phrase, sentence)
    }
    if lexed.isToken(token, in: [",", "–", "—", ")", "-"]) || tag(token) == .quote {
      return parenthetical(before: token, sentence)
    }
    return nil
  }

  /// Who a clause between subject and verb is about: "experts who were not involved in the study cautioned", "a
  /// survey published by the paper on Sunday found".
  private func subjectOutside(_ group: VerbGroup, _ sentence: TokenRange) -> Subject? {
    guard !isJoined(group, sentence),
      let inner = groups(in: sentence).last(where: { $0.start < group.start }),
      inner.form != .infinitive
    else { return nil }
    let before = inner.start - 1
    guard sentence.contains(before), !hasComma(before, group.start) else { return nil }
    if tag(before) == .relative { return antecedent(of: before, sentence) }
    // "The claim that schools were consulted was rejected."
    if let innerSubject = subjectBefore(inner, sentence) {
      let that = innerSubject.tokens.rows.lowerBound - 1
      if sentence.contains(that - 1), tag(that) == .complementizer || lexed.isToken(that, "that"),
        let phrase = phrase(at: that - 1), phrase.end == that, tag(phrase.head) == .noun
      {
        return Subject(tokens: TokenRange(phrase.start..<group.start), heads: [phrase])
      }
    }
    guard partsOfSpeech[inner.main] == .pastParticiple || inner.form == .past,
      inner.tokens.count == 1, let phrase = phrase(at: before), phrase.end == inner.start,
      let subject = subject(endingWith: phrase, sentence)
    else { return nil }
    return Subject(
      tokens: TokenRange(subject.tokens.rows.lowerBound..<group.start),
      heads: subject.heads
    )
  }

  private func hasComma(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { tag($0) == .comma || tag($0) == .mark }
  }

  /// Where "on Thursday" ends at `token`, the token before it.
  private func timeBefore(_ token: Int, _ sentence: TokenRange) -> Int? {
    guard sentence.contains(token), lexed.isAny(token, .weekdays) else { return nil }
    let before = token - 1
    guard sentence.contains(before) else { return nil }
    return tag(before) == .preposition ? before - 1 : before
  }

  /// The subject whose last phrase is `phrase`: climbs "of London" to "the mayor of London", and lists.
  private func subject(endingWith phrase: NounPhrase, _ sentence: TokenRange) -> Subject? {
    var head = phrase
    for _ in 0..<4 {
      let before = head.start - 1
      guard sentence.contains(before), tag(before) == .preposition,
        !lexed.isToken(before, in: ["after", "as", "since", "before", "than"]),
        let outer = outerPhrase(before: before), outer.end <= before,
        tag(outer.head) != .number || lexed.isToken(before, "of")
      else { break }
      head = outer
    }
    if isGoverned(head, sentence) {
      // "In 2011 Bolivia told": the phrase right before the verb stands for itself.
      guard head.start != phrase.start else { return nil }
      head = phrase
    }
    var heads = [head]
    var start = head.start
    var list = joinedBefore(head, sentence)
    while let left = list, heads.count < 12 {
      heads.insert(left, at: 0)
      start = left.start
      list = joinedBefore(left, sentence)
    }
    return Subject(tokens: TokenRange(start..<phrase.end), heads: heads)
  }

  /// The phrase that a preposition narrows, also through an adjective: "a person familiar" before "with".
  private func outerPhrase(before preposition: Int) -> NounPhrase? {
    if let phrase = phrase(at: preposition - 1) { return phrase }
    guard tag(preposition - 1) == .adjective, let phrase = phrase(at: preposition - 2),
      phrase.end == preposition - 1
    else { return nil }
    return phrase
  }

  /// Whether `phrase` is what a preposition or a verb before it governs.
  private func isGoverned(_ phrase: NounPhrase, _ sentence: TokenRange) -> Bool {
    let before = phrase.start - 1
    guard sentence.contains(before) else { return false }
    return tag(before) == .preposition
      && !lexed.isToken(before, in: ["as", "with", "until", "before", "after", "since"])
  }

  /// The phrase that "and" joins to `phrase` from the left.
  private func joinedBefore(_ phrase: NounPhrase, _ sentence: TokenRange) -> NounPhrase? {
    var before = phrase.start - 1
    guard sentence.contains(before) else { return nil }
    if tag(before) == .determiner { before -= 1 }
    guard lexed.isToken(before, in: ["and", "or", "&"]) else {
      guard tag(before) == .comma, let left = self.phrase(at: before - 1), left.end == before,
        isListed(left, sentence)
      else { return nil }
      return left
    }
    var end = before
    if tag(end - 1) == .comma { end -= 1 }
    guard let left = self.phrase(at: end - 1), left.end == end, tag(left.head) != .number,
      !endsObject(left, sentence)
    else { return nil }
    return left
  }

  /// Inside "A, B and C": a comma before the phrase follows another one.
  private func isListed(_ phrase: NounPhrase, _ sentence: TokenRange) -> Bool {
    let before = phrase.start - 1
    guard sentence.contains(before) else { return true }
    return tag(before) == .comma || lexed.isToken(before, in: ["and", "both", "including"])
  }

  /// Whether a verb before `phrase` in its clause takes it as its object, so that "and" joins clauses.
  private func endsObject(_ phrase: NounPhrase, _ sentence: TokenRange) -> Bool {
    guard let group = group(at: phrase.start - 1) else { return false }
    return sentence.contains(group.start)
  }

  /// Who "who", "which" or "that" stands for: the phrase before it.
  func antecedent(of relative: Int, _ sentence: TokenRange) -> Subject? {
    var token = relative - 1
    if tag(token) == .comma || lexed.isToken(token, in: ["–", "—"]) { token -= 1 }
    guard sentence.contains(token), let phrase = phrase(at: token), phrase.end == token + 1 else {
      return nil
    }
    // A person goes before a thing: "a critic of the plan who".
    if lexed.isToken(relative, "who"), let subject = subject(endingWith: phrase, sentence) {
      return subject
    }
    return Subject(tokens: phrase.tokens, heads: [phrase])
  }

  /// What "which" takes up: the phrase before it, or the one that it only narrows.
  func matter(before relative: Int, _ sentence: TokenRange) -> NounPhrase? {
    var before = relative - 1
    if tag(before) == .comma { before -= 1 }
    guard sentence.contains(before), let nearest = phrase(at: before), nearest.end == before + 1
    else { return nil }
    let reach = TokenRange(sentence.rows.lowerBound..<before + 1)
    return phrases(in: reach).first { postmodified($0, in: sentence) == before + 1 } ?? nearest
  }

  /// The subject before an apposition or relative clause in commas, dashes or brackets that ends at `token`.
  private func parenthetical(before token: Int, _ sentence: TokenRange) -> Subject? {
    let start = clauseStart(before: token, sentence)
    var candidate: NounPhrase?
    var row = start
    while row < token {
      guard let phrase = phrase(at: row) else {
        if let group = group(at: row), group.form == .finite, candidate == nil { return nil }
        if tag(row) == .subordinator { return nil }
        row += 1
        continue
      }
      let before = phrase.start - 1
      let isFree =
        !sentence.contains(before) || before < start || tag(before) != .preposition
      if isFree, tag(phrase.head) != .number, !lexed.isAny(phrase.head, .weekdays),
        !lexed.isAny(phrase.head, .months)
      {
        candidate = phrase
        break
      }
      row = phrase.end
    }
    guard let head = candidate else { return nil }
    // What follows the head must open a parenthesis, not go on as a clause of its own.
    let end = postmodified(head, in: sentence)
    guard end <= token else { return nil }
    guard
      end == token || tag(end) == .comma || lexed.isToken(end, in: ["–", "—", "(", "-"])
        || tag(end) == .relative
    else { return nil }
    return Subject(
      tokens: TokenRange(head.start..<max(end, token)),
      heads: [apposedName(behind: head, end) ?? head]
    )
  }

  /// The name in "the mayor of the town, Ana Ruiz,".
  private func apposedName(behind head: NounPhrase, _ end: Int) -> NounPhrase? {
    guard tag(head.head) != .name, tag(end) == .comma, let name = phrase(at: end + 1),
      name.start == end + 1, tag(name.head) == .name
    else { return nil }
    return name
  }

  /// Where the clause that holds the token before `token` begins, as marks and quotations tell.
  private func clauseStart(before token: Int, _ sentence: TokenRange) -> Int {
    var row = token - 1
    while sentence.contains(row) {
      if tag(row) == .quote || lexed.isToken(row, in: [";", ":"]) { return row + 1 }
      if tag(row) == .subordinator || tag(row) == .complementizer { return row + 1 }
      if lexed.isToken(row, in: ["but", "and"]), tag(row - 1) == .comma { return row + 1 }
      row -= 1
    }
    return sentence.rows.lowerBound
  }
}
