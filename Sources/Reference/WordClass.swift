/// What a word or phrase can be.
///
/// Each class is one file of `CReference/lexicons`, named as the case here; organizations are several, by kind. Keys are lower case; a phrase's words are joined by one space, a hyphen or apostrophe inside stays.
public enum WordClass: UInt8, CaseIterable, Sendable {
  // Function words and frames
  case functionWords
  case commonWords
  case abbreviations
  case pronouns
  case negations
  case modals
  case months
  case weekdays
  case numberWords
  // Parts of names
  case maleNames
  case femaleNames
  case surnames
  case nameParticles
  case honorifics
  case roleNouns
  case roleModifiers
  case organizationWords
  case organizationEndings
  case organizations
  case media
  case facilityWords
  case regionWords
  case waterWords
  case locationModifiers
  // Those who act without a name
  case groupNouns
  case sourceNouns
  case unnamedModifiers
  case personNouns
  // Saying
  case speechVerbs
  case attitudeVerbs
  case actionVerbs
  case motionVerbs
  // Stances
  case supportVerbs
  case proposeVerbs
  case demandVerbs
  case assertVerbs
  case opposeVerbs
  case rejectVerbs
  case denyVerbs
  case doubtVerbs
  case supportNouns
  case opposeNouns
  case doubtNouns
  case disputeVerbs
  case disputeNouns
  case contentiousAdjectives
  case goodWords
  case badWords
  case contrastWords
  case collectives
  // Page matter
  case boilerplatePhrases
  // Disputes
  case measureNouns
  case clearStances
  // Names known whole
  case people

  /// The name of its file without `.txt`: the case's name with hyphens for capitals.
  public var fileName: String {
    "\(self)".reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
  }

  /// The names of all its files: its own, and of organizations one for each kind that has many.
  public var fileNames: [String] {
    guard self == .organizations else { return [fileName] }
    return [
      fileName, "agencies", "armed-groups", "associations", "companies", "international-bodies",
      "parliaments", "parties", "teams", "universities",
    ]
  }
}

/// A set of word classes.
///
/// The highest bit says that a longer phrase begins with the key.
public struct WordClasses: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64

  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The set of `word` alone.
  public init(_ word: WordClass) {
    rawValue = 1 << UInt64(word.rawValue)
  }

  /// A longer phrase of the table begins with these words.
  public static let beginsPhrase = WordClasses(rawValue: 1 << 63)

  public static var functionWords: Self { Self(.functionWords) }
  public static var commonWords: Self { Self(.commonWords) }
  public static var abbreviations: Self { Self(.abbreviations) }
  public static var pronouns: Self { Self(.pronouns) }
  public static var negations: Self { Self(.negations) }
  public static var modals: Self { Self(.modals) }
  public static var months: Self { Self(.months) }
  public static var weekdays: Self { Self(.weekdays) }
  public static var numberWords: Self { Self(.numberWords) }
  public static var maleNames: Self { Self(.maleNames) }
  public static var femaleNames: Self { Self(.femaleNames) }
  public static var surnames: Self { Self(.surnames) }
  public static var nameParticles: Self { Self(.nameParticles) }
  public static var honorifics: Self { Self(.honorifics) }
  public static var roleNouns: Self { Self(.roleNouns) }
  public static var roleModifiers: Self { Self(.roleModifiers) }
  public static var organizationWords: Self { Self(.organizationWords) }
  public static var organizationEndings: Self { Self(.organizationEndings) }
  public static var organizations: Self { Self(.organizations) }
  public static var media: Self { Self(.media) }
  public static var facilityWords: Self { Self(.facilityWords) }
  public static var regionWords: Self { Self(.regionWords) }
  public static var waterWords: Self { Self(.waterWords) }
  public static var locationModifiers: Self { Self(.locationModifiers) }
  public static var groupNouns: Self { Self(.groupNouns) }
  public static var sourceNouns: Self { Self(.sourceNouns) }
  public static var unnamedModifiers: Self { Self(.unnamedModifiers) }
  public static var personNouns: Self { Self(.personNouns) }
  public static var speechVerbs: Self { Self(.speechVerbs) }
  public static var attitudeVerbs: Self { Self(.attitudeVerbs) }
  public static var actionVerbs: Self { Self(.actionVerbs) }
  public static var motionVerbs: Self { Self(.motionVerbs) }
  public static var supportVerbs: Self { Self(.supportVerbs) }
  public static var proposeVerbs: Self { Self(.proposeVerbs) }
  public static var demandVerbs: Self { Self(.demandVerbs) }
  public static var assertVerbs: Self { Self(.assertVerbs) }
  public static var opposeVerbs: Self { Self(.opposeVerbs) }
  public static var rejectVerbs: Self { Self(.rejectVerbs) }
  public static var denyVerbs: Self { Self(.denyVerbs) }
  public static var doubtVerbs: Self { Self(.doubtVerbs) }
  public static var supportNouns: Self { Self(.supportNouns) }
  public static var opposeNouns: Self { Self(.opposeNouns) }
  public static var doubtNouns: Self { Self(.doubtNouns) }
  public static var disputeVerbs: Self { Self(.disputeVerbs) }
  public static var disputeNouns: Self { Self(.disputeNouns) }
  public static var contentiousAdjectives: Self { Self(.contentiousAdjectives) }
  public static var goodWords: Self { Self(.goodWords) }
  public static var badWords: Self { Self(.badWords) }
  public static var contrastWords: Self { Self(.contrastWords) }
  public static var collectives: Self { Self(.collectives) }
  public static var measureNouns: Self { Self(.measureNouns) }
  public static var clearStances: Self { Self(.clearStances) }
  public static var boilerplatePhrases: Self { Self(.boilerplatePhrases) }
  public static var people: Self { Self(.people) }
}
