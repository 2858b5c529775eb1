/// A part of speech in the Penn Treebank's set, with the five tags that the English web and GUM treebanks add.
///
/// The order is that of the classes in the tagger's weights; new cases go last.
public enum PennTag: UInt8, CaseIterable, Sendable {
  case coordinator
  case cardinal
  case determiner
  case existential
  case foreign
  case preposition
  case adjective
  case comparativeAdjective
  case superlativeAdjective
  case listMarker
  case modal
  case noun
  case pluralNoun
  case properNoun
  case pluralProperNoun
  case predeterminer
  case possessive
  case pronoun
  case possessivePronoun
  case adverb
  case comparativeAdverb
  case superlativeAdverb
  case particle
  case symbol
  case to
  case interjection
  case baseVerb
  case pastVerb
  case gerund
  case pastParticiple
  case presentVerb
  case thirdPersonVerb
  case whDeterminer
  case whPronoun
  case possessiveWhPronoun
  case whAdverb
  case currency
  case numberSign
  case terminal
  case comma
  case colon
  case openBracket
  case closeBracket
  case openQuote
  case closeQuote
  case hyphen
  case superfluous
  case address
  case affix
  case goesWith

  /// The tag as treebanks write it.
  public var label: String { Self.labels[Int(rawValue)] }

  /// The tag that treebanks write as `label`.
  public init?(label: String) {
    guard let row = Self.labels.firstIndex(of: label) else { return nil }
    self.init(rawValue: UInt8(row))
  }

  private static let labels = [
    "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS",
    "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG",
    "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "$", "#", ".", ",", ":", "-LRB-", "-RRB-", "``",
    "''", "HYPH", "NFP", "ADD", "AFX", "GW",
  ]

  /// `NNP` and `NNPS`.
  public var isProper: Bool { self == .properNoun || self == .pluralProperNoun }

  /// `NN`, `NNS`, `NNP` and `NNPS`.
  public var isNoun: Bool { self == .noun || self == .pluralNoun || isProper }

  /// `VB`, `VBD`, `VBG`, `VBN`, `VBP` and `VBZ`.
  public var isVerb: Bool {
    rawValue >= Self.baseVerb.rawValue && rawValue <= Self.thirdPersonVerb.rawValue
  }

  /// `JJ`, `JJR` and `JJS`.
  public var isAdjective: Bool {
    rawValue >= Self.adjective.rawValue && rawValue <= Self.superlativeAdjective.rawValue
  }

  /// `RB`, `RBR` and `RBS`.
  public var isAdverb: Bool {
    rawValue >= Self.adverb.rawValue && rawValue <= Self.superlativeAdverb.rawValue
  }

  /// Marks and brackets; a hyphen and a currency sign are none.
  public var isPunctuation: Bool {
    rawValue >= Self.terminal.rawValue && rawValue <= Self.closeQuote.rawValue
  }
}

/// The tokens' parts of speech, one for each token.
public struct Tags: Sendable {
  public private(set) var values: [PennTag]

  public init(_ values: [PennTag] = []) {
    self.values = values
  }

  public var count: Int { values.count }

  public subscript(token: Int) -> PennTag { values[token] }

  public mutating func reserveCapacity(_ count: Int) { values.reserveCapacity(count) }

  public mutating func append(_ tag: PennTag) { values.append(tag) }
}
