internal import Prose
internal import Reference

/// What a third-person pronoun's form says of whom it refers to.
struct PronounForm: Equatable, Sendable {
  enum Kind: UInt8, Sendable {
    case person
    case thing
    case several
  }

  enum Case: UInt8, CaseIterable, Sendable {
    case subject
    case object
    case oblique
    case possessive
    case reflexive
  }

  let kind: Kind
  /// Nil for "it" and "they".
  let gender: Gender?
  var grammaticalCase: Case

  /// The row of the form's weights.
  var row: Int { Int(kind.rawValue) * Case.allCases.count + Int(grammaticalCase.rawValue) }
  static let rowCount = 3 * Case.allCases.count
}

extension Lexed {
  /// Whether the token is a personal pronoun that speaks of neither speaker nor hearer.
  func isThirdPerson(_ token: Int) -> Bool {
    isToken(token, in: PronounWords.all)
  }

  /// The form of the third-person pronoun at `token`; nil for any other word.
  ///
  /// `grammar` tells subjects from objects where the word does not.
  func pronounForm(_ token: Int, _ grammar: Grammar) -> PronounForm? {
    guard isAny(token, .pronouns) else { return nil }
    let words = PronounWords.self
    let kind: PronounForm.Kind
    var gender: Gender?
    if isToken(token, in: words.male) {
      (kind, gender) = (.person, .male)
    } else if isToken(token, in: words.female) {
      (kind, gender) = (.person, .female)
    } else if isToken(token, in: words.thing) {
      kind = .thing
    } else if isToken(token, in: words.several) {
      kind = .several
    } else {
      return nil
    }
    var form = PronounForm(kind: kind, gender: gender, grammaticalCase: .subject)
    if isToken(token, in: words.reflexive) {
      form.grammaticalCase = .reflexive
    } else if isToken(token, in: words.possessive) {
      form.grammaticalCase = .possessive
    } else if isToken(token, "her"), grammar.tags[token] == .possessivePronoun {
      form.grammaticalCase = .possessive
    } else {
      switch grammar.role(of: token) {
      case .subject where !isToken(token, in: words.object),
        .other where isToken(token, in: words.subject):
        form.grammaticalCase = .subject
      case .oblique, .modifier: form.grammaticalCase = .oblique
      default: form.grammaticalCase = isToken(token, in: words.subject) ? .subject : .object
      }
    }
    return form
  }
}

private enum PronounWords {
  static let all: WordSet = [
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they",
    "them", "their", "theirs", "themselves",
  ]
  static let male: WordSet = ["he", "him", "his", "himself"]
  static let female: WordSet = ["she", "her", "hers", "herself"]
  static let thing: WordSet = ["it", "its", "itself"]
  static let several: WordSet = ["they", "them", "their", "theirs", "themselves"]
  static let reflexive: WordSet = ["himself", "herself", "itself", "themselves"]
  static let possessive: WordSet = ["his", "hers", "its", "their", "theirs"]
  static let subject: WordSet = ["he", "she", "they"]
  static let object: WordSet = ["him", "her", "them"]
}
