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

  @inlinable
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The set of `word` alone.
  @inlinable
  public init(_ word: WordClass) {
    rawValue = 1 << UInt64(word.rawValue)
  }

  /// A longer phrase of the table begins with these words.
  @inlinable public static var beginsPhrase: Self { Self(rawValue: 1 << 63) }

  @inlinable public static var functionWords: Self { Self(.functionWords) }
  @inlinable public static var commonWords: Self { Self(.commonWords) }
  @inlinable public static var abbreviations: Self { Self(.abbreviations) }
  @inlinable public static var pronouns: Self { Self(.pronouns) }
  @inlinable public static var negations: Self { Self(.negations) }
  @inlinable public static var modals: Self { Self(.modals) }
  @inlinable public static var months: Self { Self(.months) }
  @inlinable public static var weekdays: Self { Self(.weekdays) }
  @inlinable public static var numberWords: Self { Self(.numberWords) }
  @inlinable public static var maleNames: Self { Self(.maleNames) }
  @inlinable public static var femaleNames: Self { Self(.femaleNames) }
  @inlinable public static var surnames: Self { Self(.surnames) }
  @inlinable public static var nameParticles: Self { Self(.nameParticles) }
  @inlinable public static var honorifics: Self { Self(.honorifics) }
  @inlinable public static var roleNouns: Self { Self(.roleNouns) }
  @inlinable public static var roleModifiers: Self { Self(.roleModifiers) }
  @inlinable public static var organizationWords: Self { Self(.organizationWords) }
  @inlinable public static var organizationEndings: Self { Self(.organizationEndings) }
  @inlinable public static var organizations: Self { Self(.organizations) }
  @inlinable public static var media: Self { Self(.media) }
  @inlinable public static var facilityWords: Self { Self(.facilityWords) }
  @inlinable public static var regionWords: Self { Self(.regionWords) }
  @inlinable public static var waterWords: Self { Self(.waterWords) }
  @inlinable public static var locationModifiers: Self { Self(.locationModifiers) }
  @inlinable public static var groupNouns: Self { Self(.groupNouns) }
  @inlinable public static var sourceNouns: Self { Self(.sourceNouns) }
  @inlinable public static var unnamedModifiers: Self { Self(.unnamedModifiers) }
  @inlinable public static var personNouns: Self { Self(.personNouns) }
  @inlinable public static var speechVerbs: Self { Self(.speechVerbs) }
  @inlinable public static var attitudeVerbs: Self { Self(.attitudeVerbs) }
  @inlinable public static var actionVerbs: Self { Self(.actionVerbs) }
  @inlinable public static var motionVerbs: Self { Self(.motionVerbs) }
  @inlinable public static var supportVerbs: Self { Self(.supportVerbs) }
  @inlinable public static var proposeVerbs: Self { Self(.proposeVerbs) }
  @inlinable public static var demandVerbs: Self { Self(.demandVerbs) }
  @inlinable public static var assertVerbs: Self { Self(.assertVerbs) }
  @inlinable public static var opposeVerbs: Self { Self(.opposeVerbs) }
  @inlinable public static var rejectVerbs: Self { Self(.rejectVerbs) }
  @inlinable public static var denyVerbs: Self { Self(.denyVerbs) }
  @inlinable public static var doubtVerbs: Self { Self(.doubtVerbs) }
  @inlinable public static var supportNouns: Self { Self(.supportNouns) }
  @inlinable public static var opposeNouns: Self { Self(.opposeNouns) }
  @inlinable public static var doubtNouns: Self { Self(.doubtNouns) }
  @inlinable public static var disputeVerbs: Self { Self(.disputeVerbs) }
  @inlinable public static var disputeNouns: Self { Self(.disputeNouns) }
  @inlinable public static var contentiousAdjectives: Self { Self(.contentiousAdjectives) }
  @inlinable public static var goodWords: Self { Self(.goodWords) }
  @inlinable public static var badWords: Self { Self(.badWords) }
  @inlinable public static var contrastWords: Self { Self(.contrastWords) }
  @inlinable public static var collectives: Self { Self(.collectives) }
  @inlinable public static var measureNouns: Self { Self(.measureNouns) }
  @inlinable public static var clearStances: Self { Self(.clearStances) }
  @inlinable public static var boilerplatePhrases: Self { Self(.boilerplatePhrases) }
  @inlinable public static var people: Self { Self(.people) }
}
