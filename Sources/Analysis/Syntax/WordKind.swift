internal import Prose
package import Reference

/// What the lexicon says of a word that a parser can use: which names are people's, which words tell times, which verbs report.
package struct WordKind: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A given name: the names behind it hang on it, while those before a thing's last word hang on that.
  package static let given = WordKind(rawValue: 1)
  package static let surname = WordKind(rawValue: 2)
  /// An office or any other word for a person.
  package static let role = WordKind(rawValue: 4)
  /// What the name of an organization, a building, a region or a water ends in.
  package static let thing = WordKind(rawValue: 8)
  /// A weekday, a month or a year.
  package static let time = WordKind(rawValue: 16)
  /// A verb of speech or attitude.
  package static let report = WordKind(rawValue: 32)
  package static let measure = WordKind(rawValue: 64)

  package init(_ classes: WordClasses) {
    self = []
    if !classes.isDisjoint(with: [.maleNames, .femaleNames]) { insert(.given) }
    if classes.contains(.surnames) { insert(.surname) }
    if !classes.isDisjoint(with: [.roleNouns, .honorifics, .personNouns]) { insert(.role) }
    if !classes.isDisjoint(with: Self.things) { insert(.thing) }
    if !classes.isDisjoint(with: [.weekdays, .months]) { insert(.time) }
    if !classes.isDisjoint(with: [.speechVerbs, .attitudeVerbs]) { insert(.report) }
    if classes.contains(.measureNouns) { insert(.measure) }
  }

  private static let things: WordClasses = [
    .organizationWords, .organizationEndings, .facilityWords, .regionWords, .waterWords,
  ]
}
