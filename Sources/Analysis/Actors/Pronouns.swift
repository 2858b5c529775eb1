internal import Prose
internal import Reference

/// Who or what a pronoun can refer to, with what speaks for it.
struct Antecedent: Sendable {
  /// Nil for nobody and nothing that the text names: "it" in "it rains".
  let referent: Int?
  let features: AntecedentFeatures
}

/// Refers third-person pronouns to what they stand for, from left to right.
struct PronounResolver {
  let lexed: Lexed
  let grammar: Grammar
  let model: AntecedentModel
  private(set) var discourse: Discourse
  /// For each token the row of the quotation that holds it; -1 outside.
  private let quotationOf: [Int]
  /// The phrases behind which the next pronoun stands.
  private var reached = 0
  private let nounCount: Int
  /// Rows of phrases and of resolved pronouns before the place reached, in text order.
  private var before: [Int] = []
  /// How often the referent spoken of most was.
  private var most = 0

  /// How many sentences before its own a pronoun reaches.
  private static let reach = 4

  init(
    _ lexed: Lexed,
    _ grammar: Grammar,
    _ discourse: Discourse,
    quotationOf: [Int],
    model: AntecedentModel
  ) {
    self.lexed = lexed
    self.grammar = grammar
    self.discourse = discourse
    nounCount = discourse.phrases.count
    self.quotationOf = quotationOf
    self.model = model
  }

  /// The referent that the pronoun at `token` most likely has; nil for nobody whom the text names.
  mutating func resolve(_ token: Int, _ form: PronounForm) -> Int? {
    let found = antecedents(of: token, form)
    guard let referent = found[best(of: found, form)].referent else { return nil }
    note(token, form, as: referent)
    return referent
  }

  /// The row of the likeliest antecedent; the nearer one of two alike.
  func best(of antecedents: [Antecedent], _ form: PronounForm) -> Int {
    let scores = antecedents.map { score($0, form) }
    return scores.indices.max { scores[$0] < scores[$1] || scores[$0] == scores[$1] && $0 > $1 }
      ?? 0
  }

  private func score(_ antecedent: Antecedent, _ form: PronounForm) -> Float {
    var score: Float = 0
    for column in antecedent.features.rows { score += model.weight(form.row, column) }
    return score
  }

  /// Takes note that the pronoun refers to `referent`.
  mutating func note(_ token: Int, _ form: PronounForm, as referent: Int) {
    let row = discourse.phrases.count
    discourse.phrases.append(
      ReferringPhrase(
        tokens: TokenRange(token..<token + 1),
        head: token,
        sentence: lexed.sentence(of: token),
        form: .pronoun,
        referent: referent,
        role: form.grammaticalCase == .possessive ? .possessor : grammar.role(of: token),
        clause: grammar.clause(of: token),
        isCoordinated: false,
        isIndefinite: false
      )
    )
    pass(row)
    if let gender = form.gender { discourse.referents[referent].spokenGender = gender }
  }

  private mutating func pass(_ phrase: Int) {
    before.append(phrase)
    let referent = discourse.phrases[phrase].referent
    discourse.referents[referent].phrases.append(phrase)
    most = max(most, discourse.referents[referent].phrases.count)
  }

  /// Goes on to `token`: what stands before it has been spoken of.
  mutating func advance(to token: Int) {
    while reached < nounCount, discourse.phrases[reached].head < token {
      pass(reached)
      reached += 1
    }
  }

  // MARK: - Candidates

  /// All that the pronoun at `token` can refer to, nobody last.
  func antecedents(of token: Int, _ form: PronounForm) -> [Antecedent] {
    let here = PronounPlace(token, form, lexed, grammar, quotationOf)
    var order: [Int] = []
    var barred: Set<Int> = []
    var near: [Int: [Int]] = [:]
    for row in before.reversed() {
      let phrase = discourse.phrases[row]
      guard here.sentence - phrase.sentence <= Self.reach else { break }
      if here.excludes(phrase, grammar) { barred.insert(phrase.referent) }
      if near[phrase.referent] == nil {
        guard fits(discourse.referents[phrase.referent], form) else { continue }
        order.append(phrase.referent)
      }
      near[phrase.referent, default: []].append(row)
    }
    var behind: [Int: Int] = [:]
    var row = reached
    while row < nounCount, discourse.phrases[row].sentence == here.sentence {
      let phrase = discourse.phrases[row]
      if here.excludes(phrase, grammar) {
        barred.insert(phrase.referent)
      } else if behind[phrase.referent] == nil, here.canPrecede(phrase, grammar, lexed),
        fits(discourse.referents[phrase.referent], form)
      {
        behind[phrase.referent] = row
        if near[phrase.referent] == nil { order.append(phrase.referent) }
      }
      row += 1
    }
    let open = order.filter { !barred.contains($0) }
    var found = open.enumerated().map { rank, referent in
      Antecedent(
        referent: referent,
        features: features(
          of: referent,
          rank: rank,
          among: open.count,
          near: near[referent] ?? [],
          behind: behind[referent],
          here
        )
      )
    }
    found.append(Antecedent(referent: nil, features: featuresOfNobody(here)))
    return found
  }

