package import Prose
internal import Reference

/// A choice that a pronoun offers: for the workshop, which trains the model on what the program will see.
package struct PronounChoice: Sendable {
  /// The row of the pronoun's form in the model's table.
  package let form: Int
  package let candidates: [AntecedentFeatures]
  /// The candidates that are right; none where the right one was not found.
  package let right: [Bool]

  package init(form: Int, candidates: [AntecedentFeatures], right: [Bool]) {
    self.form = form
    self.candidates = candidates
    self.right = right
  }

  package static let formCount = PronounForm.rowCount
  /// What the form's weights are shared with: all forms of the kind.
  package static func kind(ofForm row: Int) -> Int { row / PronounForm.Case.allCases.count }
}

/// A pronoun and the word that tells whom it refers to; nil for nobody whom the text names.
package struct MarkedPronoun: Sendable {
  package let range: Range<UInt32>
  package let key: String?

  package init(range: Range<UInt32>, key: String?) {
    self.range = range
    self.key = key
  }
}

/// The choices of a text's marked pronouns; the pronouns before each are taken for what they are marked as.
package func pronounChoices(
  _ text: SourceText,
  _ blocks: Blocks,
  marks: [MarkedPronoun],
  references: References = .builtIn
) -> [PronounChoice] {
  guard let (lexed, ground) = read(text, blocks, references) else { return [] }
  var resolver = ground.resolver(model: references.antecedents)
  var choices: [PronounChoice] = []
  var keys: [Int: String?] = [:]
  for mark in marks {
    if let token = lexed.tokens.tokens(in: mark.range) { keys[Int(token.first)] = .some(mark.key) }
  }
  for token in ground.pronouns {
    resolver.advance(to: token)
    guard let form = lexed.pronounForm(token, ground.grammar), let key = keys[token] else {
      continue
    }
    let found = resolver.antecedents(of: token, form)
    let gold = key.flatMap { resolver.referent(named: $0, near: token) }
    let isRight = found.map { key == nil ? $0.referent == nil : $0.referent == gold && gold != nil }
    choices.append(
      PronounChoice(
        form: form.row,
        candidates: found.map(\.features),
        right: isRight
      )
    )
    if let gold { resolver.note(token, form, as: gold) }
  }
  return choices
}

private func read(
  _ text: SourceText,
  _ blocks: Blocks,
  _ references: References
) -> (Lexed, PronounGround)? {
  let tokens = tokenize(text, blocks, in: text.range, lexicon: references.lexicon)
  let sentences = segment(tokens, blocks, in: text, lexicon: references.lexicon)
  let lexed = lookUp(tokens, sentences, blocks, in: text, lexicon: references.lexicon)
  let known = findKnownPlaces(in: lexed, gazetteer: references.gazetteer)
  let names = findNames(
    in: lexed,
    knownPlaces: known,
    gazetteer: references.gazetteer,
    weights: references.names
  )
  let tags = partsOfSpeech(in: lexed, names, tagger: references.tagger)
  var reading = ActorReading(names, known, tags, in: lexed, references: references)
  return PronounGround(&reading).map { (lexed, $0) }
}

/// The choices that gender alone decides in a text without marks: of the people named near "she" one is a woman, and others are
/// men.
///
/// They come without what tells of gender, as if all whom the pronoun might mean bore names for it: so they show what else speaks
/// for an antecedent, for women and men alike.
package func plainChoices(
  _ text: SourceText,
  _ blocks: Blocks,
  references: References = .builtIn
) -> [PronounChoice] {
  guard let (lexed, ground) = read(text, blocks, references) else { return [] }
  var resolver = ground.resolver(model: references.antecedents)
  var choices: [PronounChoice] = []
  for token in ground.pronouns {
    resolver.advance(to: token)
    guard let form = lexed.pronounForm(token, ground.grammar) else { continue }
    let found = resolver.antecedents(of: token, form)
    if let gender = form.gender, let right = resolver.onlyOne(of: found, gender) {
      let known = found.filter { !resolver.isOpen($0) }
      choices.append(
        PronounChoice(
          form: form.row,
          candidates: known.map { resolver.withoutGender($0) },
          right: known.map { $0.referent == right }
        )
      )
      resolver.note(token, form, as: right)
    } else {
      _ = resolver.resolve(token, form)
    }
  }
  return choices
}

extension PronounResolver {
  /// The only candidate known to be of the gender where another is known to be of the other.
  fileprivate func onlyOne(of antecedents: [Antecedent], _ gender: Gender) -> Int? {
    let people = antecedents.compactMap(\.referent)
      .filter { discourse.referents[$0].kind == .person || discourse.referents[$0].mayBePerson }
    let right = people.filter { discourse.referents[$0].gender == gender }
    let isContrasted = people.contains {
      discourse.referents[$0].gender != nil && discourse.referents[$0].gender != gender
    }
    guard right.count == 1, isContrasted, discourse.referents[right[0]].chain != nil else {
      return nil
    }
    return right[0]
  }

  /// Whether it may be of the gender or not.
  fileprivate func isOpen(_ antecedent: Antecedent) -> Bool {
    guard let row = antecedent.referent else { return false }
    return discourse.referents[row].kind == .person && discourse.referents[row].gender == nil
  }

  fileprivate func withoutGender(_ antecedent: Antecedent) -> AntecedentFeatures {
    var features = antecedent.features
    for feature: AntecedentFeature in [
      .genderAgrees, .genderDiffers, .genderOpen, .spokenOf, .spokenOtherwise,
      // Whose gender is known is mostly named in full.
      .briefly, .fully,
    ] {
      features.remove(feature)
    }
    if features.contains(.person) { features.insert(.genderAgrees) }
    return features
  }

  /// The referent of the latest phrase before `token` that holds the word `key`, else of the first behind it.
  fileprivate func referent(named key: String, near token: Int) -> Int? {
    let word = folded(key)
    let holding = discourse.phrases.filter { phrase in
      phrase.form == nil
        ? lexed.isToken(phrase.head, word) : phrase.tokens.rows.contains { lexed.isToken($0, word) }
    }
    return (holding.last { $0.head < token } ?? holding.first { $0.head > token })?.referent
  }
}
