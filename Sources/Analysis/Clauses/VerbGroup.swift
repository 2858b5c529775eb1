internal import Prose
internal import Reference

/// A verb with its auxiliaries, negations and adverbs: "has not yet been asked".
struct VerbGroup: Sendable {
  enum Form: Sendable {
    /// With a subject of its own.
    case finite
    /// "to leave".
    case infinitive
    /// "saying that".
    case progressive
    /// "backed by": without auxiliary.
    case past
  }

  let tokens: TokenRange
  /// The main verb's token.
  let main: Int
  let form: Form
  let isPassive: Bool
  let isNegated: Bool
  /// "would", "may", "must": not a plain statement of fact.
  let modal: Int?
  /// "has" and "had" before the main verb, or a past form.
  let isPast: Bool

  var start: Int { tokens.rows.lowerBound }
  var end: Int { tokens.rows.upperBound }
}

/// Joins tagged words into verb groups, from left to right.
func findVerbGroups(_ tags: [WordTag], in lexed: Lexed) -> [VerbGroup] {
  var groups: [VerbGroup] = []
  for sentence in lexed.sentences.tokens {
    var token = sentence.rows.lowerBound
    while token < sentence.rows.upperBound {
      switch tags[token] {
      case .verb, .auxiliary, .modal, .infinitive, .negation:
        if let group = group(at: token, sentence, tags, lexed) {
          groups.append(group)
          token = group.end
        } else {
          token += 1
        }
      default:
        token += 1
      }
    }
  }
  return groups
}

private func group(
  at start: Int,
  _ sentence: TokenRange,
  _ tags: [WordTag],
  _ lexed: Lexed
) -> VerbGroup? {
  var token = start
  var main: Int?
  var lastAuxiliary: Int?
  var modal: Int?
  var isNegated = false
  var form: VerbGroup.Form?
  var end = start
  scan: while sentence.contains(token) {
    switch tags[token] {
    case .negation:
      isNegated = true
    case .modal:
      guard form == nil else { break scan }
      if lexed.isToken(token, "cannot") { isNegated = true }
      modal = token
      form = .finite
      end = token + 1
    case .auxiliary:
      if form == .infinitive, lastAuxiliary == nil, main != nil { break scan }
      if form == nil {
        form = lexed.isToken(token, in: ["being", "having"]) ? .progressive : .finite
      }
      lastAuxiliary = token
      end = token + 1
    case .infinitive:
      guard form == nil else { break scan }
      form = .infinitive
      end = token + 1
    case .verb:
      main = token
      end = token + 1
      break scan
    case .adverb:
      guard end > start else { break scan }
    case .quote:
      // "was 'forced' to": marks around the verb alone.
      guard end > start, sentence.contains(token + 1), tags[token + 1] == .verb else { break scan }
    default:
      break scan
    }
    token += 1
  }
  guard end > start || main != nil else { return nil }
  guard let verb = main ?? lastAuxiliary else { return nil }
  if var particle = particle(behind: verb, lexed) {
    // "agreed to free the officers": "to" belongs to what is agreed.
    if tags[particle - 1] == .infinitive { particle -= 1 }
    end = max(end, particle)
  }
  let word = lexed.lower(verb)
  let auxiliary = lastAuxiliary == verb ? nil : lastAuxiliary
  let ofBe = auxiliary.map { ClosedWords.be.contains(lexed.lower($0)) || lexed.isToken($0, "'s") }
  let looksPast = !word.hasSuffix("ing")
  return VerbGroup(
    tokens: TokenRange(start..<end),
    main: verb,
    form: form ?? bareForm(word, verb, tags, lexed),
    isPassive: ofBe == true && looksPast && main != nil,
    isNegated: isNegated,
    modal: modal,
    isPast: auxiliary.map { lexed.isToken($0, in: ["had", "was", "were", "did"]) }
      ?? (word.hasSuffix("ed") || word == "had" || word == "was" || word == "were")
  )
}

/// Behind the last word of a listed phrase that begins at the verb: "turned down".
private func particle(behind verb: Int, _ lexed: Lexed) -> Int? {
  lexed.phrase(at: verb, .verbs).map { $0.tokens.rows.upperBound }
}

private func bareForm(
  _ word: String,
  _ verb: Int,
  _ tags: [WordTag],
  _ lexed: Lexed
)
  -> VerbGroup.Form
{
  if word.hasSuffix("ing") { return .progressive }
  // "voted by 31 to 22" tells by how much, not by whom.
  if word.hasSuffix("ed") || word.hasSuffix("en"), lexed.isToken(verb + 1, "by"),
    !tags.indices.contains(verb + 2) || tags[verb + 2] != .number
  {
    return .past
  }
  return .finite
}