  /// Whether number and kind allow it.
  private func fits(_ referent: Referent, _ form: PronounForm) -> Bool {
    switch form.kind {
    case .person:
      return (referent.kind == .person || referent.mayBePerson) && !referent.isPlural
        && !(referent.gender != nil && referent.gender != form.gender && referent.chain == nil)
    case .thing: return referent.kind != .person && !referent.isPlural
    case .several:
      return referent.isPlural || referent.kind == .organization || referent.kind == .group
    }
  }

  private func featuresOfNobody(_ here: PronounPlace) -> AntecedentFeatures {
    var features = AntecedentFeatures()
    features.insert(.nobody)
    if here.form.kind == .thing, isEmptySubject(here.token) { features.insert(.emptySubject) }
    return features
  }

  /// "it" in "it is clear that", "it would cost a million to repair", "it was raining".
  private func isEmptySubject(_ token: Int) -> Bool {
    if grammar.hasTree(token), grammar.relation(of: token) == .expl { return true }
    guard let clause = grammar.clause(of: token) else { return false }
    let sentence = lexed.sentences.tokens[lexed.sentence(of: token)].rows
    if lexed.isToken(
      clause,
      in: ["rain", "raining", "rained", "snowing", "snowed", "dark", "cold"]
    ) {
      return true
    }
    guard grammar.tags[clause].isAdjective || grammar.tags[clause].isNoun else { return false }
    return sentence.contains { other in
      other > clause && grammar.head(of: other) == clause
        && [.ccomp, .csubj, .advcl, .xcomp, .acl, .aclRelcl].contains(grammar.relation(of: other))
    }
  }

  // MARK: - Features

  private func features(
    of row: Int,
    rank: Int,
    among count: Int,
    near: [Int],
    behind: Int?,
    _ here: PronounPlace
  ) -> AntecedentFeatures {
    let referent = discourse.referents[row]
    var features = AntecedentFeatures()
    addNature(of: referent, here, to: &features)
    switch rank {
    case 0: features.insert(.nearest)
    case 1: features.insert(.secondNearest)
    default: features.insert(.farther)
    }
    if count == 1 { features.insert(.onlyOne) }
    for phrase in near { addPlace(of: discourse.phrases[phrase], here, to: &features) }
    if let behind {
      features.insert(near.isEmpty ? .behind : .behindSubject)
      if here.introduces(discourse.phrases[behind], lexed) { features.insert(.introduced) }
    }
    if let latest = near.first {
      let phrase = discourse.phrases[latest]
      features.insert(phrase.form == .pronoun ? .latestIsPronoun : .latestIsName)
      if phrase.sentence == here.sentence || phrase.sentence + 1 == here.sentence {
        features.insert(phrase.role == here.role ? .sameRole : .otherRole)
      }
      if phrase.isCoordinated { features.insert(.coordinated) }
      if phrase.isIndefinite { features.insert(.indefinite) }
      if lexed.sentences.blocks[phrase.sentence] != lexed.sentences.blocks[here.sentence] {
        features.insert(.otherParagraph)
      }
    }
    addFrequency(of: referent, to: &features)
    if let latest = near.first(where: { discourse.phrases[$0].form == .name }) {
      addNaming(discourse.phrases[latest], to: &features)
    }
    addParagraph(near, here, to: &features)
    return features
  }

  private static let companions: WordSet = [
    "with", "against", "alongside", "including", "like", "over", "to", "from",
  ]

  /// How its name last stood in the text.
  private func addNaming(_ phrase: ReferringPhrase, to features: inout AntecedentFeatures) {
    let first = phrase.tokens.rows.lowerBound
    features.insert(phrase.tokens.count == 1 ? .briefly : .fully)
    let sentence = lexed.sentences.tokens[phrase.sentence].rows
    guard sentence.contains(first - 1) else { return }
    if grammar.tags[first - 1].isNoun, !lexed.has(first - 1, .capitalized) {
      features.insert(.behindNoun)
    }
    if lexed.isToken(first - 1, "by") { features.insert(.agent) }
    if lexed.isToken(first - 1, in: Self.companions) { features.insert(.companion) }
    var token = first - 1
    while sentence.contains(token), token > first - 12, !lexed.isToken(token, ")") {
      if lexed.isToken(token, "(") {
        features.insert(.bracketed)
        break
      }
      token -= 1
    }
  }

