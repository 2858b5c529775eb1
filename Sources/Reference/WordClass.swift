/// What a word or phrase can be. Each class is one file of `CReference/lexicons`, named as the case here.
///
/// Keys are lower case; a phrase's words are joined by one space, a hyphen or apostrophe inside stays.
public enum WordClass: String, CaseIterable, Sendable {
  // Function words and frames
  case functionWords = "function-words"
  case commonWords = "common-words"
  case abbreviations = "abbreviations"
  case pronouns = "pronouns"
  case negations = "negations"
  case modals = "modals"
  case months = "months"
  case weekdays = "weekdays"
  case numberWords = "number-words"
  // Parts of names
  case maleNames = "male-names"
  case femaleNames = "female-names"
  case surnames = "surnames"
  case nameParticles = "name-particles"
  case honorifics = "honorifics"
  case roleNouns = "role-nouns"
  case roleModifiers = "role-modifiers"
  case organizationWords = "organization-words"
  case organizationEndings = "organization-endings"
  case organizations = "organizations"
  case media = "media"
  case facilityWords = "facility-words"
  case regionWords = "region-words"
  case waterWords = "water-words"
  case locationModifiers = "location-modifiers"
  // Those who act without a name
  case groupNouns = "group-nouns"
  case sourceNouns = "source-nouns"
  case unnamedModifiers = "unnamed-modifiers"
  case personNouns = "person-nouns"
  // Saying
  case speechVerbs = "speech-verbs"
  case attitudeVerbs = "attitude-verbs"
  case actionVerbs = "action-verbs"
  case motionVerbs = "motion-verbs"
  // Stances
  case supportVerbs = "support-verbs"
  case proposeVerbs = "propose-verbs"
  case demandVerbs = "demand-verbs"
  case assertVerbs = "assert-verbs"
  case opposeVerbs = "oppose-verbs"
  case rejectVerbs = "reject-verbs"
  case denyVerbs = "deny-verbs"
  case doubtVerbs = "doubt-verbs"
  case supportNouns = "support-nouns"
  case opposeNouns = "oppose-nouns"
  case doubtNouns = "doubt-nouns"
  case disputeVerbs = "dispute-verbs"
  case disputeNouns = "dispute-nouns"
  case contentiousAdjectives = "contentious-adjectives"
  case goodWords = "good-words"
  case badWords = "bad-words"
  case contrastWords = "contrast-words"
  case collectives = "collectives"
  // Page matter
  case boilerplatePhrases = "boilerplate-phrases"
}

/// A set of word classes. The highest bit says that a longer phrase begins with the key.
public struct WordClasses: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64

  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The set of `word` alone; bits follow the cases' order.
  public init(_ word: WordClass) {
    rawValue = 1 << UInt64(WordClass.allCases.firstIndex(of: word) ?? 62)
  }

  /// A longer phrase of the lexicon begins with these words.
  public static let beginsPhrase = WordClasses(rawValue: 1 << 63)

  public static let functionWords = WordClasses(rawValue: 1 << 0)
  public static let commonWords = WordClasses(rawValue: 1 << 1)
  public static let abbreviations = WordClasses(rawValue: 1 << 2)
  public static let pronouns = WordClasses(rawValue: 1 << 3)
  public static let negations = WordClasses(rawValue: 1 << 4)
  public static let modals = WordClasses(rawValue: 1 << 5)
  public static let months = WordClasses(rawValue: 1 << 6)
  public static let weekdays = WordClasses(rawValue: 1 << 7)
  public static let numberWords = WordClasses(rawValue: 1 << 8)
  public static let maleNames = WordClasses(rawValue: 1 << 9)
  public static let femaleNames = WordClasses(rawValue: 1 << 10)
  public static let surnames = WordClasses(rawValue: 1 << 11)
  public static let nameParticles = WordClasses(rawValue: 1 << 12)
  public static let honorifics = WordClasses(rawValue: 1 << 13)
  public static let roleNouns = WordClasses(rawValue: 1 << 14)
  public static let roleModifiers = WordClasses(rawValue: 1 << 15)
  public static let organizationWords = WordClasses(rawValue: 1 << 16)
  public static let organizationEndings = WordClasses(rawValue: 1 << 17)
  public static let organizations = WordClasses(rawValue: 1 << 18)
  public static let media = WordClasses(rawValue: 1 << 19)
  public static let facilityWords = WordClasses(rawValue: 1 << 20)
  public static let regionWords = WordClasses(rawValue: 1 << 21)
  public static let waterWords = WordClasses(rawValue: 1 << 22)
  public static let locationModifiers = WordClasses(rawValue: 1 << 23)
  public static let groupNouns = WordClasses(rawValue: 1 << 24)
  public static let sourceNouns = WordClasses(rawValue: 1 << 25)
  public static let unnamedModifiers = WordClasses(rawValue: 1 << 26)
  public static let personNouns = WordClasses(rawValue: 1 << 27)
  public static let speechVerbs = WordClasses(rawValue: 1 << 28)
  public static let attitudeVerbs = WordClasses(rawValue: 1 << 29)
  public static let actionVerbs = WordClasses(rawValue: 1 << 30)
  public static let motionVerbs = WordClasses(rawValue: 1 << 31)
  public static let supportVerbs = WordClasses(rawValue: 1 << 32)
  public static let proposeVerbs = WordClasses(rawValue: 1 << 33)
  public static let demandVerbs = WordClasses(rawValue: 1 << 34)
  public static let assertVerbs = WordClasses(rawValue: 1 << 35)
  public static let opposeVerbs = WordClasses(rawValue: 1 << 36)
  public static let rejectVerbs = WordClasses(rawValue: 1 << 37)
  public static let denyVerbs = WordClasses(rawValue: 1 << 38)
  public static let doubtVerbs = WordClasses(rawValue: 1 << 39)
  public static let supportNouns = WordClasses(rawValue: 1 << 40)
  public static let opposeNouns = WordClasses(rawValue: 1 << 41)
  public static let doubtNouns = WordClasses(rawValue: 1 << 42)
  public static let disputeVerbs = WordClasses(rawValue: 1 << 43)
  public static let disputeNouns = WordClasses(rawValue: 1 << 44)
  public static let contentiousAdjectives = WordClasses(rawValue: 1 << 45)
  public static let goodWords = WordClasses(rawValue: 1 << 46)
  public static let badWords = WordClasses(rawValue: 1 << 47)
  public static let contrastWords = WordClasses(rawValue: 1 << 48)
  public static let collectives = WordClasses(rawValue: 1 << 49)
  public static let boilerplatePhrases = WordClasses(rawValue: 1 << 50)
}
