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
  guard let ground = PronounGround(&reading) else { return [] }
  var resolver = ground.resolver(model: references.antecedents)
  var choices: [PronounChoice] = []
  var keys: [Int: String?] = [:]
  for mark in marks {
    if let token = tokens.tokens(in: mark.range) { keys[Int(token.first)] = .some(mark.key) }
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

extension PronounResolver {
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