  /// Whether the first sentence of the pronoun's paragraph speaks of it, the text's own first paragraph aside.
  private func addParagraph(
    _ near: [Int],
    _ here: PronounPlace,
    to features: inout AntecedentFeatures
  ) {
    let blocks = lexed.sentences.blocks
    for row in near {
      let phrase = discourse.phrases[row]
      guard phrase.sentence > 0, phrase.sentence < here.sentence,
        blocks[phrase.sentence] == blocks[here.sentence],
        blocks[phrase.sentence - 1] != blocks[here.sentence]
      else { continue }
      features.insert(.opensParagraph)
      if phrase.role == .subject { features.insert(.subjectOpensParagraph) }
    }
  }

  private func addNature(
    of referent: Referent,
    _ here: PronounPlace,
    to features: inout AntecedentFeatures
  ) {
    if let gender = here.form.gender {
      switch referent.gender {
      case gender: features.insert(.genderAgrees)
      case nil: features.insert(.genderOpen)
      default: features.insert(.genderDiffers)
      }
      if let spoken = referent.spokenGender {
        features.insert(spoken == gender ? .spokenOf : .spokenOtherwise)
      }
    }
    switch referent.kind {
    case .person: features.insert(.person)
    case .organization: features.insert(.organization)
    case .place: features.insert(.place)
    case .group: features.insert(.group)
    case .thing: features.insert(.thing)
    }
    if referent.isPlural { features.insert(.plural) }
    if referent.chain == nil { features.insert(.unnamed) }
  }

  private func addFrequency(of referent: Referent, to features: inout AntecedentFeatures) {
    switch referent.phrases.count {
    case 0, 1: features.insert(.once)
    case 2: features.insert(.twice)
    case 3, 4: features.insert(.often)
    default: features.insert(.veryOften)
    }
    if referent.phrases.count == most {
      features.insert(.mostOften)
    }
    if let first = referent.phrases.first {
      if first == before.first { features.insert(.first) }
      if lexed.has(discourse.phrases[first].head, .heading) { features.insert(.headline) }
    }
  }

  private func addPlace(
    of phrase: ReferringPhrase,
    _ here: PronounPlace,
    to features: inout AntecedentFeatures
  ) {
    if phrase.form == .pronoun {
      features.insert(phrase.sentence == here.sentence ? .pronounBefore : .pronounInLast)
    }
    switch here.sentence - phrase.sentence {
    case 0: addOwnPlace(of: phrase, here, to: &features)
    case 1:
      switch phrase.role {
      case .subject: features.insert(.lastSubject)
      case .object: features.insert(.lastObject)
      case .oblique: features.insert(.lastOblique)
      case .possessor: features.insert(.lastPossessor)
      case .modifier: features.insert(.lastModifier)
      default: features.insert(.lastOther)
      }
      if phrase.role == here.role { features.insert(.sameRoleInLast) }
      if phrase.role == .subject, let clause = phrase.clause, grammar.relation(of: clause) == .root
      {
        features.insert(.lastMainSubject)
      }
    case 2: features.insert(phrase.role == .subject ? .secondSubject : .secondOther)
    default: features.insert(.earlier)
    }
    if let quotation = here.quotation, quotationOf[phrase.head] == quotation {
      features.insert(.sameQuotation)
    }
  }

  private func addOwnPlace(
    of phrase: ReferringPhrase,
    _ here: PronounPlace,
    to features: inout AntecedentFeatures
  ) {
    switch phrase.role {
    case .subject: features.insert(.ownSubject)
    case .object: features.insert(.ownObject)
    case .oblique: features.insert(.ownOblique)
    case .possessor: features.insert(.ownPossessor)
    case .modifier: features.insert(.ownModifier)
    case .apposition: features.insert(.ownApposition)
    default: features.insert(.ownOther)
    }
    switch here.token - phrase.tokens.rows.upperBound {
    case ...0: features.insert(.directlyBefore)
    case ...2: features.insert(.withinTwoWords)
    case ...5: features.insert(.withinFiveWords)
    case ...10: features.insert(.withinTenWords)
    default: break
    }
    let isSubject = phrase.role == .subject
    if here.subject == phrase.head { features.insert(.clauseSubject) }
    if let clause = phrase.clause {
      if clause == here.clause, here.subject != phrase.head { features.insert(.clauseOther) }
      if clause == here.governor {
        features.insert(isSubject ? .governingSubject : .governingOther)
        if here.isTold {
          if isSubject { features.insert(.sayer) }
          if phrase.role == .object || phrase.role == .oblique { features.insert(.hearer) }
        }
      }
      if isSubject, grammar.relation(of: clause) == .root { features.insert(.firstSubject) }
    }
    if here.relativeHead == phrase.head { features.insert(.relativeHead) }
    if here.joined == phrase.head || here.joins(phrase, lexed) { features.insert(.joined) }
    if here.quotation != nil, quotationOf[phrase.head] < 0, isSubject {
      features.insert(.quotationSpeaker)
    }
  }
}
